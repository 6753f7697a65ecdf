// What makes the record of a stock point wrong, and what sets it right. Part of the blueprint; shared with the twin.
#pragma once

#include "core/time.hpp"
#include "demand/arrivals.hpp"
#include "random/gaps.hpp"
#include "stock/counts.hpp"
#include "stock/shrinkage.hpp"

#include <cstdint>
#include <optional>

namespace restock {

/// Units that vanish at times of their own, whatever the stock.
struct TheftRule {
  Arrivals arrivals = PoissonArrivals{};  ///< poisson, renewal or per_period
  QuantityLaw size{};

  /// The instant of theft n, the one before it at `last` (for n = 0: the clock's start); `at` addresses its draws.
  Time after(Time last, std::uint64_t n, const Address& at) const {
    Draws draws(at);
    if (const auto* poisson = std::get_if<PoissonArrivals>(&arrivals))
      return poisson->rate.per_tick > 0.0
                 ? later(last, to_ticks(exponential_gap(draws.next()) / poisson->rate.per_tick))
                 : never;
    if (const auto* renewal = std::get_if<RenewalArrivals>(&arrivals))
      return later(last, renewal->gap.sample_ticks(draws));
    if (const auto* periods = std::get_if<PerPeriodArrivals>(&arrivals))
      return calendar_instant(n == 0 ? last : last + 1, periods->every.ticks, periods->offset.ticks);
    return never;
  }
};

struct RecordRules {
  double shrinkage = 0.0;  ///< losses per unit on hand and tick
  std::optional<TheftRule> theft;
  std::optional<Counts> counts;  ///< by plan
  bool count_on_zero = false;    ///< when a shipment takes the record to 0
  CountReading reading{};

  bool loses() const { return shrinkage > 0.0 || theft.has_value(); }
};

}  // namespace restock
