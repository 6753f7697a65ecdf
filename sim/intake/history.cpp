// Reads a demand history, in the form that it has: a line for each order, a line for each bucket, or a column for each
// product.
#include "intake/foreign.hpp"

#include "core/time.hpp"
#include "intake/foreign_table.hpp"

namespace restock {

namespace {

class HistoryReader {
 public:
  HistoryReader(const IntakeSettings& settings, std::uint32_t file, Report& report, Foreign& found)
      : settings_(settings),
        file_(file),
        report_(report),
        found_(found),
        table_(settings.history, settings, file, report, found) {}

  void read() {
    if (!table_.good()) return;
    if (table_.has(ForeignColumn::quantity))
      read_lines();
    else
      read_columns();
    if (found_.history.empty() && report_.errors() == 0)
      report_.error({file_, 1, 1}, Path{}, {"empty_file", "there is no line of demand in it", {}});
  }

 private:
  /// A quantity a line.
  void read_lines() {
    if (!table_.needs(ForeignColumn::time, " of a line") || !table_.needs(ForeignColumn::product, " of a line")) return;
    while (table_.next()) {
      Fault fault;
      HistoryLine line{};
      if (!parse_foreign_time(table_.cell(ForeignColumn::time), line.epoch_us, line.bucket_us, fault)) {
        table_.refuse(ForeignColumn::time, fault);
        continue;
      }
      const std::optional<Quantity> units = table_.signed_units(table_.at(ForeignColumn::quantity));
      if (!units) continue;
      line.units = *units;
      const std::optional<std::size_t> product = table_.name(ForeignColumn::product, found_.products);
      if (!product) continue;
      line.product = *product;
      line.site = found_.sites.add(table_.has(ForeignColumn::site) ? table_.cell(ForeignColumn::site)
                                                                   : std::string_view(settings_.only_site));
      if (line.units <= 0 || is_cancelled()) {
        ++found_.returns_left_out;
        continue;
      }
      keep_money(line.product);
      found_.history.push_back(line);
    }
  }
  bool is_cancelled() const {
    const std::string text = plain_name(table_.cell(ForeignColumn::cancelled));
    return !text.empty() && text != "0" && text != "false" && text != "f" && text != "no" && text != "n";
  }
  void keep_money(std::size_t product) {
    for (const auto& [column, kept] :
         {std::pair{ForeignColumn::price, &found_.price}, {ForeignColumn::cost, &found_.cost}})
      if (const auto value = table_.number(column); value && *value > 0.0) (*kept)[product].push_back(*value);
  }

  /// A column for each product, a row for each bucket.
  void read_columns() {
    const int time = table_.at(ForeignColumn::time);
    if (settings_.start.empty() || settings_.every.empty())
      if (!table_.needs(ForeignColumn::time, " of a row, and no --start and --every say when it was")) return;
    const std::size_t site = found_.sites.add(settings_.only_site);
    std::vector<std::size_t> products;
    for (std::size_t c = 0; c < table_.header().size(); ++c)
      products.push_back(static_cast<int>(c) == time ? 0 : found_.products.add(table_.header()[c]));
    std::int64_t at = 0, lasts = 0;
    if (time < 0 && !begin(at)) return;
    while (table_.next()) {
      Fault fault;
      if (time >= 0) {
        if (!parse_foreign_time(table_.cell(time), at, lasts, fault)) {
          table_.refuse(time, fault);
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
    if (table_.cell(column).empty()) return;  // not sold yet, or no longer
    const std::optional<Quantity> units = table_.signed_units(column);
    if (!units) return;
    line.units = *units;
    if (line.units < 0) ++found_.returns_left_out;
    if (line.units > 0) found_.history.push_back(line);
  }
  bool begin(std::int64_t& at) {
    Fault fault;
    std::int64_t ignored = 0;
    if (parse_foreign_time(settings_.start, at, ignored, fault)) return true;
    report_.error({}, Path{}, {fault.code, "--start: " + fault.problem, fault.hint});
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
  ForeignTable table_;
};

}  // namespace

void read_history(const IntakeSettings& settings, std::uint32_t file, Report& report, Foreign& found) {
  HistoryReader(settings, file, report, found).read();
}

}  // namespace restock
