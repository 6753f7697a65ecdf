// The version number comes from CMakeLists.txt; only this file is compiled anew when it changes.
#include "core/version.hpp"

namespace restock {

std::string_view program_version() { return RESTOCK_VERSION; }

}  // namespace restock
