// What does a customer cost where records go wrong, shelves stand before back rooms, or planners see old data? A
// thousand (s,S) stores with a supplier each, 20 unit customers a day, one thing at a time. Prints ns per customer, and
// as a ratio to stores where nothing of the kind happens.
//
//   bench_records [customers per run, default 3000000]
#include "core/hash.hpp"
#include "engine/run.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

namespace {

using namespace restock;

constexpr double per_day = 20.0;
constexpr std::size_t stores = 1000;
constexpr auto a_day = static_cast<double>(day);

Blueprint shops(Time length, const std::function<void(PointRules&, StreamRules&)>& change) {
  Blueprint b;
  b.length = length;
  PointRules rules;
  rules.policy = MinMax{40, 200};
  rules.initial_on_hand = rules.initial_on_record = 200;
  StreamRules customers;
  customers.arrivals = PoissonArrivals{Rate{per_day / a_day}};
  change(rules, customers);
  b.point_rules = {rules};
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
void measure(const char* what, Time length, double& plain,
             const std::function<void(PointRules&, StreamRules&)>& change) {
  const Blueprint blueprint = shops(length, change);
  State state;
  double ns = 1e300;
  for (int run = 0; run < 2; ++run) {
    const auto began = std::chrono::steady_clock::now();
    const Record record = run_replication(blueprint, 1, 0, state);
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    ns = std::min(ns, took * 1e9 / static_cast<double>(record.customers));
  }
  if (plain == 0.0) plain = ns;
  std::printf("| %s | %.1f | %.2f |\n", what, ns, ns / plain);
}

}  // namespace

int main(int argc, char** argv) {
  const double customers = argc > 1 ? std::atof(argv[1]) : 3e6;
  const Time length = static_cast<Time>(customers / (per_day * stores) * a_day);
  double plain = 0.0;
  std::printf("| | ns per customer | ratio |\n|---|---|---|\n");
  measure("nothing of the kind", length, plain, [](PointRules&, StreamRules&) {});
  measure("shrinkage of 2 % a month", length, plain,
          [](PointRules& p, StreamRules&) { p.records.shrinkage = 0.02 / (30.0 * a_day); });
  measure("counted every week", length, plain, [](PointRules& p, StreamRules&) {
    p.records.counts = CountsEvery{{week}, {0}};
  });
  measure("misplaced: 5 % a month, found in 20 days", length, plain, [](PointRules& p, StreamRules&) {
    p.records.misplaced = MisplacedRule{0.05 / (30.0 * a_day), TimeLaw{Exponential{Measure{20.0 * a_day}}}, 1.0};
  });
  measure("a till that misses 1 %", length, plain, [](PointRules& p, StreamRules&) {
    p.records.scanning = ScanningRule{0.01, 0.0};
  });
  measure("sales posted every night", length, plain,
          [](PointRules& p, StreamRules&) { p.records.posting.sales_every = day; });
  measure("a channel with an hourly copy", length, plain, [](PointRules&, StreamRules& s) { s.publish_every = hour; });
  measure("a shelf of 30, filled below 10", length, plain, [](PointRules& p, StreamRules& s) {
    s.sees = Sees::shelf;
    s.backorders = false;
    ShelfRules shelf;
    shelf.capacity = 30;
    shelf.level = 10;
    shelf.refill = RefillWhenBelow{10};
    shelf.move_time.law = Constant{Measure{static_cast<double>(hour)}};
    p.shelf = shelf;
  });
  measure("data of the night before", length, plain, [](PointRules& p, StreamRules&) {
    p.information = InformationRules{ReviewCalendar{{day}, {0}}, 0, true};
  });
  return 0;
}
