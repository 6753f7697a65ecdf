// What does it cost to ask a script instead of the same rule compiled? A thousand stores with a supplier each, one
// review a day, order up to S; few customers, so that most of the time goes into reviews. Prints ns per review.
//
//   bench_scripts [reviews per run, default 1000000]
#include "bench/stores.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace restock;
using namespace restock::bench;

constexpr const char* order_up_to =
    "return function(view, memory, with) return math.max(0, with.S - view.position) end";
constexpr const char* with_memory =
    "return function(view, memory, with)\n"
    "  local last = memory.last or view.position\n"
    "  memory.level = (memory.level or with.S) + 0.1 * (last - view.position) - 0.1 * with.S / 10\n"
    "  memory.last = view.position\n"
    "  return math.max(0, with.S - view.position)\n"
    "end";

Blueprint shops(Time length, const Policy& policy, const char* text) {
  Blueprint b = thousand_stores(length);
  PointRules& rules = b.point_rules[0];
  rules.policy = policy;
  rules.initial_on_hand = rules.initial_on_record = 10;
  b.stream_rules[0].arrivals = PoissonArrivals{Rate{1.0 / a_day}};
  if (text != nullptr) b.programs.push_back({"rule.lua", text, {{"S", 10.0}}});
  return b;
}

void measure(const char* what, Time length, double& compiled, const Policy& policy, const char* text) {
  const Timed run = timed(shops(length, policy, text));
  const double ns = run.nanoseconds * a_day / (static_cast<double>(length) * static_cast<double>(stores));
  if (compiled == 0.0) compiled = ns;
  std::printf("%-28s %8.1f ns per review %6.2f   fingerprint %016llx\n", what, ns, ns / compiled,
              static_cast<unsigned long long>(run.record.fingerprint));
}

}  // namespace

int main(int argc, char** argv) {
  const double reviews = argc > 1 ? std::strtod(argv[1], nullptr) : 1e6;
  const Time length = std::max<Time>(1, static_cast<Time>(reviews / static_cast<double>(stores))) * day;
  const ReviewCalendar daily{{day}, {}};
  double compiled = 0.0;
  measure("order_up_to, compiled", length, compiled, OrderUpTo{daily, 10}, nullptr);
  measure("the same rule as a script", length, compiled, ScriptPolicy{daily, {}, 10, {}, 0}, order_up_to);
  measure("a script that remembers", length, compiled, ScriptPolicy{daily, {}, 10, {}, 0}, with_memory);
}
