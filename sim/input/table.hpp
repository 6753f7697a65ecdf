// A CSV table as items: each row is a mapping of its columns, laid over defaults. Rows come one at a time.
#pragma once

#include "input/document.hpp"
#include "input/report.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// What a table's columns have to be.
struct TableShape {
  std::vector<std::string_view> keys;    ///< known keys of an item; a column is one of these, or `key.parameter`
  std::vector<std::string_view> needed;  ///< keys that a column or a default has to give
};

/// Joins the table to the sources and gives its index there; nothing, and a report, when it cannot be read.
std::optional<std::uint32_t> open_table(Sources& sources, Report& report, const std::string& name, const Node& named_at,
                                        const Path& path);

/// Calls `row(item)` for every row; `item` is a mapping that may hold `name`. False when any problem was reported.
bool each_row(Sources& sources, Report& report, const std::string& name, const Node& named_at, const Node* defaults,
              const TableShape& shape, const Path& path, const std::function<bool(const Node&)>& row);

}  // namespace restock
