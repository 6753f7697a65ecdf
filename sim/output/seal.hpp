// The last 32 bytes of every file of ours, after what HDF5 knows of: a sum over all bytes before them. A file whose sum
// is another is refused before the library sees it, which crashes on some kinds of damage and reads others as numbers.
// Used by the writers and by whoever opens files.
#pragma once

#include <string>

namespace restock {

/// Ends a finished file. Throws ResultError.
void seal(const std::string& part);

/// Throws ResultError when a file has changed since it was sealed. A program that changes a file by way of HDF5 takes
/// the seal off, and a file without one passes: it is then for HDF5 to tell whether it is whole.
void check_seal(const std::string& path);

/// The path that was looked at last; may be asked for when everything else is broken. Empty: none.
const char* last_opened();

}  // namespace restock
