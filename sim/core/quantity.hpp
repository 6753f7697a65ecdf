// What is counted and what is priced: strong types for family parameters, plain numbers for the engine.
#pragma once

#include <cstdint>
#include <limits>

namespace restock {

/// Goods in whole units (or a product's stated quantum).
using Quantity = std::int64_t;
/// "No limit" for a cap or a maximum.
inline constexpr Quantity unlimited = std::numeric_limits<Quantity>::max() / 4;

/// Events or units per tick, e.g. `42 per d`.
struct Rate {
  double per_tick = 0.0;
  friend constexpr bool operator==(Rate, Rate) = default;
};

/// An amount of money in currency units, e.g. `14.00`.
struct Money {
  double amount = 0.0;
  friend constexpr bool operator==(Money, Money) = default;
};

/// Money per unit of goods and tick (`0.25 per d`), or a share of the product's cost per tick (`25 % per y`).
struct MoneyRate {
  double per_tick = 0.0;
  bool of_cost = false;
  friend constexpr bool operator==(MoneyRate, MoneyRate) = default;
};

/// A number in the unit that the place where it is written calls for: ticks in a time distribution, units of goods
/// in a quantity distribution.
struct Measure {
  double value = 0.0;
  friend constexpr bool operator==(Measure, Measure) = default;
};

/// A share between 0 and 1; `97 %` and `0.97` are the same.
struct Share {
  double value = 0.0;
  friend constexpr bool operator==(Share, Share) = default;
};

/// A share per time, e.g. `20 % per y`; what it is a share of, the place where it is written says.
struct ShareRate {
  double per_tick = 0.0;
  friend constexpr bool operator==(ShareRate, ShareRate) = default;
};

}  // namespace restock
