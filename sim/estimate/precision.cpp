#include "estimate/precision.hpp"

#include <cmath>

namespace restock {

std::optional<double> allowed_width(const Estimate& estimate, WantedWidth wanted) {
  if (!wanted.relative) return wanted.value;
  if (!estimate.mean) return std::nullopt;
  return std::abs(*estimate.mean) * wanted.value / (1.0 + wanted.value);
}

bool is_narrow_enough(const Estimate& estimate, WantedWidth wanted) {
  const std::optional<double> allowed = allowed_width(estimate, wanted);
  return allowed && estimate.half_width && *estimate.half_width <= *allowed;
}

}  // namespace restock
