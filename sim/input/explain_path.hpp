// A path of the scenario language followed through the `fields` descriptions. Used by explain.cpp only.
#pragma once

#include "core/explained.hpp"

#include <string_view>
#include <vector>

namespace restock {

std::vector<Explained> explain_path(std::string_view path);

}  // namespace restock
