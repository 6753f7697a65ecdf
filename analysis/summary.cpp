#include "analysis/summary.hpp"

#include "analysis/numbers.hpp"
#include "estimate/estimate.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock {

namespace {

std::string headline(const Results& results) {
  const ResultHeader& header = results.header;
  const auto days = [](Time span) {
    return fmt::format("{:.6g} d", static_cast<double>(span) / static_cast<double>(day));
  };
  const auto run = std::count(results.present.begin(), results.present.end(), std::int8_t{1});
  const std::size_t cells = results.present.size();
  std::string text = fmt::format("{}\n{} from {}", header.scenario, days(header.length), header.start);
  if (header.warmup > 0) text += fmt::format(" after {} of warm-up", days(header.warmup));
  text +=
      fmt::format(", {} replication{}, seed {}", header.replications, header.replications == 1 ? "" : "s", header.seed);
  if (static_cast<std::size_t>(run) < cells) text += fmt::format(" ({} of {} cells run)", run, cells);
  return text + "\n";
}

/// One metric of every alternative, all with the same decimals.
struct Line {
  std::vector<Estimate> values;
  int decimals = 0;
  bool defined = false;
};

Line line_of(const Results& results, std::size_t metric) {
  Line line;
  for (std::size_t a = 0; a < results.header.axes.alternatives.size(); ++a) {
    line.values.push_back(estimate(results.of(metric, a)));
    line.defined = line.defined || line.values.back().mean.has_value();
  }
  line.decimals = decimals_for(line.values);
  return line;
}

/// A column of labels, then one for each alternative.
std::vector<std::vector<std::string>> columns_of(const Results& results, bool all) {
  const std::vector<std::string>& names = results.header.axes.alternatives;
  std::vector<std::vector<std::string>> columns(names.size() + 1);
  columns[0] = {""};
  for (std::size_t a = 0; a < names.size(); ++a) columns[a + 1] = {names[a]};
  for (const std::size_t metric : all ? all_metrics() : headline_metrics()) {
    const Line line = line_of(results, metric);
    if (!line.defined) continue;
    columns[0].push_back(labelled(metric));
    for (std::size_t a = 0; a < names.size(); ++a)
      columns[a + 1].push_back(with_interval(line.values[a], line.decimals, results.header.replications));
  }
  return columns;
}

std::size_t width_of_column(const std::vector<std::string>& cells) {
  std::size_t most = 0;
  for (const std::string& cell : cells) most = std::max(most, width_of(cell));
  return most;
}

}  // namespace

std::string summary_table(const Results& results, bool all, std::size_t width) {
  const std::vector<std::vector<std::string>> columns = columns_of(results, all);
  std::string text = headline(results);
  for (std::size_t first = 1; first < columns.size();) {
    std::size_t used = width_of_column(columns[0]), end = first;
    while (end < columns.size() && (end == first || used + 2 + width_of_column(columns[end]) <= width))
      used += 2 + width_of_column(columns[end++]);
    Table table;
    for (std::size_t i = 0; i < columns[0].size(); ++i) {
      std::vector<std::string> cells{columns[0][i]};
      for (std::size_t c = first; c < end; ++c) cells.push_back(columns[c][i]);
      table.row(std::move(cells));
    }
    text += "\n" + table.text();
    first = end;
  }
  return text + (results.header.replications > 1 ? "\nmean ± half-width of the 95 % interval over replications\n" : "");
}

}  // namespace restock
