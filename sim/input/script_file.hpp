// Lua files of policies.
#pragma once

#include "input/document.hpp"
#include "input/report.hpp"
#include "input/scenario.hpp"

namespace restock {

/// Reads the program of a rule whose policy is a script, and asks it once; what is wrong is told with the line of it.
bool read_script(Sources& sources, Report& report, const Node& named_at, const Path& path, ReplenishmentRule& rule);

}  // namespace restock
