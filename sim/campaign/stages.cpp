#include "campaign/stages.hpp"

#include "campaign/crew.hpp"
#include "campaign/finished_cells.hpp"
#include "campaign/keep.hpp"
#include "campaign/stage_rules.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>

namespace restock {

namespace {

/// The run while its length is open, and then its writing down.
class Stages {
 public:
  Stages(Plan& plan, const RunSettings& settings, const StagePlan& stages)
      : plan_(plan),
        settings_(settings),
        stages_(stages),
        checks_(plan.checks, 0),
        crew_(plan, settings, checks_),
        cells_(plan.variants.size(), plan.header.detail) {
    std::vector<std::string> names;
    for (const Variant& variant : plan.variants) names.push_back(variant.name);
    rule_ = make_rule(stages.until, std::move(names), plan.header.inputs.resamples);
  }

  /// False when a stop was asked for.
  bool gather() {
    std::vector<std::size_t> going(plan_.variants.size());
    std::iota(going.begin(), going.end(), std::size_t{0});
    for (std::size_t from = 0, to = stages_.first; !going.empty(); from = to, to = next_block_end(to, stages_.most)) {
      std::vector<CellTask> tasks;
      for (const std::size_t a : going)
        for (std::size_t r = from; r < to; ++r) tasks.push_back({a, r});
      checks_.grow(to);
      if (!crew_.run(tasks, [&](CellResult&& cell) { cells_.take(std::move(cell)); })) return false;
      stopping_.looks.push_back(to);
      stopping_.replications = to;
      going = rule_->look(cells_, to);
      if (to == stages_.most) break;
    }
    return true;
  }

  /// Into the file, or memory: in order, from what is at hand; what is not is run again, to the same bits.
  bool write(RunResult& result) {
    set_replications(plan_, stopping_.replications);
    result.facts.scenario_text = plan_.scenario_text;
    stopping_.most = stages_.most;
    rule_->tell(cells_, stopping_);
    Keep keep(plan_, settings_);
    std::vector<CellTask> again;
    for (std::size_t a = 0; a < plan_.variants.size(); ++a)
      for (std::size_t r = 0; r < cells_.count(a); ++r) {
        if (const CellResult* cell = keep.gate() == nullptr ? cells_.whole(a, r) : nullptr)
          keep.take(*cell);
        else
          again.push_back({a, r});
      }
    if (!again.empty() && !crew_.run(
                              again, [&](CellResult&& cell) { keep.take(cell); }, keep.gate()))
      return false;
    result.facts.stopping = stopping_;
    result.facts.checks = checks_.judged(stopping_.replications, plan_.header.inputs.resamples);
    result.facts.threads = crew_.threads();
    result.facts.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    keep.finish(result.facts);
    result.results = keep.results();
    return true;
  }
  std::uint64_t customers() const { return crew_.customers(); }

 private:
  const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  Plan& plan_;
  const RunSettings& settings_;
  const StagePlan& stages_;
  CheckValues checks_;
  Crew crew_;
  FinishedCells cells_;
  std::unique_ptr<StageRule> rule_;
  Stopping stopping_;
};

}  // namespace

RunResult run_in_stages(Plan& plan, const RunSettings& settings, const StagePlan& stages) {
  if (!settings.path.empty()) check_destination(settings.path, settings.force);  // not after hours
  RunResult result;
  result.facts = begin_facts(plan, settings);
  Stages run(plan, settings, stages);
  result.stopped = !run.gather() || !run.write(result);
  result.customers = run.customers();
  return result;
}

}  // namespace restock
