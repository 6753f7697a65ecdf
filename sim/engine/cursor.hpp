// A stream's position among its candidates: (time, number). Advancing draws from the address, never from a state.
#pragma once

#include "core/time.hpp"
#include "engine/blueprint.hpp"
#include "engine/feed.hpp"
#include "engine/luck.hpp"
#include "random/draws.hpp"
#include "random/gaps.hpp"

#include <cstdint>
#include <variant>

namespace restock {

/// Gaps between the customers of a stream: who looks ahead at them and comes back finds them again. Lent to one stream
/// at a time.
using Gaps = GapWindow<32>;

/// Walks the candidates of one stream. Cheap to make: what it keeps besides (time, number) is a cache, and the gaps
/// that it draws are kept by somebody else, who lends them to no other cursor's stream meanwhile. Of a stream whose
/// demand moves it walks the customers whom the feed has ready.
class Cursor {
 public:
  Cursor(const Blueprint& blueprint, const StreamPlan& plan, Luck luck, Gaps& gaps)
      : blueprint_(&blueprint), plan_(&plan), rules_(&blueprint.rules(plan)), luck_(luck), gaps_(&gaps) {
    if (const auto* poisson = std::get_if<PoissonArrivals>(&rules_->arrivals)) {
      mean_gap_ = 1.0 / (poisson->rate.per_tick * plan.volume);
      gaps_->look_at(luck.at(plan.who, Purpose::arrival_gap, 0));
    }
  }
  Cursor(const Blueprint& blueprint, const StreamPlan& plan, Luck luck, Gaps& gaps, Time time, std::uint64_t number)
      : Cursor(blueprint, plan, luck, gaps) {
    time_ = time;
    number_ = number;
  }
  /// From where the feed's stream stands; null is no feed.
  Cursor(const Blueprint& blueprint, const StreamPlan& plan, Luck luck, Gaps& gaps, Time time, std::uint64_t number,
         Feed* feed)
      : Cursor(blueprint, plan, luck, gaps, time, number) {
    if (feed == nullptr) return;
    feed_ = feed;
    place_ = feed->place();
    mean_gap_ = 0.0;
  }

  Time time() const { return time_; }
  std::uint64_t number() const { return number_; }
  std::uint64_t place() const { return place_; }  ///< in the feed

  /// Moves to customer 0.
  void begin(Time clock_start) {
    number_ = 0;
    if (const auto* periods = std::get_if<PerPeriodArrivals>(&rules_->arrivals)) {
      time_ = calendar_instant(clock_start, periods->every.ticks, periods->offset.ticks);
    } else if (const auto* now_and_then = std::get_if<IntermittentArrivals>(&rules_->arrivals)) {
      time_ = calendar_instant(clock_start, now_and_then->every.ticks, now_and_then->offset.ticks);
      find_occasion(*now_and_then);
    } else if (const auto* batches = std::get_if<BatchArrivals>(&rules_->arrivals)) {
      time_ = calendar_instant(clock_start, batches->every.ticks, batches->offset.ticks);
    } else if (std::holds_alternative<TraceArrivals>(rules_->arrivals)) {
      while (number_ < plan_->trace.count && line(number_).at < clock_start) ++number_;
      time_ = number_ < plan_->trace.count ? line(number_).at : never;
    } else {
      time_ = later(clock_start, gap(0));
    }
  }

  void advance() {
    ++number_;
    if (mean_gap_ > 0.0) [[likely]] {
      time_ = later(time_, poisson_gap(number_));
    } else {
      advance_other();
    }
  }

  /// Units of the current customer; 0 is possible (a period without demand).
  Quantity size() const {
    if (rules_->unit_size) return 1;
    if (std::holds_alternative<TraceArrivals>(rules_->arrivals)) return line(number_).units;
    if (const auto* batches = std::get_if<BatchArrivals>(&rules_->arrivals); batches && batch(*batches) == 0) return 0;
    Draws draws(luck_.at(plan_->who, Purpose::order_size, number_));
    return sample_quantity(rules_->size.law, draws);
  }

 private:
  void advance_other() {
    if (feed_ != nullptr) {
      const Candidate next = feed_->at(++place_);
      time_ = next.at;
      number_ = next.number;
    } else if (std::holds_alternative<RenewalArrivals>(rules_->arrivals)) {
      time_ = later(time_, gap(number_));
    } else if (const auto* periods = std::get_if<PerPeriodArrivals>(&rules_->arrivals)) {
      time_ = later(time_, periods->every.ticks);
    } else if (const auto* now_and_then = std::get_if<IntermittentArrivals>(&rules_->arrivals)) {
      time_ = later(time_, now_and_then->every.ticks);
      find_occasion(*now_and_then);
    } else if (const auto* batches = std::get_if<BatchArrivals>(&rules_->arrivals)) {
      advance_batch(*batches);
    } else {
      time_ = number_ < plan_->trace.count ? line(number_).at : never;
    }
  }
  /// From period `number_` on, the first that has an order.
  void find_occasion(const IntermittentArrivals& arrivals) {
    BulkDraws occasions(luck_.seed, luck_.replication, plan_->who, Purpose::occasion);
    for (; time_ < never && occasions.uniform(number_) >= arrivals.probability.value; ++number_)
      time_ = later(time_, arrivals.every.ticks);
  }
  /// Customers of the current period.
  Quantity batch(const BatchArrivals& arrivals) const {
    return arrivals.count(luck_.at(plan_->who, Purpose::batch_size, BatchArrivals::period(number_)));
  }
  /// `number_` has been raised by one: stays in the period while it has customers left.
  void advance_batch(const BatchArrivals& arrivals) {
    if (static_cast<Quantity>(BatchArrivals::index(number_)) < batch(arrivals)) return;
    number_ = (BatchArrivals::period(number_) + 1) << BatchArrivals::index_bits;
    time_ = later(time_, arrivals.every.ticks);
  }
  const TraceLine& line(std::uint64_t n) const { return blueprint_->trace[plan_->trace.first + n]; }
  Time poisson_gap(std::uint64_t n) { return to_ticks(gaps_->gap(n) * mean_gap_); }
  Time gap(std::uint64_t n) {
    if (mean_gap_ > 0.0) return poisson_gap(n);
    Draws draws(luck_.at(plan_->who, Purpose::arrival_gap, n));
    return std::get<RenewalArrivals>(rules_->arrivals).gap.sample_ticks(draws);
  }

  const Blueprint* blueprint_;
  const StreamPlan* plan_;
  const StreamRules* rules_;
  Luck luck_;
  Gaps* gaps_;
  double mean_gap_ = 0.0;  ///< of Poisson arrivals, in ticks; 0 for all others
  Feed* feed_ = nullptr;
  std::uint64_t place_ = 0;
  Time time_ = never;
  std::uint64_t number_ = 0;
};

}  // namespace restock
