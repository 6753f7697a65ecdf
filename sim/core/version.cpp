// The version numbers come from CMakeLists.txt; only this file is compiled anew when one changes.
#include "core/version.hpp"

namespace restock {

std::string_view program_version() { return RESTOCK_VERSION; }

std::string_view compiler_version() {
#ifdef __clang__
  return __VERSION__;
#else
  return "g++ " __VERSION__;
#endif
}

std::string_view boost_version() { return RESTOCK_BOOST; }

std::string_view lua_version() { return RESTOCK_LUA; }

}  // namespace restock
