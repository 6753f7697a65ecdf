// What the benchmarks of single causes share: a thousand stores with a supplier each, and the clock around a run.
#pragma once

#include "core/hash.hpp"
#include "engine/run.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <string>

namespace restock::bench {

inline constexpr std::size_t stores = 1000;
inline constexpr auto a_day = static_cast<double>(day);

/// (s,S) stores, 20 unit customers a day each, two days from the supplier; all follow one set of rules.
inline Blueprint thousand_stores(Time length) {
  Blueprint b;
  b.length = length;
  PointRules rules;
  rules.policy = MinMax{40, 200};
  rules.initial_on_hand = rules.initial_on_record = 200;
  StreamRules customers;
  customers.arrivals = PoissonArrivals{Rate{20.0 / a_day}};
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
  b.layout.segments = 1;
  b.layout.stream_segment.assign(stores, SegmentId{std::size_t{0}});
  return b;
}

struct Timed {
  Record record;
  double nanoseconds = 0.0;
};

/// The better of two runs: the first also grows the state.
inline Timed timed(const Blueprint& blueprint) {
  State state;
  Timed best;
  best.nanoseconds = 1e300;
  for (int run = 0; run < 2; ++run) {
    const auto began = std::chrono::steady_clock::now();
    best.record = run_replication(blueprint, 1, 0, state);
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - began;
    best.nanoseconds = std::min(best.nanoseconds, took.count());
  }
  return best;
}

}  // namespace restock::bench
