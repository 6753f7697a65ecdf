// Demand traces: CSV files of order lines.
#pragma once

#include "input/document.hpp"
#include "input/report.hpp"
#include "input/scenario.hpp"

#include <string>
#include <vector>

namespace restock {

/// Reads columns time, quantity and optionally site and product; lines of each (site, product) are sorted by time,
/// lines of the same instant stay in the file's order, and groups are in the order in which the file first names them.
bool read_trace(Sources& sources, Report& report, const std::string& name, const Node& named_at,
                std::int64_t start_epoch_us, const Path& path, std::vector<TraceGroup>& out);

}  // namespace restock
