#include "demand/level.hpp"

#include <algorithm>

namespace restock {

Level::Level(std::vector<LevelStep> steps, std::vector<double> hours, Time midnight)
    : steps_(std::move(steps)), hours_(std::move(hours)), midnight_(midnight) {
  if (steps_.empty()) return;
  std::uint32_t step = 0;
  for (Time begin = steps_.front().from; begin <= steps_.back().from; begin += day) {
    while (step + 1 < steps_.size() && steps_[step + 1].from <= begin) ++step;
    of_day_.push_back(step);
  }
}

double Level::most(Time from, Time until) const {
  double value = steps_.empty() || from < steps_.front().from ? 1.0 : 0.0;
  if (!steps_.empty() && until > steps_.front().from) {
    const std::size_t first = step_at(std::max(from, steps_.front().from));
    for (std::size_t i = first; i < steps_.size() && steps_[i].from < until; ++i)
      value = std::max(value, steps_[i].value);
  }
  return hours_.empty() ? value : value * *std::max_element(hours_.begin(), hours_.end());
}

double Level::mean(Time from, Time until) const {
  if (until <= from) return at(from);
  double sum = 0.0;
  std::size_t next = 0;  // the first step that is still ahead
  for (Time t = from; t < until;) {
    while (next < steps_.size() && steps_[next].from <= t) ++next;
    Time end = next < steps_.size() ? std::min(until, steps_[next].from) : until;
    if (!hours_.empty()) end = std::min(end, midnight_ + (bucket_of(t - midnight_, hour) + 1) * hour);
    sum += at(t) * static_cast<double>(end - t);
    t = end;
  }
  return sum / static_cast<double>(until - from);
}

std::vector<LevelStep> product_of(const std::vector<std::vector<LevelStep>>& factors) {
  std::vector<Time> changes;
  for (const auto& factor : factors)
    for (const LevelStep& step : factor) changes.push_back(step.from);
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
  std::vector<LevelStep> product;
  std::vector<std::size_t> next(factors.size(), 0);
  for (const Time t : changes) {
    double value = 1.0;
    for (std::size_t i = 0; i < factors.size(); ++i) {
      while (next[i] < factors[i].size() && factors[i][next[i]].from <= t) ++next[i];
      if (next[i] > 0) value *= factors[i][next[i] - 1].value;
    }
    if (product.empty() ? value != 1.0 : value != product.back().value) product.push_back({t, value});
  }
  return product;
}

}  // namespace restock
