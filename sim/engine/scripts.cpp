#include "engine/scripts.hpp"

#include "engine/run.hpp"

#include <string>

namespace restock::engine {

void reset_scripts(Replication& r) {
  SideTables& side = r.s_.side;
  side.scripts.clear();
  for (const ScriptProgram& program : r.b_.programs) side.scripts.emplace_back(program);
  side.asked.assign(r.b_.programs.empty() ? 0 : r.b_.points.size(), 0);
}

Quantity ask_script(Replication& r, std::uint32_t point, const ScriptPolicy& policy, const PlannerView& view) {
  const std::uint64_t review = r.s_.side.asked[point]++;
  Draws draws(r.luck_.at(r.b_.points[point].who, Purpose::script, review));
  try {
    return r.s_.side.scripts[policy.program].order(view, point, review, draws);
  } catch (const ScriptFailed& failed) {
    throw ScriptFailedAt(failed.problem, policy.program, point, view.now);
  }
}

}  // namespace restock::engine
