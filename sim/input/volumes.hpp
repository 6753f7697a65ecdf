// Demand by stock point: CSV files of volumes.
#pragma once

#include "demand/volumes.hpp"
#include "input/document.hpp"
#include "input/report.hpp"

#include <string>

namespace restock {

/// Reads columns volume and optionally at and product, a stock point a row. False when any problem was reported.
bool read_volumes(Sources& sources, Report& report, const std::string& name, const Node& named_at, const Path& path,
                  Volumes& out);

}  // namespace restock
