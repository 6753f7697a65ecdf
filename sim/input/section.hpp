// How a section of the scenario is written: a mapping of names, a list, a table, or a list with tables in it.
#pragma once

#include "input/document.hpp"
#include "input/report.hpp"
#include "input/table.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace restock {

inline constexpr std::string_view name_key = "name";
inline constexpr std::string_view file_key = "file";

/// Why a text cannot be the name of a product, site, lane, demand entry or rule.
std::optional<Fault> name_fault(std::string_view name);

/// The name of an item of a list or table: its `name`, or for a lane `from->to`; empty when it has none.
std::string item_name(std::string_view section, const Node& item);

/// What a table of this section looks like; nullopt when the key is no section of items.
std::optional<TableShape> section_shape(std::string_view section);

/// Whether an element of a list stands for a table: `{ file: rows.csv, …defaults }`.
bool is_table(const Node& element);
/// The defaults beside `file`.
Node table_defaults(const Node& element);

}  // namespace restock
