// Where and when something runs, as results and files of work say it. Used by campaign/ and app/.
#pragma once

#include "output/results.hpp"

#include <string>

namespace restock {

std::string host_name();
/// `2026-01-01T00:00:00Z`.
std::string utc_now();
/// So many as were asked for, or, for 0, as the machine has.
unsigned threads_for(unsigned asked);

/// What is true of a run before it begins, of a plan of either kind.
template <class AnyPlan>
RunFacts facts_at_start(const AnyPlan& plan, const std::string& command_line) {
  RunFacts facts;
  facts.host = host_name();
  facts.started_at = utc_now();
  facts.command_line = command_line;
  facts.overrides = plan.overrides;
  facts.scenario_text = plan.scenario_text;
  return facts;
}

}  // namespace restock
