// What does one customer cost? One distribution centre, N continuous-review (s,S) stores, 20 unit customers a day each,
// exponential patience. Prints ns per customer of the engine, of its one-event-per-customer twin, and of a bare loop
// that does nothing but this model at one store with the same addressed draws; batched ordering and one for one.
//
//   bench_customers [customers per run, default 10000000]
#include "engine/run.hpp"
#include "random/gaps.hpp"
#include "twin/twin.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <functional>
#include <string>

namespace {

using namespace restock;

constexpr double per_day = 20.0;

PointId at(std::size_t index) { return PointId{index}; }

/// Stores 1…N behind point 0.
Blueprint two_levels(std::size_t stores, double customers, bool one_for_one) {
  Blueprint b;
  b.length = static_cast<Time>(customers / (per_day * static_cast<double>(stores)) * static_cast<double>(day));
  const auto daily = static_cast<Quantity>(per_day * static_cast<double>(stores));
  PointPlan centre;
  centre.who = 1;
  centre.policy = one_for_one ? Policy{BaseStock{6 * daily}} : Policy{MinMax{5 * daily, 7 * daily}};
  centre.initial_on_hand = centre.initial_on_record = 7 * daily;
  centre.sources = {0, 1};
  centre.review_rank = static_cast<std::uint32_t>(stores);
  b.points.push_back(centre);
  LinkPlan supply;
  supply.to = at(0);
  supply.who = 2;
  supply.transit.law = Constant{Measure{4.0 * static_cast<double>(day)}};
  supply.planned_transit = supply.planned_lead = 4 * day;
  b.links.push_back(supply);
  for (std::size_t i = 0; i < stores; ++i) {
    PointPlan store;
    store.who = 10 + 3 * i;
    store.policy = one_for_one ? Policy{BaseStock{60}} : Policy{MinMax{40, 200}};
    store.initial_on_hand = store.initial_on_record = one_for_one ? 60 : 200;
    store.streams = {static_cast<std::uint32_t>(i), 1};
    store.sources = {static_cast<std::uint32_t>(i + 1), 1};
    store.review_rank = static_cast<std::uint32_t>(i);
    store.dispatch_rank = static_cast<std::uint32_t>(i + 1);
    b.points.push_back(store);
    StreamPlan stream;
    stream.point = at(i + 1);
    stream.who = 11 + 3 * i;
    stream.arrivals = PoissonArrivals{Rate{per_day / static_cast<double>(day)}};
    stream.has_patience = true;
    stream.patience.law = Exponential{Measure{static_cast<double>(day)}};
    b.streams.push_back(stream);
    LinkPlan link;
    link.to = at(i + 1);
    link.from = at(0);
    link.who = 12 + 3 * i;
    link.transit.law = Constant{Measure{2.0 * static_cast<double>(day)}};
    link.planned_transit = link.planned_lead = 2 * day;
    b.links.push_back(link);
  }
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

long resident_kib() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::strtol(line.c_str() + 6, nullptr, 10);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const double customers = argc > 1 ? std::strtod(argv[1], nullptr) : 1e7;
  for (const bool one_for_one : {false, true}) {
    const double most = one_for_one ? customers / 5.0 : customers;
    volatile Quantity keep = 0;
    const double bare = seconds([&] { keep = bare_loop(most, one_for_one); }) / most * 1e9;
    std::printf("%s ordering; bare loop at one store: %.1f ns per customer\n", one_for_one ? "one-for-one" : "batched",
                bare);
    std::printf("%10s %12s %12s %10s %12s %12s %14s\n", "stores", "engine [ns]", "twin [ns]", "twin/eng.",
                "engine/bare", "events/cust.", "bytes/point");
    for (const std::size_t stores : {100UL, 1'000UL, 10'000UL, 100'000UL}) {
      const Blueprint blueprint = two_levels(stores, most, one_for_one);
      const long before = resident_kib();
      State state;
      Record record;
      double engine = 1e300;  // the better of two: the first also grows the state
      for (int i = 0; i < 2; ++i)
        engine = std::min(engine, seconds([&] { record = run_replication(blueprint, 1, 0, state); }));
      const double bytes = 1024.0 * static_cast<double>(resident_kib() - before) / static_cast<double>(stores + 1);
      engine *= 1e9 / static_cast<double>(record.customers);
      const Blueprint shorter = two_levels(stores, most / 10.0, one_for_one);
      TwinResult plain;
      double twin = seconds([&] { plain = run_twin(shorter, 1, 0); });
      Quantity demand = 0;
      for (const OrderFacts& facts : plain.record.streams) demand += facts.orders;
      twin *= 1e9 / static_cast<double>(demand);
      std::printf("%10zu %12.1f %12.1f %10.1f %12.2f %12.3f %14.0f\n", stores, engine, twin, twin / engine,
                  engine / bare, static_cast<double>(record.events) / static_cast<double>(record.customers), bytes);
    }
  }
  return 0;
}
