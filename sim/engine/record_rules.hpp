// What makes the record of a stock point wrong, and what sets it right. Part of the blueprint; shared with the twin.
#pragma once

#include "core/time.hpp"
#include "demand/arrivals.hpp"
#include "random/gaps.hpp"
#include "stock/counts.hpp"
#include "stock/shrinkage.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

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

/// Units that are there and cannot be found, until they are.
struct MisplacedRule {
  double rate = 0.0;             ///< misplacements per unit that can be found and tick
  std::optional<TimeLaw> found;  ///< how long it takes; none: only a count finds them
  double at_count = 1.0;         ///< probability that a count finds one
};

/// What is posted of a receipt when somebody has miscounted.
struct ReceivingRule {
  double wrong = 0.0;   ///< share of the receipts that are posted wrong
  double over = 0.5;    ///< share of those that are posted with too many units
  QuantityLaw error{};  ///< by how much they are off

  Quantity posted(Quantity came, Draws& draws) const {
    if (draws.uniform() >= wrong) return came;
    const Quantity off = sample_quantity(error.law, draws);
    return draws.uniform() < over ? came + off : std::max<Quantity>(0, came - off);
  }
};

/// What the till reads of units that a customer takes home.
struct ScanningRule {
  double missed = 0.0;
  double twice = 0.0;

  Quantity read(Quantity units, Draws& draws) const {
    Quantity read = 0;
    for (Quantity unit = 0; unit < units; ++unit) {
      const double u = draws.uniform();
      read += u < missed ? 0 : u < missed + twice ? 2 : 1;
    }
    return read;
  }
};

/// Stock points whose goods are taken for one another: pulled as one.
struct LookAlikes {
  double rate = 0.0;                  ///< share of the units picked that are another's
  std::vector<std::uint32_t> points;  ///< in their order
};

/// When the record follows what has happened.
struct PostingRule {
  Time receipts = 0;        ///< span from coming in to being posted
  Time receipts_every = 0;  ///< then at the next instant of these; 0: at once
  Time sales_every = 0;     ///< likewise what customers were handed over
  Time first = 0;           ///< one of the instants, after `start`

  bool receipts_late() const { return receipts > 0 || receipts_every > 0; }
  Time receipt_due(Time came) const {
    const Time ready = later(came, receipts);
    return receipts_every > 0 && ready < never ? calendar_instant(ready, receipts_every, first) : ready;
  }
};

struct RecordRules {
  double shrinkage = 0.0;  ///< losses per unit on hand and tick
  std::optional<TheftRule> theft;
  std::optional<Counts> counts;  ///< by plan
  bool count_on_zero = false;    ///< when a shipment, or its posting, takes the record to 0
  bool count_below_zero = false;
  CountReading reading{};
  std::optional<MisplacedRule> misplaced;
  std::optional<ReceivingRule> receiving;
  std::optional<ScanningRule> scanning;
  PostingRule posting{};

  bool calls_for_counts() const { return count_on_zero || count_below_zero; }
  bool posts_late() const { return posting.receipts_late() || posting.sales_every > 0; }
  bool loses() const { return shrinkage > 0.0 || theft.has_value(); }
};

}  // namespace restock
