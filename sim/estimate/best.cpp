#include "estimate/best.hpp"

#include "estimate/judge.hpp"

#include <algorithm>
#include <cmath>

namespace restock {

namespace {

/// A pair, seen from its first: positive differences are good.
struct Pair {
  double difference = 0.0;
  std::optional<double> width;
  bool loses() const { return width && difference + *width < 0.0; }
};

class Comparisons {
 public:
  Comparisons(const std::vector<std::span<const double>>& values, bool higher_is_better, double confidence)
      : values_(values), sign_(higher_is_better ? 1.0 : -1.0), confidence_(confidence), result_(values.size()) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      result_[i].value = estimate(values[i], confidence);
      if (result_[i].value.mean) there_.push_back(i);
    }
  }

  std::vector<AgainstBest> fill() {
    std::stable_sort(there_.begin(), there_.end(),
                     [&](std::size_t a, std::size_t b) { return goodness(a) > goodness(b); });
    for (const std::size_t i : there_) judge_one(i);
    for (const std::size_t i : there_) bound(i);
    for (const std::size_t i : there_)
      if (i != there_.front()) compare_with_first(i);
    return std::move(result_);
  }

 private:
  double goodness(std::size_t i) const { return sign_ * result_[i].value.mean.value_or(0.0); }
  Paired paired(std::size_t i, std::size_t l) const {
    return paired_difference(values_[i], values_[l], values_.size() - 1, confidence_);
  }
  Pair pair(std::size_t i, std::size_t l) const {
    const Paired both = paired(i, l);
    return {sign_ * both.difference.mean.value_or(0.0), both.simultaneous};
  }
  void judge_one(std::size_t i) {
    AgainstBest& one = result_[i];
    one.may_be_best = true;
    for (const std::size_t l : there_)
      if (one.may_be_best && l != i && pair(i, l).loses()) {
        one.may_be_best = false;
        one.winner = l;
      }
  }
  /// From min over others of (difference + w), not below 0, down to min over candidates of (difference − w), not above.
  void bound(std::size_t i) {
    double best_case = HUGE_VAL, worst_case = HUGE_VAL;
    for (const std::size_t l : there_) {
      if (l == i) continue;
      const Pair p = pair(i, l);
      if (!p.width) return;
      best_case = std::min(best_case, p.difference + *p.width);
      if (result_[l].may_be_best) worst_case = std::min(worst_case, p.difference - *p.width);
    }
    if (best_case == HUGE_VAL) return;
    const double high = std::max(best_case, 0.0), low = worst_case == HUGE_VAL ? 0.0 : std::min(worst_case, 0.0);
    result_[i].low = sign_ > 0.0 ? low : -high;
    result_[i].high = sign_ > 0.0 ? high : -low;
  }
  void compare_with_first(std::size_t i) {
    const Paired both = paired(i, there_.front());
    result_[i].correlation = both.correlation;
    result_[i].variance_ratio = both.variance_ratio;
    if (!result_[i].may_be_best || !both.difference.mean) return;
    Estimate widened = both.difference;
    widened.half_width = both.simultaneous;
    result_[i].enough = replications_for(widened, std::abs(*both.difference.mean));
  }

  const std::vector<std::span<const double>>& values_;
  double sign_, confidence_;
  std::vector<AgainstBest> result_;
  std::vector<std::size_t> there_;  ///< alternatives with a mean; sorted: the best mean first
};

}  // namespace

std::vector<AgainstBest> against_the_best(const std::vector<std::span<const double>>& values, bool higher_is_better,
                                          double confidence) {
  return Comparisons(values, higher_is_better, confidence).fill();
}

}  // namespace restock
