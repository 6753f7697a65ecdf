// Which version of the program this is: shown by the command, written into every result.
#pragma once

#include <string_view>

namespace restock {

/// As in CMakeLists.txt, for example "0.1.0".
std::string_view program_version();

}  // namespace restock
