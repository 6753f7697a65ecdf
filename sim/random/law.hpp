// A distribution with its dimension, so that readers know whether `mean: 18 d` or `mean: 18` is meant.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "random/distribution.hpp"

namespace restock {

/// A law of spans of time; its measures are ticks. Written `gamma(mean: 18 d, cv: 0.25)`; a bare duration is constant.
struct TimeLaw {
  Distribution law = Constant{};
  Time sample_ticks(Draws& draws) const { return to_ticks(sample(law, draws)); }
  Time mean_ticks() const { return to_ticks(mean(law)); }
};

/// A law of whole quantities; its measures are units of goods. Written `geometric(mean: 2.5)`; a bare count is
/// constant.
struct QuantityLaw {
  Distribution law = Constant{Measure{1.0}};
  /// Whether every order is for one unit: the default, which needs no draw.
  bool is_one_unit() const {
    const auto* constant = std::get_if<Constant>(&law);
    return constant != nullptr && constant->value.value == 1.0;
  }
};

/// A law of shares between 0 and 1. Written `uniform(70 %, 1)`; a bare share is constant.
struct ShareLaw {
  Distribution law = Constant{Measure{1.0}};
  /// Whether it is always the whole, which needs no draw.
  bool is_whole() const {
    const auto* constant = std::get_if<Constant>(&law);
    return constant != nullptr && constant->value.value == 1.0;
  }
  bool is_share() const { return quantile(law, 0.0) >= 0.0 && quantile(law, 1.0) <= 1.0; }
};

}  // namespace restock
