// How another program wrote its table: what separates the columns, and what stands before decimals. Found in the file
// itself where it says so, and refused where it could be one thing or another. Used by foreign_table.cpp.
#pragma once

#include "input/csv.hpp"
#include "intake/foreign.hpp"

#include <optional>
#include <string>

namespace restock {

struct TableForm {
  CsvForm csv;
  char decimal = '.';
};

/// By the user's word, else by `sep=;` in the first line, else by what the header and the first rows have in common;
/// decimals by the numbers of the table. nullopt where that is not clear, which is said. A file that cannot be read is
/// left to whoever reads it.
std::optional<TableForm> form_of(const std::string& path, const IntakeSettings& settings, std::uint32_t file,
                                 Report& report);

}  // namespace restock
