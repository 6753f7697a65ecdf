// Where a result goes: checked before the run starts, written under a temporary name, published only when complete.
#pragma once

#include <string>
#include <utility>

namespace restock {

/// Throws a ResultError if `path` exists (unless `force`), is a directory, or lies in a directory that is missing or
/// not writable.
void check_destination(const std::string& path, bool force);

/// The temporary name: `x.h5.part`.
std::string part_of(const std::string& path);

/// A temporary name that no other process takes, hidden beside the file: several may write the same result at once.
std::string unique_part_of(const std::string& path);

/// Removes what processes of this machine that are dead left half written under such names, if nobody has touched it
/// for a while.
void remove_abandoned_parts(const std::string& path);

/// A temporary file, which goes unless it gets its name. Declare it before what writes into it: that is closed first,
/// also when it could not be begun.
class PartFile {
 public:
  explicit PartFile(std::string path) : path_(std::move(path)) {}
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;
  const std::string& path() const { return path_; }
  /// Makes it durable and gives it its name.
  void publish(const std::string& name);

 private:
  std::string path_;
  bool published_ = false;
};

/// Makes the finished temporary file of this name durable and gives it its name.
void publish(const std::string& path);

}  // namespace restock
