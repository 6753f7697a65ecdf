#include "campaign/find_warm_up.hpp"

#include "campaign/crew.hpp"
#include "campaign/unsteady.hpp"
#include "estimate/warm_up.hpp"
#include "input/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace restock {

namespace {

constexpr std::size_t pilots = 20;
/// No run has replications from here on, so the pilots' luck is nobody else's.
constexpr std::size_t first_pilot = 1'000'000;

constexpr std::array<std::pair<std::string_view, Quantity Sample::*>, 4> watchable{
    std::pair{std::string_view("mean_on_hand"), &Sample::on_hand},
    std::pair{std::string_view("mean_on_record"), &Sample::on_record},
    std::pair{std::string_view("mean_on_order"), &Sample::on_order},
    std::pair{std::string_view("mean_backlog"), &Sample::backlog}};

/// Between observations: some hundred in any case, and whole days where days suffice.
Time step_for(Time span) {
  if (span > 2000 * day) return (span / (2000 * day) + 1) * day;
  if (span >= 200 * day) return day;
  if (span >= 50 * day) return 6 * hour;
  return std::max<Time>(span / 200, 1);
}

/// In days where they are whole: 9 w is read more easily as 63 d.
std::string days_text(Time span) { return span % day == 0 ? fmt::format("{} d", span / day) : duration_text(span); }

Issue problem(const std::string& file, std::string path, std::string code, std::string what, std::string hint) {
  Issue issue;
  issue.file = file;
  issue.path = std::move(path);
  issue.code = std::move(code);
  issue.problem = std::move(what);
  issue.hint = std::move(hint);
  return issue;
}

class Pilots {
 public:
  Pilots(const Plan& plan, Time step) : plan_(plan), step_(step) {
    sums_.assign(plan.variants.size(), std::vector<Sample>(plan.header.series_at.size()));
  }

  bool fly(const RunSettings& settings) {
    const std::vector<PlannedCheck> none;
    CheckValues unchecked(none, 0);
    Crew crew(plan_, settings, unchecked);
    std::vector<CellTask> tasks;
    for (std::size_t a = 0; a < plan_.variants.size(); ++a)
      for (std::size_t i = 0; i < pilots; ++i) tasks.push_back({a, first_pilot + i});
    // Sums of whole numbers: it does not matter which cell comes first.
    return crew.run(tasks, [&](CellResult&& cell) {
      for (std::size_t t = 0; t < cell.series.size(); ++t)
        for (const auto& [name, level] : watchable) sums_[cell.alternative][t].*level += cell.series[t].*level;
    });
  }

  FoundWarmUp judge(const std::vector<std::string>& metrics, Issues& issues) const {
    FoundWarmUp found;
    std::string lines;
    const Time span = plan_.header.length;
    for (const auto& [name, level] : watchable) {
      if (std::ranges::find(metrics, name) == metrics.end()) continue;
      for (std::size_t a = 0; a < plan_.variants.size(); ++a) {
        std::vector<double> series;
        for (const Sample& sum : sums_[a]) series.push_back(static_cast<double>(sum.*level) / pilots);
        const std::optional<std::size_t> cut = mser5(series);
        if (!cut) {
          issues.push_back(problem(plan_.document.sources.names.front(), "warmup", "not_settled",
                                   fmt::format("{} in {} has not settled after half of the pilots' {}", name,
                                               plan_.variants[a].name, days_text(span)),
                                   "give it a longer length, or set the warm-up yourself: it may have no steady state, "
                                   "as an unstable queue"));
          continue;
        }
        const Time wants = static_cast<Time>(*cut) * step_;
        found.span = std::max(found.span, wants);
        lines += fmt::format("  {} in {}: {}\n", name, plan_.variants[a].name, days_text(wants));
      }
    }
    found.text = fmt::format("warm-up: {} (MSER-5 on the mean of {} pilots of {}, looked at every {})\n",
                             days_text(found.span), pilots, days_text(span), days_text(step_)) +
                 lines;
    return found;
  }

 private:
  const Plan& plan_;
  Time step_;
  std::vector<std::vector<Sample>> sums_;  ///< [alternative][sample]
};

}  // namespace

std::vector<std::string_view> watchable_metrics() {
  std::vector<std::string_view> names;
  for (const auto& [name, level] : watchable) names.push_back(name);
  return names;
}

FoundWarmUp find_warm_up(const std::string& path, const PlanSettings& settings, const std::vector<std::string>& metrics,
                         const RunSettings& run, Issues& issues, Document& document) {
  const std::optional<Plan> asked = make_plan(path, settings, issues, document);
  if (!asked) return {};
  const Time span = asked->header.warmup + asked->header.length, step = step_for(span);
  PlanSettings pilot{settings.patches, Detail::total};
  for (const char* patch : {"warmup=0 d", "drain=0 d"}) pilot.patches.emplace_back(patch);
  pilot.patches.push_back("length=" + days_text(span));
  pilot.patches.push_back("series=" + days_text(step));
  Issues found;
  Document varied;
  const std::optional<Plan> plan = make_plan(path, pilot, found, varied);
  if (!plan) {
    add_new(found, issues);
    return {};
  }
  found.clear();
  for (const Variant& variant : asked->variants) {
    Issues of_variant;
    refuse_unsteady(variant.scenario, of_variant);
    add_new(of_variant, found);
  }
  for (const Variant& variant : plan->variants)
    if (variant.compiled.blueprint.warmup != 0)
      found.push_back(problem(path, "alternatives." + variant.name + ".warmup", "not_comparable",
                              "an alternative has a warm-up of its own, and the one that is found is for all",
                              "take it away, or set the warm-up yourself"));
  add_new(found, issues);
  if (has_errors(found)) return {};
  Pilots flights(*plan, step);
  if (!flights.fly(run)) return {0, {}, true};
  return flights.judge(metrics, issues);
}

}  // namespace restock
