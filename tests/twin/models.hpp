// Small blueprints to start from: one stock point with one stream, an external supplier. For tests of laws and twin.
#pragma once

#include "core/hash.hpp"
#include "twin/draft.hpp"

#include <cstdint>
#include <string>

namespace restock::models {

inline TimeLaw constant_time(Time ticks) { return {Constant{{static_cast<double>(ticks)}}}; }

inline TimeLaw exponential_time(Time mean_ticks) {
  TimeLaw law{Exponential{{static_cast<double>(mean_ticks)}}};
  prepare(law.law);
  return law;
}

/// One store, replenished by a supplier who is never short, with one stream of customers of one unit.
inline Draft one_store(Policy policy, Quantity stock, Arrivals arrivals, TimeLaw lead) {
  Draft b;
  b.length = 100 * day;
  DraftStream stream;
  stream.point = PointId{0};
  stream.who = hash_name("customers");
  stream.arrivals = arrivals;
  b.streams.push_back(stream);
  DraftLink link;
  link.to = PointId{0};
  link.who = hash_name("lane");
  link.transit = lead;
  link.planned_transit = link.planned_lead = lead.mean_ticks();
  b.links.push_back(link);
  DraftPoint point;
  point.who = hash_name("store");
  point.policy = policy;
  point.streams = {0, 1};
  point.sources = {0, 1};
  point.initial_on_hand = point.initial_on_record = stock;
  b.points.push_back(point);
  return b;
}

/// store (0) <- warehouse (1) <- supplier: a day to the store, `lead` to the warehouse; both begin with `stock`.
inline Draft two_echelons(Policy store, Policy warehouse, Quantity stock, Arrivals arrivals, TimeLaw lead) {
  Draft b = one_store(store, stock, arrivals, constant_time(1 * day));
  b.points.push_back(b.points[0]);
  b.points[1].who = hash_name("warehouse");
  b.points[1].policy = warehouse;
  b.points[1].streams = {1, 0};
  b.points[1].sources = {1, 1};
  b.points[1].review_rank = b.points[0].dispatch_rank = 1;
  b.links.push_back(b.links[0]);
  b.links[0].from = PointId{1};
  b.links[1].to = PointId{1};
  b.links[1].who = hash_name("inbound");
  b.links[1].transit = lead;
  b.links[1].planned_lead = b.links[1].planned_transit = lead.mean_ticks();
  return b;
}

/// Customers at exactly these ticks, with these units.
inline void replay(Draft& b, std::vector<TraceLine> lines) {
  b.streams[0].arrivals = TraceArrivals{};
  b.streams[0].unit_size = false;
  b.streams[0].trace = {0, static_cast<std::uint32_t>(lines.size())};
  b.trace = std::move(lines);
}

/// One cause with one effect more.
inline void add_cause(Draft& b, Trigger when, EffectPlan effect) {
  effect.cause = static_cast<std::uint32_t>(b.causes.size());
  CausePlan cause;
  cause.who = hash_name("disruption/" + std::to_string(b.causes.size()));
  cause.when = when;
  cause.effects = {static_cast<std::uint32_t>(b.effects.size()), 1};
  b.causes.push_back(cause);
  b.effects.push_back(effect);
}

}  // namespace restock::models
