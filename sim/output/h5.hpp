// HDF5 handles that close themselves, and failures as exceptions with a cause. Only this room's .cpp files include it.
#pragma once

#include "output/error.hpp"

#include <hdf5.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace restock::h5 {

/// An identifier of any kind and its closing function.
class Handle {
 public:
  using Close = herr_t (*)(hid_t);
  Handle() = default;
  Handle(hid_t id, Close closing) : id_(id), close_(closing) {}
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(close_, other.close_);
    return *this;
  }
  ~Handle() { close(); }
  /// Negative when the library could not close it (a full disk, when a file is flushed).
  herr_t close() { return id_ >= 0 ? close_(std::exchange(id_, -1)) : 0; }
  hid_t get() const { return id_; }

 private:
  hid_t id_ = -1;
  Close close_ = nullptr;
};

/// Before the library is asked for anything that may need memory, on any thread. Silences its error printing and its
/// clean-up at exit, which loops when a file could not be flushed. Throws std::bad_alloc while there is still memory
/// for the library: it does not survive to be told that there is none.
void prepare_library();

/// The system's reason for the last failure, from the library's error stack (0: none), and the deepest message.
struct Cause {
  int number = 0;
  std::string message;
};
Cause last_cause();

/// Throws a ResultError for `path` that says why the last call failed.
[[noreturn]] void fail(const std::string& path, std::string_view doing);

/// A file or a group to put things into, and the path for messages.
struct Place {
  hid_t id = -1;
  std::string path;
};

inline hid_t checked(hid_t result, const std::string& path, std::string_view doing) {
  if (result < 0) fail(path, doing);
  return result;
}

template <class T>
hid_t memory_type() {
  if constexpr (std::is_same_v<T, double>)
    return H5T_NATIVE_DOUBLE;
  else if constexpr (std::is_same_v<T, std::int8_t>)
    return H5T_NATIVE_INT8;
  else if constexpr (std::is_same_v<T, std::int32_t>)
    return H5T_NATIVE_INT32;
  else if constexpr (std::is_same_v<T, std::int64_t>)
    return H5T_NATIVE_INT64;
  else {
    static_assert(std::is_same_v<T, std::uint64_t>);
    return H5T_NATIVE_UINT64;
  }
}

/// Variable-length UTF-8: what every reader opens.
Handle text_type();

void put_attribute(const Place& at, const char* name, std::string_view text);
void put_attribute(const Place& at, const char* name, double value);
void put_attribute(const Place& at, const char* name, std::int64_t value);
void put_attribute(const Place& at, const char* name, std::uint64_t value);
void put_flags(const Place& at, const std::vector<std::string_view>& meanings);
/// One bit for each meaning, the least significant first.
void put_masks(const Place& at, const std::vector<std::string>& meanings);

std::string text_attribute(const Place& at, const char* name);
std::int64_t int_attribute(const Place& at, const char* name);
std::uint64_t unsigned_attribute(const Place& at, const char* name);
bool has_attribute(const Place& at, const char* name);

/// A block of a dataset: where it starts and how far it goes, in each axis.
struct Block {
  std::vector<hsize_t> start, count;
};

/// A block whose values lie in a dataset of another file, in the same order.
struct Elsewhere {
  Block here;
  std::string file, dataset;
  std::vector<hsize_t> extent;  ///< of that dataset
  Block there;
};

/// How a dataset is laid out. Small ones are contiguous; others are chunked, shuffled and deflated.
struct Shape {
  std::vector<hsize_t> extent;  ///< empty: a scalar
  std::size_t cell_axes = 0;    ///< leading axes that a chunk has one place of: 2 for (alternative, replication, …)
  bool unlimited = false;       ///< grows along its only axis
  bool nan_fill = false;
  std::vector<hsize_t> most_in_chunk = {};  ///< by axis; 0 or nothing: no limit of its own
  bool checksums = false;                   ///< damage is found when the values are read
  bool as_it_is = false;                    ///< neither chunked nor packed, however large
  std::vector<Elsewhere> elsewhere = {};    ///< not empty: the dataset is virtual and has no values of its own
};
/// How the values of a dataset lie in the file.
struct Chunks {
  std::vector<hsize_t> size;  ///< of a chunk, in each axis; empty: they are not chunked
  std::size_t bytes = 0;      ///< of a value
  bool nan_fill = false, checksums = false;
};
Chunks chunks_of(hid_t type, const Shape& shape);
Handle make_dataset(const Place& at, const char* name, hid_t type, const Shape& shape);
Handle make_group(const Place& at, const char* name);

void write_text(const Place& at, hid_t dataset, const std::vector<std::string>& texts);

void write_block(const Place& at, hid_t dataset, const Block& block, hid_t type, const void* values);
void read_block(const Place& at, hid_t dataset, const Block& block, hid_t type, void* values);

Handle open_dataset(const Place& at, const char* name);
std::vector<hsize_t> extent_of(const Place& at, hid_t dataset);
std::vector<std::string> read_text(const Place& at, const char* name, std::size_t limit);

}  // namespace restock::h5
