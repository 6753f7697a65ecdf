#include "analysis/batch.hpp"

#include "analysis/numbers.hpp"
#include "estimate/input_spread.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace restock {

namespace {

/// Columns of the table: few, so that it fits beside long names.
std::vector<std::size_t> batch_metrics(const std::vector<BatchRun>& runs) {
  constexpr std::array<std::string_view, 6> names{"fill_rate", "lost_rate",  "cancel_rate",
                                                  "mean_wait", "total_cost", "profit"};
  std::vector<std::size_t> chosen;
  for (const std::string_view name : names) {
    const std::size_t metric = metric_index(name).value();
    const bool defined = std::any_of(runs.begin(), runs.end(), [&](const BatchRun& run) {
      if (!run.results) return false;
      for (std::size_t a = 0; a < run.results->header.axes.alternatives.size(); ++a)
        if (estimate(run.results->of(metric, a)).mean) return true;
      return false;
    });
    if (defined) chosen.push_back(metric);
  }
  return chosen;
}

std::string checks_cell(const BatchRun& run, const std::string& alternative) {
  std::size_t all = 0, met = 0, missed = 0;
  for (const CheckedClaim& claim : run.claims) {
    if (claim.alternative != alternative) continue;
    ++all;
    met += claim.judgement == Judgement::met ? 1 : 0;
    missed += claim.judgement == Judgement::missed ? 1 : 0;
  }
  if (all == 0) return {};
  return fmt::format("{} of {} met{}", met, all, missed > 0 ? fmt::format(", {} missed", missed) : std::string());
}

}  // namespace

std::string batch_table(const std::vector<BatchRun>& runs) {
  const std::vector<std::size_t> chosen = batch_metrics(runs);
  const bool checked = std::any_of(runs.begin(), runs.end(), [](const BatchRun& run) { return !run.claims.empty(); });
  std::vector<std::string> heads{"scenario"};
  for (const std::size_t metric : chosen) heads.push_back(labelled(metric));
  if (checked) heads.emplace_back("checks");
  Table table;
  table.row(heads);
  std::string failures;
  for (const BatchRun& run : runs) {
    if (!run.results) {
      failures += fmt::format("{}: did not run: {}\n", run.path, run.error);
      continue;
    }
    const std::vector<std::string>& names = run.results->header.axes.alternatives;
    for (std::size_t a = 0; a < names.size(); ++a) {
      std::vector<std::string> row{a == 0 ? run.path : fmt::format("  {}", names[a])};
      for (const std::size_t metric : chosen) {
        const Estimate value = estimate_over(run.results->of(metric, a), run.results->header.inputs.resamples);
        row.push_back(with_interval(value, decimals_for({value}), value.n));
      }
      if (checked) row.push_back(checks_cell(run, names[a]));
      table.row(std::move(row));
    }
  }
  const auto ran = std::count_if(runs.begin(), runs.end(), [](const BatchRun& run) { return run.results.has_value(); });
  return (ran > 0 ? table.text() : "") + failures +
         fmt::format("\n{} of {} scenarios ran; mean ± half-width of the 95 % interval over replications\n", ran,
                     runs.size());
}

}  // namespace restock
