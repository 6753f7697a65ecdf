// What does it cost to ask a script instead of the same rule compiled? A thousand stores with a supplier each, one
// review a day, order up to S; few customers, so that most of the time goes into reviews. Prints ns per review.
//
//   bench_scripts [reviews per run, default 1000000]
#include "core/hash.hpp"
#include "engine/run.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using namespace restock;

constexpr std::size_t stores = 1000;
constexpr auto a_day = static_cast<double>(day);
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
  Blueprint b;
  b.length = length;
  PointRules rules;
  rules.policy = policy;
  rules.initial_on_hand = rules.initial_on_record = 10;
  b.point_rules = {rules};
  if (text != nullptr) b.programs.push_back({"rule.lua", text, {{"S", 10.0}}});
  StreamRules customers;
  customers.arrivals = PoissonArrivals{Rate{1.0 / a_day}};
  b.stream_rules = {customers};
  LinkTerms road;
  road.transit.law = Constant{Measure{2.0 * a_day}};
  road.planned_transit = road.planned_lead = 2 * day;
  b.link_terms = {road};
  for (std::uint32_t i = 0; i < stores; ++i) {
    PointPlan store;
    store.who = hash_name("store " + std::to_string(i));
    store.streams = {i, 1};
    store.sources = {i, 1};
    store.rules = PointRulesId{0};
    store.review_rank = store.dispatch_rank = i;
    b.points.push_back(store);
    b.streams.push_back({fold(store.who, 1), PointId{std::size_t{i}}, StreamRulesId{0}, {}});
    b.links.push_back({fold(store.who, 99), PointId{std::size_t{i}}, {}, LinkTermsId{0}});
  }
  return b;
}

/// The better of two runs: the first also grows the state.
void measure(const char* what, Time length, double& compiled, const Policy& policy, const char* text) {
  const Blueprint blueprint = shops(length, policy, text);
  State state;
  double ns = 1e300;
  std::uint64_t fingerprint = 0;
  for (int run = 0; run < 2; ++run) {
    const auto began = std::chrono::steady_clock::now();
    fingerprint = run_replication(blueprint, 1, 0, state).fingerprint;
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - began;
    ns = std::min(ns, took.count() * a_day / (static_cast<double>(length) * static_cast<double>(stores)));
  }
  if (compiled == 0.0) compiled = ns;
  std::printf("%-28s %8.1f ns per review %6.2f   fingerprint %016llx\n", what, ns, ns / compiled,
              static_cast<unsigned long long>(fingerprint));
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
