// A result as a long, tidy table for spreadsheets and programs: one value a line.
#pragma once

#include "output/reader.hpp"
#include "output/sweep_result.hpp"

#include <cstdint>
#include <functional>
#include <string_view>

namespace restock {

/// Comma-separated with a heading (RFC 4180), or a JSON object on each line.
enum class TableFormat : std::uint8_t { csv, jsonl };

/// Writes statistic, site, product, alternative, replication and value of each value that is defined: totals (site and
/// product empty, in JSON null), sites (product empty) and stock points, as far as the result keeps them. `write` gets
/// text in portions, so memory is bounded by one metric.
void export_table(const ResultReader& reader, TableFormat format, const std::function<void(std::string_view)>& write);

/// The same for a sweep, with the design point and the value of each factor in front.
void export_table(const SweepResult& sweep, TableFormat format, const std::function<void(std::string_view)>& write);

}  // namespace restock
