// Reads demand traces.
#include "input/trace.hpp"

#include "input/csv.hpp"
#include "input/scalars.hpp"
#include "input/source.hpp"
#include "input/words.hpp"

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

}  // namespace

bool read_trace(Sources& sources, Report& report, const std::string& name, const Node& named_at,
                std::int64_t start_epoch_us, const Path& path, std::vector<TraceGroup>& out) {
  auto fault = table_name_fault(name);
  const std::string file_path = sources.table_path(name);
  if (!fault) fault = file_fault(file_path);
  if (fault) {
    report.error(named_at.where, path, *fault);
    return false;
  }
  const std::uint32_t file = sources.add(file_path);
  const std::size_t errors_before = report.errors();
  CsvReader csv(file_path, file, path, report);
  if (!csv.good()) return false;
  constexpr std::string_view known[] = {"time", "quantity", "site", "product"};
  for (std::size_t i = 0; i < csv.header().size(); ++i)
    if (std::find(std::begin(known), std::end(known), csv.header()[i]) == std::end(known))
      report.error(
          csv.places()[i], path,
          {"unknown_key", "column " + std::to_string(i + 1) + " `" + csv.header()[i] + "` is not a column of a trace",
           hint_among(csv.header()[i], {std::begin(known), std::end(known)})});
  for (const std::string_view needed : {"time", "quantity"})
    if (csv.column(needed) < 0)
      report.error({file, csv.places()[0].line, 1}, path,
                   {"missing_column", "the table has no column " + std::string(needed),
                    "a trace has columns time, quantity and optionally site and product"});
  if (report.errors() > errors_before) return false;
  const int time = csv.column("time"), quantity = csv.column("quantity"), site = csv.column("site"),
            product = csv.column("product");
  std::unordered_map<std::string, std::size_t> groups;
  while (csv.next()) {
    report.table = {file, &csv.header(), &csv.places()};
    const auto cell = [&](int column) -> const std::string& { return csv.cells()[static_cast<std::size_t>(column)]; };
    const auto place = [&](int column) { return csv.places()[static_cast<std::size_t>(column)]; };
    TraceLine line;
    Fault wrong;
    bool fine = true;
    if (!read_time(cell(time), start_epoch_us, line.at, wrong)) {
      report.error(place(time), path, wrong);
      fine = false;
    }
    if (!parse(cell(quantity), line.units, wrong)) {
      report.error(place(quantity), path, wrong);
      fine = false;
    } else if (line.units < 1) {
      report.error(place(quantity), path,
                   {"negative", "`" + cell(quantity) + "`: a quantity must be at least 1",
                    "returns are not demand: leave the line out"});
      fine = false;
    }
    for (const int column : {site, product}) {
      if (column < 0 || !cell(column).empty()) continue;
      report.error(place(column), path,
                   {"missing_value", "the cell is empty",
                    "name the " + csv.header()[static_cast<std::size_t>(column)] + " on every line"});
      fine = false;
    }
    report.table = {};
    if (!fine) continue;
    const std::string at = site < 0 ? std::string() : cell(site);
    const std::string what = product < 0 ? std::string() : cell(product);
    const auto [group, fresh] = groups.emplace(at + "\n" + what, out.size());
    if (fresh) out.push_back({at, what, {file, csv.row().line, 1}, {}});
    out[group->second].lines.push_back(line);
  }
  for (TraceGroup& group : out)
    std::stable_sort(group.lines.begin(), group.lines.end(),
                     [](const TraceLine& a, const TraceLine& b) { return a.at < b.at; });
  return report.errors() == errors_before;
}

}  // namespace restock
