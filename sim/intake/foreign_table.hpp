// One of other people's tables, its cells found by what their columns are called. Used by the readers of this room.
#pragma once

#include "input/csv.hpp"
#include "intake/foreign.hpp"
#include "intake/table_form.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

class ForeignTable {
 public:
  ForeignTable(const std::string& path, const IntakeSettings& settings, std::uint32_t file, Report& report,
               Foreign& found);

  /// Whether it could be opened and it is clear how it is written; if not, that has been said.
  bool good() const { return csv_ && csv_->good(); }
  /// The next row; false at the end.
  bool next() { return csv_->next(); }
  const std::vector<std::string>& header() const { return csv_->header(); }

  bool has(ForeignColumn column) const { return columns_->has(column); }
  int at(ForeignColumn column) const { return columns_->at(column); }
  /// Whether there is such a column; if not, it is said what would take its place.
  bool needs(ForeignColumn column, const std::string& otherwise = {});

  /// A cell of the row without blanks around it; empty where there is no such column.
  std::string_view cell(ForeignColumn column) const { return has(column) ? cell(at(column)) : std::string_view(); }
  std::string_view cell(int column) const;
  void refuse(int column, const Fault& fault);
  void refuse(ForeignColumn column, const Fault& fault) { refuse(at(column), fault); }

  /// The name in a cell; an empty one is refused.
  std::optional<std::size_t> name(ForeignColumn column, ForeignNames& names);
  /// What stands in a cell, also less than nothing; what is no whole number of units is refused.
  std::optional<Quantity> signed_units(int column);
  /// The same, if anything does; less than nothing is refused.
  std::optional<Quantity> units(ForeignColumn column);
  std::optional<double> number(ForeignColumn column);

 private:
  std::string column_list() const;
  /// The number of a cell as this program writes it. A point that stands wrong is refused; whatever else is no number
  /// is left to whoever reads it.
  std::optional<std::string> plain_number(int column);

  std::uint32_t file_;
  Report& report_;
  Path path_;
  std::optional<TableForm> form_;
  std::optional<CsvReader> csv_;
  std::optional<ForeignColumns> columns_;
};

}  // namespace restock
