// Opens a result file for reading and refuses what is not one. Used by the reader and the digest.
#pragma once

#include "output/h5.hpp"

namespace restock {

h5::Handle open_result(const std::string& path);

}  // namespace restock
