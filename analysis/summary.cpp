#include "analysis/summary.hpp"

#include "analysis/input_table.hpp"
#include "analysis/numbers.hpp"
#include "estimate/input_spread.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock {

namespace {

constexpr std::size_t most_disruptions = 12;  ///< in the short table

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
    line.values.push_back(estimate_over(results.of(metric, a), results.header.inputs.resamples));
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

/// The same for disruptions: the share of the window in which each was active, and the spells that began in it.
std::vector<std::vector<std::string>> disruption_columns(const Results& results, bool all) {
  const Axes& axes = results.header.axes;
  const std::size_t shown = all ? axes.disruptions.size() : std::min(axes.disruptions.size(), most_disruptions);
  std::vector<std::vector<std::string>> columns(axes.alternatives.size() + 1);
  columns[0] = {"active, in so many spells"};
  for (std::size_t d = 0; d < shown; ++d) columns[0].push_back("  " + axes.disruptions[d]);
  for (std::size_t a = 0; a < axes.alternatives.size(); ++a) {
    columns[a + 1] = {axes.alternatives[a]};
    for (std::size_t d = 0; d < shown; ++d) {
      const Estimate active = estimate(results.of_disruption(&Results::active, a, d));
      const Estimate spells = estimate(results.of_disruption(&Results::spells, a, d));
      columns[a + 1].push_back(
          active.mean ? fmt::format("{:.1f} % in {:.3g}", *active.mean * 100.0, spells.mean.value_or(0.0)) : "–");
    }
  }
  return columns;
}

std::size_t width_of_column(const std::vector<std::string>& cells) {
  std::size_t most = 0;
  for (const std::string& cell : cells) most = std::max(most, width_of(cell));
  return most;
}

/// As many columns beside the labels as fit, then a block with the next.
std::string in_blocks(const std::vector<std::vector<std::string>>& columns, std::size_t width) {
  std::string text;
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
  return text;
}

}  // namespace

std::string summary_table(const Results& results, bool all, std::size_t width) {
  std::string text = headline(results) + in_blocks(columns_of(results, all), width);
  if (const std::size_t disruptions = results.header.axes.disruptions.size(); disruptions > 0) {
    text += in_blocks(disruption_columns(results, all), width);
    if (!all && disruptions > most_disruptions)
      text += fmt::format("  and {} more, in the result file\n", disruptions - most_disruptions);
  }
  if (results.header.replications > 1)
    text += results.header.inputs.resamples > 0
                ? "\nmean ± half-width of the 95 % interval over resamples of the inputs\n"
                : "\nmean ± half-width of the 95 % interval over replications\n";
  return text + input_table(results, all);
}

}  // namespace restock
