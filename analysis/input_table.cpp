#include "analysis/input_table.hpp"

#include "analysis/numbers.hpp"
#include "estimate/input_spread.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock {

namespace {

constexpr std::size_t most_names = 6;  ///< in the line above the table

std::string observed(const ResampledInputs& inputs) {
  std::string text;
  for (std::size_t i = 0; i < std::min(inputs.names.size(), most_names); ++i) {
    const ResampledInput& one = inputs.names[i];
    text += fmt::format("{}{} ({} {})", i == 0 ? "" : ", ", one.name, one.observations,
                        one.blocks ? "blocks" : "observations");
  }
  if (inputs.names.size() > most_names) text += fmt::format(" and {} more", inputs.names.size() - most_names);
  return text;
}

std::string number(const std::optional<double>& value, int decimals) {
  return value ? fmt::format("{:.{}f}", *value, decimals) : "–";
}

std::string span(const std::optional<double>& low, const std::optional<double>& high, int decimals) {
  return low && high ? fmt::format("{:.{}f} … {:.{}f}", *low, decimals, *high, decimals) : "–";
}

/// Nothing where nothing varies, as of an alternative that replays what happened.
std::string table_of(const Results& results, std::size_t alternative, bool all) {
  bool varies = false;
  Table table;
  table.row({results.header.axes.alternatives[alternative], "mean", "spread by inputs", "by luck", "share of inputs",
             "95 % of means", "95 % of single runs"});
  for (const std::size_t metric : all ? all_metrics() : headline_metrics()) {
    Estimate mean = estimate(results.of(metric, alternative));
    const InputSpread spread = input_spread(results.of(metric, alternative), results.header.inputs.resamples);
    if (!mean.mean) continue;
    if (spread.one_low && spread.one_low == spread.one_high) continue;  // the same in every replication
    varies = true;
    mean.half_width = std::max(spread.input_deviation.value_or(0.0), spread.simulation_deviation.value_or(0.0));
    const int decimals = decimals_for({mean});
    table.row({labelled(metric), number(mean.mean, decimals), number(spread.input_deviation, decimals),
               number(spread.simulation_deviation, decimals),
               spread.input_share ? fmt::format("{:.0f} %", *spread.input_share * 100.0) : "–",
               span(spread.mean_low, spread.mean_high, decimals), span(spread.one_low, spread.one_high, decimals)});
  }
  return varies ? "\n" + table.text() : std::string();
}

}  // namespace

std::string input_table(const Results& results, bool all) {
  const ResampledInputs& inputs = results.header.inputs;
  if (inputs.resamples == 0) return {};
  std::string text = fmt::format("\ninputs, {} resamples: {}\n", inputs.resamples, observed(inputs));
  for (std::size_t a = 0; a < results.header.axes.alternatives.size(); ++a) text += table_of(results, a, all);
  if (results.header.replications <= inputs.resamples)
    text += "\nno resample has two replications, so nothing tells what is luck: run more of them, or fewer resamples\n";
  return text +
         "\nstandard deviation of a replication by the inputs (between resamples) and by luck (within them); share of "
         "the\n"
         "inputs in its variance. 95 % of the means of resamples: how sure the metric is, as far as the data go; 95 % "
         "of\n"
         "single runs: what one such period may show. What is the same in every replication is left out\n";
}

}  // namespace restock
