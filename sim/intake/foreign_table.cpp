#include "intake/foreign_table.hpp"

#include "input/scalars.hpp"
#include "intake/written_number.hpp"

namespace restock {

ForeignTable::ForeignTable(const std::string& path, const IntakeSettings& settings, std::uint32_t file, Report& report,
                           Foreign& found)
    : file_(file), report_(report), form_(form_of(path, settings, file, report)) {
  if (!form_) return;
  csv_.emplace(path, file, path_, report, form_->csv);
  if (!csv_->good()) return;
  columns_.emplace(csv_->header(), settings.columns);
  found.headers.insert(csv_->header().begin(), csv_->header().end());
}

bool ForeignTable::needs(ForeignColumn column, const std::string& otherwise) {
  if (has(column)) return true;
  const std::string name(to_text(column));
  report_.error({file_, 1 + form_->csv.lines_before, 1}, path_,
                {"missing_column", "no column looks like the " + name + otherwise + column_list(),
                 "name it: --column " + name + "=HEADER"});
  return false;
}

std::string ForeignTable::column_list() const {
  std::string text = "; the table has ";
  for (std::size_t c = 0; c < header().size() && c < 12; ++c) text += (c == 0 ? "" : ", ") + header()[c];
  return text + (header().size() > 12 ? ", …" : "");
}

std::string_view ForeignTable::cell(int column) const {
  return trimmed(csv_->cells()[static_cast<std::size_t>(column)]);
}

std::optional<std::string> ForeignTable::plain_number(int column) {
  const std::string text(cell(column));
  if (auto plain = with_decimal_point(text, form_->decimal)) return plain;
  if (form_->decimal == '.' || text.find('.') == std::string::npos) return text;
  refuse(column, {"wrong_type", "`" + text + "` is not a number with a decimal comma", {}});
  return std::nullopt;
}

void ForeignTable::refuse(int column, const Fault& fault) {
  report_.error(csv_->places()[static_cast<std::size_t>(column)], path_, fault);
}

std::optional<std::size_t> ForeignTable::name(ForeignColumn column, ForeignNames& names) {
  if (!cell(column).empty()) return names.add(cell(column));
  refuse(column, {"missing_value", "the cell is empty", {}});
  return std::nullopt;
}

std::optional<Quantity> ForeignTable::signed_units(int column) {
  Quantity value = 0;
  Fault fault;
  const std::optional<std::string> plain = plain_number(column);
  if (!plain) return std::nullopt;
  if (!parse_units(*plain, value, fault)) return refuse(column, fault), std::nullopt;
  return value;
}

std::optional<Quantity> ForeignTable::units(ForeignColumn column) {
  if (cell(column).empty()) return std::nullopt;
  const std::optional<Quantity> value = signed_units(at(column));
  if (value && *value < 0) return refuse(column, {"negative", "there cannot be less than nothing", {}}), std::nullopt;
  return value;
}

std::optional<double> ForeignTable::number(ForeignColumn column) {
  double value = 0.0;
  Fault fault;
  if (cell(column).empty()) return std::nullopt;
  const std::optional<std::string> plain = plain_number(at(column));
  if (!plain) return std::nullopt;
  if (!parse(*plain, value, fault)) return refuse(column, fault), std::nullopt;
  return value;
}

}  // namespace restock
