// What does one customer cost? One distribution centre, N continuous-review (s,S) stores, 20 unit customers a day each,
// exponential patience. Prints ns per customer of the engine, of its one-event-per-customer twin, and of a bare loop
// that does nothing but this model at one store with the same addressed draws; batched ordering and one for one.
// Before that, in processes of their own, what one more stock point costs in memory.
//
//   bench_customers [customers per run, default 10000000]
//   bench_customers CUSTOMERS STORES [one]     the engine alone, for a profiler; `one`: one for one
#include "engine/run.hpp"
#include "random/gaps.hpp"
#include "twin/twin.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>

namespace {

using namespace restock;

constexpr double per_day = 20.0;

PointId at(std::size_t index) { return PointId{index}; }

PointRules rules_of(Policy policy, Quantity stock) {
  PointRules rules;
  rules.policy = policy;
  rules.initial_on_hand = rules.initial_on_record = stock;
  return rules;
}

LinkTerms terms_of(Time transit) {
  LinkTerms terms;
  terms.transit.law = Constant{Measure{static_cast<double>(transit)}};
  terms.planned_transit = terms.planned_lead = transit;
  return terms;
}

/// Stores 1…N behind point 0.
Blueprint two_levels(std::size_t stores, Time length, bool one_for_one) {
  Blueprint b;
  b.length = length;
  const auto daily = static_cast<Quantity>(per_day * static_cast<double>(stores));
  b.point_rules = {
      rules_of(one_for_one ? Policy{BaseStock{6 * daily}} : Policy{MinMax{5 * daily, 7 * daily}}, 7 * daily),
      rules_of(one_for_one ? Policy{BaseStock{60}} : Policy{MinMax{40, 200}}, one_for_one ? 60 : 200)};
  b.link_terms = {terms_of(4 * day), terms_of(2 * day)};
  StreamRules customers;
  customers.arrivals = PoissonArrivals{Rate{per_day / static_cast<double>(day)}};
  customers.has_patience = true;
  customers.patience.law = Exponential{Measure{static_cast<double>(day)}};
  b.stream_rules = {customers};
  b.points.reserve(stores + 1);
  b.streams.reserve(stores);
  b.links.reserve(stores + 1);
  PointPlan centre;
  centre.who = 1;
  centre.rules = PointRulesId{0};
  centre.sources = {0, 1};
  centre.review_rank = static_cast<std::uint32_t>(stores);
  b.points.push_back(centre);
  b.links.push_back({2, at(0), {}, LinkTermsId{0}});
  for (std::size_t i = 0; i < stores; ++i) {
    PointPlan store;
    store.who = 10 + 3 * i;
    store.rules = PointRulesId{1};
    store.streams = {static_cast<std::uint32_t>(i), 1};
    store.sources = {static_cast<std::uint32_t>(i + 1), 1};
    store.review_rank = static_cast<std::uint32_t>(i);
    store.dispatch_rank = static_cast<std::uint32_t>(i + 1);
    b.points.push_back(store);
    b.streams.push_back({11 + 3 * i, at(i + 1), StreamRulesId{0}, {}});
    b.links.push_back({12 + 3 * i, at(i + 1), at(0), LinkTermsId{1}});
  }
  b.layout.segments = 1;
  b.layout.stream_segment.assign(stores, SegmentId{std::size_t{0}});
  return b;
}

/// (s,S) with lost patience left out: the least that any program for this model must do.
Quantity bare_loop(double customers, bool one_for_one) {
  const Quantity s = one_for_one ? 59 : 40;
  const Quantity top = one_for_one ? 60 : 200;
  const double mean_gap = 1.0 / (per_day / static_cast<double>(day));
  BulkGaps gaps(1, 0, 11, Purpose::arrival_gap);
  struct Receipt {
    Time at;
    Quantity units;
  };
  std::deque<Receipt> coming;
  Quantity on_hand = top;
  Quantity position = top;
  Quantity filled = 0;
  Wide held = 0;
  Time now = 0;
  for (std::uint64_t n = 0; n < static_cast<std::uint64_t>(customers); ++n) {
    now += to_ticks(gaps.gap(n) * mean_gap);
    while (!coming.empty() && coming.front().at <= now) {
      on_hand += coming.front().units;
      held -= widen(coming.front().units, coming.front().at);
      coming.pop_front();
    }
    if (on_hand > 0) ++filled;
    --on_hand;
    held += now;
    if (--position <= s) {
      coming.push_back({now + 2 * day, top - position});
      position = top;
    }
  }
  return filled + static_cast<Quantity>(held & 1);
}

double seconds(const std::function<void()>& work) {
  const auto began = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

Time length_for(double customers, std::size_t stores) {
  return static_cast<Time>(customers / (per_day * static_cast<double>(stores)) * static_cast<double>(day));
}

/// Peak memory of a process of its own that makes the blueprint and runs it once.
double peak_bytes(std::size_t stores, Time length) {
  const pid_t child = fork();
  if (child == 0) {
    const Blueprint blueprint = two_levels(stores, length, false);
    State state;
    const Record record = run_replication(blueprint, 1, 0, state);
    _exit(record.customers > 0 ? 0 : 1);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) return std::nan("");
  return 1024.0 * static_cast<double>(usage.ru_maxrss);
}

/// What another stock point costs: everything that grows with it, from the blueprint to the record.
void print_memory() {
  constexpr std::size_t few = 10'000;
  constexpr std::size_t many = 100'000;
  std::printf("bytes per stock point, its stream and its link: plans %zu, state %zu, facts %zu\n",
              sizeof(PointPlan) + sizeof(StreamPlan) + sizeof(LinkPlan),
              sizeof(PointState) + sizeof(StreamState) + sizeof(LinkState) + sizeof(Queue),
              sizeof(StockFacts) + sizeof(OrderFacts) + sizeof(LinkFacts));
  std::printf("slope of peak memory from %zu to %zu stores, batched ordering:\n", few, many);
  for (const Time days : {5, 30})
    std::printf("%3lld days, %s: %.0f bytes\n", static_cast<long long>(days),
                days == 5 ? "nothing on its way yet" : "with orders, shipments and waiting customers",
                (peak_bytes(many, days * day) - peak_bytes(few, days * day)) / static_cast<double>(many - few));
}

}  // namespace

int main(int argc, char** argv) {
  const double customers = argc > 1 ? std::strtod(argv[1], nullptr) : 1e7;
  if (argc > 2) {
    const std::size_t stores = std::strtoull(argv[2], nullptr, 10);
    const Blueprint blueprint = two_levels(stores, length_for(customers, stores), argc > 3);
    State state;
    Record record;
    const double took = seconds([&] { record = run_replication(blueprint, 1, 0, state); });
    const auto served = static_cast<double>(record.customers);
    std::printf("%.1f ns per customer, %.4f events, fingerprint %016llx\n", took * 1e9 / served,
                static_cast<double>(record.events) / served, static_cast<unsigned long long>(record.fingerprint));
    return 0;
  }
  print_memory();
  for (const bool one_for_one : {false, true}) {
    const double most = one_for_one ? customers / 5.0 : customers;
    volatile Quantity keep = 0;
    const double bare = seconds([&] { keep = bare_loop(most, one_for_one); }) / most * 1e9;
    std::printf("%s ordering; bare loop at one store: %.1f ns per customer\n", one_for_one ? "one-for-one" : "batched",
                bare);
    std::printf("%10s %12s %12s %10s %12s %12s\n", "stores", "engine [ns]", "twin [ns]", "twin/eng.", "engine/bare",
                "events/cust.");
    for (const std::size_t stores : {100UL, 1'000UL, 10'000UL, 100'000UL}) {
      const Blueprint blueprint = two_levels(stores, length_for(most, stores), one_for_one);
      State state;
      Record record;
      double engine = 1e300;  // the better of two: the first also grows the state
      for (int i = 0; i < 2; ++i)
        engine = std::min(engine, seconds([&] { record = run_replication(blueprint, 1, 0, state); }));
      engine *= 1e9 / static_cast<double>(record.customers);
      const Draft shorter = unpack(two_levels(stores, length_for(most / 10.0, stores), one_for_one));
      TwinResult plain;
      double twin = seconds([&] { plain = run_twin(shorter, 1, 0); });
      Quantity demand = 0;
      for (const OrderFacts& facts : plain.record.streams) demand += facts.orders;
      twin *= 1e9 / static_cast<double>(demand);
      std::printf("%10zu %12.1f %12.1f %10.1f %12.2f %12.3f\n", stores, engine, twin, twin / engine, engine / bare,
                  static_cast<double>(record.events) / static_cast<double>(record.customers));
    }
  }
  return 0;
}
