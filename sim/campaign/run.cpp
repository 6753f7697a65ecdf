// A crew runs all cells of a plan, and what it finds is kept as it comes.
#include "campaign/run.hpp"

#include "campaign/crew.hpp"
#include "campaign/here_and_now.hpp"
#include "campaign/keep.hpp"

#include <chrono>

namespace restock {

RunFacts begin_facts(const Plan& plan, const RunSettings& settings) {
  RunFacts facts = facts_at_start(plan, settings.command_line);
  facts.warm_up = plan.warm_up;
  return facts;
}

RunResult run_plan(const Plan& plan, const RunSettings& settings) {
  const auto began = std::chrono::steady_clock::now();
  RunResult result;
  result.facts = begin_facts(plan, settings);
  CheckValues checks(plan.checks, plan.header.replications);
  Keep keep(plan, settings);
  Crew crew(plan, settings, checks);
  result.stopped = !crew.run(
      cells_of(plan, settings.only), [&](CellResult&& cell) { keep.take(cell); }, keep.gate());
  result.customers = crew.customers();
  result.facts.threads = crew.threads();
  result.facts.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  result.facts.checks = checks.judged(plan.header.replications, plan.header.inputs.resamples);
  if (!result.stopped) keep.finish(result.facts);
  result.results = keep.results();
  return result;
}

}  // namespace restock
