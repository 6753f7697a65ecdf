#include "intake/foreign_table.hpp"

#include "input/scalars.hpp"

namespace restock {

ForeignTable::ForeignTable(const std::string& path, const IntakeSettings& settings, std::uint32_t file, Report& report,
                           Foreign& found)
    : file_(file),
      report_(report),
      csv_(path, file, path_, report),
      columns_(csv_.good() ? csv_.header() : std::vector<std::string>{}, settings.columns) {
  if (csv_.good()) found.headers.insert(csv_.header().begin(), csv_.header().end());
}

bool ForeignTable::good() {
  if (!csv_.good() || header().size() != 1 || header()[0].find_first_of(";\t") == std::string::npos) return csv_.good();
  const bool semicolons = header()[0].find(';') != std::string::npos;
  report_.error({file_, 1, 1}, path_,
                {"missing_column", std::string("the columns are separated by ") + (semicolons ? "semicolons" : "tabs"),
                 "export the table with commas between columns and a point in decimal numbers"});
  return false;
}

bool ForeignTable::needs(ForeignColumn column, const std::string& otherwise) {
  if (has(column)) return true;
  const std::string name(to_text(column));
  report_.error(
      {file_, 1, 1}, path_,
      {"missing_column", "no column looks like the " + name + otherwise, "name it: --column " + name + "=HEADER"});
  return false;
}

std::string_view ForeignTable::cell(int column) const {
  return trimmed(csv_.cells()[static_cast<std::size_t>(column)]);
}

void ForeignTable::refuse(int column, const Fault& fault) {
  report_.error(csv_.places()[static_cast<std::size_t>(column)], path_, fault);
}

std::optional<std::size_t> ForeignTable::name(ForeignColumn column, ForeignNames& names) {
  if (!cell(column).empty()) return names.add(cell(column));
  refuse(column, {"missing_value", "the cell is empty", {}});
  return std::nullopt;
}

std::optional<Quantity> ForeignTable::units(ForeignColumn column) {
  Quantity value = 0;
  Fault fault;
  if (cell(column).empty()) return std::nullopt;
  if (!parse_units(cell(column), value, fault)) return refuse(column, fault), std::nullopt;
  if (value < 0) return refuse(column, {"negative", "there cannot be less than nothing", {}}), std::nullopt;
  return value;
}

std::optional<double> ForeignTable::number(ForeignColumn column) {
  double value = 0.0;
  Fault fault;
  if (cell(column).empty()) return std::nullopt;
  if (!parse(cell(column), value, fault)) return refuse(column, fault), std::nullopt;
  return value;
}

}  // namespace restock
