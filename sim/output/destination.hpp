// Where a result goes: checked before the run starts, written under a temporary name, published only when complete.
#pragma once

#include <string>

namespace restock {

/// Throws a ResultError if `path` exists (unless `force`), is a directory, or lies in a directory that is missing or
/// not writable.
void check_destination(const std::string& path, bool force);

/// The temporary name: `x.h5.part`.
std::string part_of(const std::string& path);

/// A temporary name that no other process takes, hidden beside the file: several may write the same result at once.
std::string unique_part_of(const std::string& path);

/// Makes the finished temporary file durable and gives it its name.
void publish(const std::string& path);
void publish(const std::string& part, const std::string& path);

}  // namespace restock
