// A result as a long, tidy table for spreadsheets: one value a line.
#pragma once

#include "output/reader.hpp"

#include <functional>
#include <string_view>

namespace restock {

/// Writes `statistic,site,product,alternative,replication,value` and a line for each value that is defined: totals
/// (site and product empty), sites (product empty) and stock points, as far as the result keeps them. `write` gets text
/// in portions, so memory is bounded by one metric.
void export_csv(const ResultReader& reader, const std::function<void(std::string_view)>& write);

}  // namespace restock
