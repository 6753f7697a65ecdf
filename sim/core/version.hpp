// Which version of the program this is, and what it was built with: shown by the command, written into every result.
#pragma once

#include <string_view>

namespace restock {

/// As in CMakeLists.txt, for example "0.1.0".
std::string_view program_version();

/// Compiler and its version, for example "g++ 12.2.0".
std::string_view compiler_version();
/// Of the libraries that were compiled in, for example "1.74" and "5.4.4".
std::string_view boost_version();
std::string_view lua_version();

}  // namespace restock
