// The manual page, in roff, from the command tree. Used by man_verb.cpp.
#pragma once

#include <string>

namespace restock {

std::string manual_page();

}  // namespace restock
