// The levels of a stock point: how they change and what is counted of them. Part of Replication, inline because they
// change at every customer. Included by replication.hpp only.
#pragma once

#include "core/contract.hpp"
#include "engine/replication.hpp"

namespace restock {

// An integral over the window is
// level at the end × end − Σ change × time of change, which touches nothing but the level that changed.

inline void Replication::move_stock(std::uint32_t point, Quantity hand, Quantity record, Time at) {
  require_caught_up(point, at);
  PointState& p = s_.points[point];
  const Quantity old_hand = p.on_hand;
  const Quantity old_record = p.on_record;
  p.on_hand += hand;
  p.on_record += record;
  StockIntegrals& sums = s_.stock_facts[point].integrals;
  sums.on_hand -= widen(hand, at);
  sums.on_record -= widen(record, at);
  const int ready = static_cast<int>(p.on_hand > 0) - static_cast<int>(old_hand > 0);
  if (ready != 0) sums.ready -= widen(ready, at);
  if (p.on_hand != p.on_record || old_hand != old_record) {
    const auto distance = [](Quantity x, Quantity y) { return x > y ? x - y : y - x; };
    sums.record_error -= widen(distance(p.on_record, p.on_hand) - distance(old_record, old_hand), at);
    const int phantom =
        static_cast<int>(p.on_record > 0 && p.on_hand == 0) - static_cast<int>(old_record > 0 && old_hand == 0);
    sums.phantom -= widen(phantom, at);
  }
  if (p.watches_record) stock_moved(point, old_hand, old_record, at);
}

/// A stock point that runs ahead of the clock (ahead.hpp) is not looked at before the clock has come up with it: else
/// what is seen there would be of later.
inline void Replication::require_caught_up(std::uint32_t point, Time at) const {
  if (s_.points[point].served_to > at) [[unlikely]]
    throw ContractBroken("a stock point was looked at that had run ahead of the clock");
}

inline void Replication::change_on_order(std::uint32_t point, Quantity change) {
  require_caught_up(point, now_.tick);
  s_.points[point].on_order += change;
  s_.stock_facts[point].integrals.on_order -= widen(change, now_.tick);
}

inline void Replication::change_backlog(std::uint32_t point, Quantity change, bool customers, Time at) {
  PointState& p = s_.points[point];
  StockIntegrals& sums = s_.stock_facts[point].integrals;
  p.backlog += change;
  sums.backlog -= widen(change, at);
  if (customers) {
    p.customer_backlog += change;
    sums.customer_backlog -= widen(change, at);
  }
}

/// Physical units that can be found: what walk-in customers see, and all that can be picked.
inline Quantity Replication::findable(std::uint32_t point) const {
  const PointState& p = s_.points[point];
  return p.hides_stock ? p.on_hand - s_.side.hidden[point].count() : p.on_hand;
}

inline Quantity Replication::allocatable(std::uint32_t point) const {
  const Quantity there = findable(point);
  const PointState& p = s_.points[point];
  const Quantity on_record = p.posts_late ? p.on_record - s_.side.unposted[point].sales : p.on_record;
  const Quantity least = there < on_record ? there : on_record;
  return least > 0 ? least : 0;
}

inline Quantity Replication::position(std::uint32_t point) const {
  const PointState& p = s_.points[point];
  return p.on_record + p.on_order - p.backlog - waiting_units(point);
}

inline void Replication::leave_cohort(bool cohort, Quantity units, Time at) {
  if (!cohort) return;
  cohort_open_ -= units;
  if (at > last_end_) last_end_ = at;
}

/// Where somebody forecasts (forecasting.hpp): what he has seen.
inline ForecastState* Replication::forecast_at(std::uint32_t point) {
  SideTables& side = s_.side;
  if (side.forecast_of.empty() || side.forecast_of[point] == none) return nullptr;
  return &side.forecasts[side.forecast_of[point]];
}

/// Where levels are set by rules (level_setting.hpp): those in force.
inline LevelState* Replication::level_at(std::uint32_t point) {
  SideTables& side = s_.side;
  if (side.level_of.empty() || side.level_of[point] == none) return nullptr;
  return &side.levels[side.level_of[point]];
}

inline const Policy& Replication::policy_of(std::uint32_t point) const {
  const SideTables& side = s_.side;
  if (side.level_of.empty() || side.level_of[point] == none) return b_.rules(b_.points[point]).policy;
  return side.levels[side.level_of[point]].policy;
}

}  // namespace restock
