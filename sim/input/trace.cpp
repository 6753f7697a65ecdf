// Reads demand traces.
#include "input/trace.hpp"

#include "input/csv.hpp"
#include "input/scalars.hpp"
#include "input/table.hpp"

#include <algorithm>
#include <unordered_map>

namespace restock {

namespace {

bool read_time(const std::string& text, std::int64_t start_epoch_us, Time& out, Fault& fault) {
  if (!looks_like_date(text)) return parse_offset(text, out, fault);
  std::int64_t epoch_us = 0;
  if (!parse_date(text, epoch_us, fault)) return false;
  out = epoch_us - start_epoch_us;
  if (out < never && out > -never) return true;
  fault = {"out_of_range", "`" + text + "` is more than 71 years from start", {}};
  return false;
}

/// The current line of a trace; `text` gives a cell by its column, empty where there is no such column.
class LineReader {
 public:
  LineReader(const CsvReader& csv, const Path& path, Report& report)
      : site(csv.column("site")),
        product(csv.column("product")),
        csv_(csv),
        path_(path),
        report_(report),
        time_(csv.column("time")),
        quantity_(csv.column("quantity")) {}

  bool read(std::int64_t start_epoch_us, TraceLine& line) {
    Fault wrong;
    fine_ = true;
    if (!read_time(text(time_), start_epoch_us, line.at, wrong)) refuse(time_, wrong);
    if (!parse(text(quantity_), line.units, wrong))
      refuse(quantity_, wrong);
    else if (line.units < 1)
      refuse(quantity_, {"negative", "`" + text(quantity_) + "`: a quantity must be at least 1",
                         "returns are not demand: leave the line out"});
    for (const int column : {site, product})
      if (column >= 0 && text(column).empty())
        refuse(column, {"missing_value", "the cell is empty",
                        "name the " + csv_.header()[static_cast<std::size_t>(column)] + " on every line"});
    return fine_;
  }
  std::string text(int column) const {
    return column < 0 ? std::string() : csv_.cells()[static_cast<std::size_t>(column)];
  }

  const int site, product;

 private:
  void refuse(int column, const Fault& fault) {
    report_.error(csv_.places()[static_cast<std::size_t>(column)], path_, fault);
    fine_ = false;
  }

  const CsvReader& csv_;
  const Path& path_;
  Report& report_;
  int time_, quantity_;
  bool fine_ = true;
};

}  // namespace

bool read_trace(Sources& sources, Report& report, const std::string& name, const Node& named_at,
                std::int64_t start_epoch_us, const Path& path, std::vector<TraceGroup>& out) {
  const std::optional<std::uint32_t> opened = open_table(sources, report, name, named_at, path);
  if (!opened) return false;
  const std::uint32_t file = *opened;
  const std::size_t errors_before = report.errors();
  CsvReader csv(sources.table_path(name), file, path, report);
  if (!csv.good()) return false;
  if (!check_columns(csv,
                     {"a trace",
                      "a trace has columns time, quantity and optionally site and product",
                      {"time", "quantity", "site", "product"},
                      {"time", "quantity"}},
                     path, report))
    return false;
  LineReader reader(csv, path, report);
  std::unordered_map<std::string, std::size_t> groups;
  while (csv.next()) {
    report.table = {file, &csv.header(), &csv.places()};
    TraceLine line;
    const bool fine = reader.read(start_epoch_us, line);
    report.table = {};
    if (!fine) continue;
    const std::string at = reader.text(reader.site), what = reader.text(reader.product);
    std::string both = at;
    both += '\n';
    both += what;
    const auto [group, fresh] = groups.emplace(std::move(both), out.size());
    if (fresh) out.push_back({at, what, {file, csv.row().line, 1}, {}});
    out[group->second].lines.push_back(line);
  }
  for (TraceGroup& group : out)
    std::stable_sort(group.lines.begin(), group.lines.end(),
                     [](const TraceLine& a, const TraceLine& b) { return a.at < b.at; });
  return report.errors() == errors_before;
}

}  // namespace restock
