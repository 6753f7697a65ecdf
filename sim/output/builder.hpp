// Builds a file from the schema table: datasets with their attributes and a dimension scale on every axis, so that
// netCDF-4 readers open it. Used by the writer only.
#pragma once

#include "output/chunk_packer.hpp"
#include "output/h5.hpp"
#include "output/schema.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace restock {

/// Packed where that is worth it; packed with checksums, except scalars; or as they are, to be read soon and only once.
enum class Keeping : std::uint8_t { packed, with_checksums, as_they_are };

/// How values of a type are kept.
template <class T>
constexpr Kind kind_of() {
  if constexpr (std::is_same_v<T, double>)
    return Kind::f64;
  else if constexpr (std::is_same_v<T, std::int8_t>)
    return Kind::i8;
  else if constexpr (std::is_same_v<T, std::int32_t>)
    return Kind::i32;
  else if constexpr (std::is_same_v<T, std::int64_t>)
    return Kind::i64;
  else {
    static_assert(std::is_same_v<T, std::uint64_t>);
    return Kind::u64;
  }
}

class Builder {
 public:
  /// Creates the file `part`; messages name `shown`.
  Builder(const std::string& part, std::string shown, Detail detail, std::string start);

  /// Length of an axis, before the first variable over it.
  void set_axis(const std::string& axis, std::size_t length) { length_[axis] = length; }
  /// At most so many places of an axis in one chunk.
  void set_chunk(const std::string& axis, std::size_t places) { in_chunk_[axis] = places; }
  /// So many replications share a chunk of what is kept by alternative, replication and something else.
  void set_replications_in_chunk(std::size_t replications) { replications_in_chunk_ = replications; }
  /// How numbers are kept from here on.
  void set_keeping(Keeping keeping) { keeping_ = keeping; }
  /// What the bits of masks mean, before the first variable that has them.
  void set_masks(std::vector<std::string> meanings) { masks_ = std::move(meanings); }
  /// How many numbers a variable has for each place of an axis.
  std::size_t numbers_by(const Variable& variable, const std::string& axis) const;
  /// Creates a variable. One over an axis without places is left out, and what is put there is dropped.
  /// With `elsewhere` its values lie in other files.
  void create(const Variable& variable, std::vector<h5::Elsewhere> elsewhere = {});

  /// All values of a variable.
  template <class T>
  void put(const std::string& key, std::span<const T> values) {
    put_all(key, kind_of<T>(), values.data(), values.size());
  }
  void put_text(const std::string& key, const std::vector<std::string>& texts);
  /// Lengths of a variable's axes; none for one that was left out.
  std::vector<std::size_t> extent(const std::string& key) const;
  /// Writes a block of a variable: at once and quickly where it is whole chunks.
  template <class T>
  void put_block(const std::string& key, const h5::Block& block, std::span<const T> values) {
    if (!values.empty()) put_values(key, block, kind_of<T>(), values.data());
  }
  /// A dataset that was created and has values of its own; null for others.
  const h5::Handle* find(const std::string& key) const;
  /// Appends rows to a growing column, in whole chunks but for the last call.
  void append(const std::string& key, Kind kind, const void* values, std::size_t at, std::size_t count);

  /// The root, or a group, which is made if it is not there.
  h5::Place at(const std::string& group);
  /// Closes everything; throws when the file could not be written out.
  void close();

 private:
  struct Dataset {
    h5::Handle handle;
    Kind kind = Kind::f64;
    std::vector<hsize_t> extent;
    h5::Chunks chunks;
  };
  void put_all(const std::string& key, Kind kind, const void* values, std::size_t count);
  void put_values(const std::string& key, const h5::Block& block, Kind kind, const void* values);
  void describe(const Variable& variable, const h5::Place& place) const;

  h5::Place place_;
  h5::Handle file_;
  Detail detail_;
  std::string start_;
  std::map<std::string, std::size_t> length_, in_chunk_;
  std::size_t replications_in_chunk_ = 1;
  Keeping keeping_ = Keeping::packed;
  std::vector<std::string> masks_;
  std::map<std::string, h5::Handle> groups_;
  std::map<std::string, Dataset> datasets_;  ///< by `group/name`, in the root `name`
  ChunkPacker packer_;
};

/// `group/name`, or `name` in the root.
std::string key_of(const std::string& group, const std::string& name);

}  // namespace restock
