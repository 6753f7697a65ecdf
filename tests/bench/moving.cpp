// What does a customer cost where demand moves? A thousand (s,S) stores with a supplier each, 20 unit customers a day
// on average, and one cause at a time. Prints ns per customer, and as a ratio to demand that does not move.
//
//   bench_moving [customers per run, default 3000000]
#include "core/hash.hpp"
#include "demand/profile.hpp"
#include "engine/run.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

namespace {

using namespace restock;

constexpr double per_day = 20.0;
constexpr std::size_t stores = 1000;
constexpr double mean_gap = static_cast<double>(day) / per_day;

/// Each store's own stream moves by the first modulation; behind it comes a surge's stream for each further one.
Blueprint shops(Time length, const std::function<std::vector<Modulation>(Blueprint&)>& moved) {
  Blueprint b;
  b.length = length;
  const std::vector<Modulation> modulations = moved(b);
  b.modulations = modulations;
  PointRules rules;
  rules.policy = MinMax{40, 200};
  rules.initial_on_hand = rules.initial_on_record = 200;
  b.point_rules = {rules};
  LinkTerms road;
  road.transit.law = Constant{Measure{2.0 * static_cast<double>(day)}};
  road.planned_transit = road.planned_lead = 2 * day;
  b.link_terms = {road};
  for (std::size_t i = 0; i < modulations.size() || i == 0; ++i) {
    StreamRules customers;
    customers.arrivals = PoissonArrivals{Rate{1.0 / mean_gap}};
    if (i < modulations.size()) customers.modulation = ModulationId{i};
    b.stream_rules.push_back(customers);
  }
  for (std::size_t i = 0; i < stores; ++i) {
    PointPlan store;
    store.who = hash_name("store " + std::to_string(i));
    store.streams = {static_cast<std::uint32_t>(b.streams.size()), static_cast<std::uint32_t>(b.stream_rules.size())};
    store.sources = {static_cast<std::uint32_t>(i), 1};
    store.rules = PointRulesId{0};
    store.review_rank = store.dispatch_rank = static_cast<std::uint32_t>(i);
    b.points.push_back(store);
    for (std::size_t k = 0; k < b.stream_rules.size(); ++k)
      b.streams.push_back({fold(store.who, k + 1), PointId{i}, StreamRulesId{k}, {}});
    b.links.push_back({fold(store.who, 99), PointId{i}, {}, LinkTermsId{0}});
  }
  return b;
}

Modulation own(std::uint32_t level = Modulation::no_level) {
  Modulation m;
  m.level = level;
  m.mean_gap = mean_gap;
  return m;
}

Modulation surge(decltype(Modulation::source) source, double gap) {
  Modulation m;
  m.source = std::move(source);
  m.mean_gap = gap;
  m.behind_base = 1;
  return m;
}

void add_level(Blueprint& b, double low, double high) {
  std::vector<double> hours(24, low);
  for (std::size_t h = 12; h < 24; ++h) hours[h] = high;
  b.levels.emplace_back(std::vector<LevelStep>{}, hours, 0);
}

void measure(const char* what, Time length, double& plain,
             const std::function<std::vector<Modulation>(Blueprint&)>& moved) {
  const Blueprint blueprint = shops(length, moved);
  State state;
  const auto began = std::chrono::steady_clock::now();
  const Record record = run_replication(blueprint, 1, 0, state);
  const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  const double ns = took * 1e9 / static_cast<double>(record.customers);
  if (plain == 0.0) plain = ns;
  std::printf("| %s | %.1f | %.2f |\n", what, ns, ns / plain);
}

}  // namespace

int main(int argc, char** argv) {
  const double customers = argc > 1 ? std::atof(argv[1]) : 3e6;
  const Time length = static_cast<Time>(customers / (per_day * stores) * static_cast<double>(day));
  double plain = 0.0;
  std::printf("| demand | ns per customer | ratio |\n|---|---|---|\n");
  measure("does not move", length, plain, [](Blueprint&) { return std::vector<Modulation>{}; });
  measure("season of 0.5 and 1: thinned", length, plain, [](Blueprint& b) {
    add_level(b, 0.5, 1.0);
    return std::vector{own(0)};
  });
  measure("season of 0.5 and 1.5: a strip more", length, plain, [](Blueprint& b) {
    add_level(b, 0.5, 1.5);
    return std::vector{own(0)};
  });
  measure("a weekly shock of cv 0.4", length, plain, [](Blueprint& b) {
    b.shocks.push_back({1, week, 0.4, 0.6, 5.0});
    Modulation m = own();
    m.shocks = {0};
    return std::vector{m};
  });
  measure("promotion: one week of four at 3", length, plain, [](Blueprint&) {
    Promotion promotion{{0}, {week}, 3.0, {}, {}, {4 * week}};
    return std::vector{own(), surge(promotion, mean_gap / 2.0)};
  });
  measure("bursts: one in 10 days, peak 5, decay 1 day", length, plain, [](Blueprint&) {
    BurstSurge bursts{{{}, 10.0 * static_cast<double>(day), static_cast<double>(day)}, 0};
    return std::vector{own(), surge(bursts, mean_gap / 5.0)};
  });
  measure("viral: half of all customers, branching 0.8", length, plain, [](Blueprint&) {
    ClusterPlan viral;
    viral.mean_gap = 5.0 * mean_gap;
    viral.branching = 0.8;
    viral.delay.law = Exponential{Measure{static_cast<double>(day) / 4.0}};
    return std::vector{own(), surge(viral, 0.0)};
  });
  measure("regime: a third of the time at 3", length, plain, [](Blueprint& b) {
    const auto law = [](double days) { return TimeLaw{Exponential{Measure{days * static_cast<double>(day)}}}; };
    b.regimes.push_back({RandomSpells{law(10), law(5)}, 77, 3.0});
    return std::vector{own(), surge(RegimeSurge{0}, mean_gap / 2.0)};
  });
  return 0;
}
