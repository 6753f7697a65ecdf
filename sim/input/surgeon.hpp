// Applies one patch to a tree. Used by patch.cpp only.
#pragma once

#include "input/patch.hpp"
#include "input/report.hpp"

namespace restock {

/// Sets `value`, written at `where`, at the patch's path below `root`; opens tables (which joins `sources`) and calls
/// on the way. False when a problem was reported.
bool apply_patch(Node& root, Sources& sources, Report& report, const Patch& patch, Node value, Where where);

}  // namespace restock
