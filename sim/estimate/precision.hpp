// When enough replications have been run for intervals to be as narrow as wanted, and at which numbers of replications
// that is asked. Pure; used by campaign/ and by those who tell the outcome.
#pragma once

#include "estimate/estimate.hpp"

#include <cstddef>
#include <optional>

namespace restock {

/// A half-width that is wanted: in the metric's unit, or relative to the size of the mean.
struct WantedWidth {
  double value = 0.0;  ///< above 0
  bool relative = false;
};

/// The half-width that an interval may have: `value`, or |mean|·γ/(1 + γ) for a relative γ, so that the mean is within
/// γ of the truth and not of itself (Law 2015, section 9.4.1). None without a mean.
std::optional<double> allowed_width(const Estimate& estimate, WantedWidth wanted);

/// Whether there is an interval and it is that narrow.
bool is_narrow_enough(const Estimate& estimate, WantedWidth wanted);

/// No decision on fewer replications: intervals of very few are narrow by luck too often.
inline constexpr std::size_t least_first_stage = 20;

/// The number of replications at which is asked next: 20 more, or a tenth more where that is more, at most `most`. Few
/// looks, because each is a chance to stop on a narrow interval that is narrow by luck.
constexpr std::size_t next_block_end(std::size_t replications, std::size_t most) {
  const std::size_t more = replications / 10 > 20 ? replications / 10 : 20;
  return most - replications > more ? replications + more : most;
}

}  // namespace restock
