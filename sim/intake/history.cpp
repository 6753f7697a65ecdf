// Reads a demand history, in the form that it has: a line for each order, a line for each bucket, or a column for each
// product.
#include "intake/foreign.hpp"

#include "core/time.hpp"
#include "input/csv.hpp"
#include "input/scalars.hpp"
#include "input/words.hpp"

#include <algorithm>

namespace restock {

namespace {

class HistoryReader {
 public:
  HistoryReader(const IntakeSettings& settings, std::uint32_t file, Report& report, Foreign& found)
      : settings_(settings),
        file_(file),
        report_(report),
        found_(found),
        csv_(settings.history, file, path_, report),
        columns_(csv_.good() ? csv_.header() : std::vector<std::string>{}, settings.columns) {}

  void read() {
    if (!csv_.good() || !is_cut_at_commas(csv_.header(), file_, report_)) return;
    if (columns_.has(ForeignColumn::quantity))
      read_lines();
    else
      read_columns();
    if (found_.history.empty() && report_.errors() == 0)
      report_.error({file_, 1, 1}, path_, {"empty_file", "there is no line of demand in it", {}});
  }

 private:
  std::string_view cell(ForeignColumn column) const { return columns_.cell(csv_.cells(), column); }
  Where place(int column) const { return csv_.places()[static_cast<std::size_t>(std::max(column, 0))]; }
  void refuse(int column, const Fault& fault) { report_.error(place(column), path_, fault); }
  void missing(ForeignColumn column, const std::string& why) {
    report_.error({file_, 1, 1}, path_,
                  {"missing_column", "no column looks like the " + std::string(to_text(column)) + why,
                   "name it: --column " + std::string(to_text(column)) + "=HEADER"});
  }

  /// A quantity a line.
  void read_lines() {
    if (!columns_.has(ForeignColumn::time)) return missing(ForeignColumn::time, " of a line");
    if (!columns_.has(ForeignColumn::product)) return missing(ForeignColumn::product, " of a line");
    while (csv_.next()) {
      Fault fault;
      HistoryLine line{};
      if (!parse_foreign_time(cell(ForeignColumn::time), line.epoch_us, line.bucket_us, fault)) {
        refuse(columns_.at(ForeignColumn::time), fault);
        continue;
      }
      if (!parse_units(cell(ForeignColumn::quantity), line.units, fault)) {
        refuse(columns_.at(ForeignColumn::quantity), fault);
        continue;
      }
      if (trimmed(cell(ForeignColumn::product)).empty()) {
        refuse(columns_.at(ForeignColumn::product), {"missing_value", "the cell is empty", {}});
        continue;
      }
      line.product = found_.products.add(cell(ForeignColumn::product));
      line.site = found_.sites.add(columns_.has(ForeignColumn::site) ? cell(ForeignColumn::site) : settings_.only_site);
      if (line.units <= 0 || is_cancelled()) {
        ++found_.returns_left_out;
        continue;
      }
      keep_money(line.product);
      found_.history.push_back(line);
    }
  }
  bool is_cancelled() const {
    const std::string_view text = trimmed(cell(ForeignColumn::cancelled));
    return !text.empty() && text != "0" && text != "false" && text != "no" && text != "False" && text != "N";
  }
  void keep_money(std::size_t product) {
    for (const auto& [column, kept] :
         {std::pair{ForeignColumn::price, &found_.price}, {ForeignColumn::cost, &found_.cost}}) {
      double value = 0.0;
      Fault fault;
      if (!columns_.has(column) || trimmed(cell(column)).empty()) continue;
      if (!parse(trimmed(cell(column)), value, fault))
        refuse(columns_.at(column), fault);
      else if (value > 0.0)
        (*kept)[product].push_back(value);
    }
  }

  /// A column for each product, a row for each bucket.
  void read_columns() {
    const int time = columns_.at(ForeignColumn::time);
    if (time < 0 && (settings_.start.empty() || settings_.every.empty()))
      return missing(ForeignColumn::time, " of a row, and no --start and --every say when it was");
    const std::size_t site = found_.sites.add(settings_.only_site);
    std::vector<std::size_t> products;
    for (std::size_t c = 0; c < csv_.header().size(); ++c)
      products.push_back(static_cast<int>(c) == time ? 0 : found_.products.add(csv_.header()[c]));
    std::int64_t at = 0, lasts = 0;
    if (time < 0 && !begin(at)) return;
    while (csv_.next()) {
      Fault fault;
      if (time >= 0) {
        if (!parse_foreign_time(cell(ForeignColumn::time), at, lasts, fault)) {
          refuse(time, fault);
          continue;
        }
        if (lasts == 0) lasts = day;
      } else {
        lasts = row_length(at);
      }
      for (std::size_t c = 0; c < products.size(); ++c)
        if (static_cast<int>(c) != time) read_cell(static_cast<int>(c), {at, lasts, site, products[c], 0});
      if (time < 0) at += lasts;
    }
  }
  void read_cell(int column, HistoryLine line) {
    const std::string_view text = trimmed(csv_.cells()[static_cast<std::size_t>(column)]);
    Fault fault;
    if (text.empty()) return;  // not sold yet, or no longer
    if (!parse_units(text, line.units, fault)) return refuse(column, fault);
    if (line.units < 0) ++found_.returns_left_out;
    if (line.units > 0) found_.history.push_back(line);
  }
  bool begin(std::int64_t& at) {
    Fault fault;
    std::int64_t ignored = 0;
    if (parse_foreign_time(settings_.start, at, ignored, fault)) return true;
    report_.error({}, path_, {fault.code, "--start: " + fault.problem, fault.hint});
    return false;
  }
  std::int64_t row_length(std::int64_t at) const {
    if (settings_.every == "month") return month_after(at) - at;
    return settings_.every == "week" ? week : day;
  }

  const IntakeSettings& settings_;
  std::uint32_t file_;
  Report& report_;
  Foreign& found_;
  Path path_;
  CsvReader csv_;
  ForeignColumns columns_;
};

}  // namespace

void read_history(const IntakeSettings& settings, std::uint32_t file, Report& report, Foreign& found) {
  HistoryReader(settings, file, report, found).read();
}

}  // namespace restock
