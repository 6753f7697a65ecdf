#include "demand/surge/promotion.hpp"

#include <algorithm>

namespace restock {

namespace {

/// Calls `apply(start)` for every time the promotion begins before `end` and still matters at `begin`.
void each_time(const Promotion& promotion, Time begin, Time end, auto&& apply) {
  const Time every = promotion.every.ticks;
  Time at = promotion.from.ticks;
  if (every > 0 && at + every <= begin) at += (begin - at) / every * every;
  for (; at<end; at = every> 0 ? later(at, every) : never) apply(at);
}

}  // namespace

double Promotion::share_of(Time begin, Time end) const {
  Time inside = 0;
  each_time(*this, begin, end,
            [&](Time at) { inside += std::max<Time>(0, std::min(end, later(at, lasts.ticks)) - std::max(begin, at)); });
  return end > begin ? static_cast<double>(inside) / static_cast<double>(end - begin) : 0.0;
}

std::vector<std::vector<LevelStep>> Promotion::dips(Time begin, Time end) const {
  std::vector<LevelStep> steps;
  each_time(*this, begin, end, [&](Time at) {
    const Time until = later(at, lasts.ticks);
    if (lift < 1.0) {
      steps.push_back({at, lift});
      steps.push_back({until, 1.0});
    } else if (hangover.ticks > 0) {
      steps.push_back({until, level_after()});
      steps.push_back({later(until, hangover.ticks), 1.0});
    }
  });
  return {steps};
}

}  // namespace restock
