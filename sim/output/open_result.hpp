// Opens a result file for reading and refuses what is not one. Used by the reader and the digest.
#pragma once

#include "output/h5.hpp"
#include "output/schema.hpp"

#include <string>
#include <string_view>

namespace restock {

/// Whether there is such a file and it is HDF5, whoever wrote it.
bool is_hdf5(const std::string& path);
/// A complete result of `restock run`, or of the kind that is asked for.
h5::Handle open_result(const std::string& path, std::string_view filetype = result_filetype);
/// Any of ours that is complete; says which kind it is.
h5::Handle open_any(const std::string& path, std::string& filetype);

}  // namespace restock
