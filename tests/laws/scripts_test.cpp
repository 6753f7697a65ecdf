// A rule written as a script and the same rule compiled are one rule.
#include "laws/check.hpp"
#include "twin/models.hpp"

#include <string>

using namespace restock;
using namespace restock::models;

namespace {

struct Rule {
  Policy compiled;
  const char* script;
};

Record run_with(const Policy& policy, const char* script) {
  Draft b = one_store(policy, 25, PoissonArrivals{{7.0 / day}}, exponential_time(2 * day));
  b.length = 400 * day;
  b.streams[0].has_patience = true;
  b.streams[0].patience = exponential_time(3 * day);
  b.streams[0].accept = AcceptsByQueue{{0.9}};
  if (script != nullptr) {
    b.programs = {{"rule.lua", script, {{"S", 25.0}, {"s", 12.0}}}};
    b.points[0].policy = ScriptPolicy{{{1 * day}, {0}}, {}, 25, {}, 0};
  }
  State state;
  return run_replication(pack(b), 11, 2, state);
}

}  // namespace

TEST_CASE("a rule as a script does what it does compiled, to the last customer") {
  const ReviewCalendar daily{{1 * day}, {0}};
  const Rule rules[] = {
      {OrderUpTo{daily, 25}, "return function(view, _, with) return math.max(0, with.S - view.position) end"},
      {PeriodicMinMax{daily, 12, 25},
       "return function(view, _, with)\n"
       "  if view.position <= with.s then return with.S - view.position end\n"
       "  return 0\n"
       "end"},
  };
  for (const Rule& rule : rules) {
    const Record compiled = run_with(rule.compiled, nullptr);
    const Record script = run_with(rule.compiled, rule.script);
    CHECK(compiled.fingerprint == script.fingerprint);
    CHECK(compiled.customers > 2000);
    CHECK(compiled.points == script.points);
    CHECK(compiled.streams == script.streams);
  }
}

TEST_CASE("a script that fails says which, where and when") {
  Draft b = one_store(BaseStock{5}, 5, PoissonArrivals{{7.0 / day}}, constant_time(2 * day));
  b.length = 40 * day;
  b.programs = {
      {"rule.lua", "return function(view)\n  if view.now > 9.5 then error('tired') end\n  return 0\nend", {}}};
  b.points[0].policy = ScriptPolicy{{{1 * day}, {0}}, {}, 5, {}, 0};
  State state;
  try {
    run_replication(pack(b), 11, 2, state);
    FAIL("it did not fail");
  } catch (const ScriptFailedAt& failed) {
    CHECK(failed.point == 0);
    CHECK(failed.program == 0);
    CHECK(failed.at == 10 * day);
    CHECK(failed.problem.line == 2);
    CHECK(failed.problem.message == "tired");
  }
}
