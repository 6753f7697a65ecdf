#include "estimate/selection.hpp"

#include "core/contract.hpp"
#include "estimate/estimate.hpp"
#include "estimate/rounded.hpp"

#include <algorithm>
#include <cmath>

namespace restock {

SequentialSelection::SequentialSelection(std::size_t alternatives, SelectionTerms terms)
    : terms_(terms), exits_(alternatives) {
  require(alternatives >= 2 && terms.indifference > 0.0 && terms.confidence < 1.0,
          "a selection has two alternatives, an indifference and room for error");
  for (std::size_t i = 0; i < alternatives; ++i) left_.push_back(i);
}

void SequentialSelection::measure(const std::vector<std::span<const double>>& values, std::size_t replications) {
  const std::size_t k = exits_.size();
  const double degrees = static_cast<double>(replications - 1);
  // η solves ½(1 + 2η)^(−(n₀ − 1)/2) = α/(k − 1), the error that each of the k − 1 comparisons with the best may have.
  const double tail = 2.0 * (1.0 - terms_.confidence) / static_cast<double>(k - 1);
  const double eta = round_to_40_bits(0.5 * (std::pow(tail, -2.0 / degrees) - 1.0));
  const double h2 = 2.0 * eta * degrees;
  horizons_.assign(k * k, 0.0);
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t l = 0; l < k; ++l) {
      if (i == l) continue;
      Welford difference;
      for (std::size_t r = 0; r < replications; ++r) difference.add(values[i][r] - values[l][r]);
      horizons_[i * k + l] = h2 * difference.variance() / (terms_.indifference * terms_.indifference);
    }
}

std::size_t SequentialSelection::latest() const {
  double most = 0.0;
  for (const std::size_t i : left_)
    for (const std::size_t l : left_)
      if (i != l && !horizons_.empty()) most = std::max(most, horizon(i, l));
  return horizons_.empty() ? 0 : static_cast<std::size_t>(std::min(most, 1e15)) + 1;
}

void SequentialSelection::look(const std::vector<std::span<const double>>& values, std::size_t replications) {
  require(replications >= 2, "variances need two replications");
  if (horizons_.empty()) measure(values, replications);
  const std::size_t horizon_end = latest();
  const auto n = static_cast<double>(replications);
  std::vector<double> sums(exits_.size(), 0.0);
  for (const std::size_t i : left_) {
    for (std::size_t r = 0; r < replications; ++r) sums[i] += values[i][r];
    if (!terms_.higher_is_better) sums[i] = -sums[i];
  }
  std::vector<std::size_t> best_first = left_;
  std::stable_sort(best_first.begin(), best_first.end(), [&](auto a, auto b) { return sums[a] > sums[b]; });
  std::vector<std::size_t> still;
  for (const std::size_t i : left_) {
    const auto winner = std::find_if(best_first.begin(), best_first.end(), [&](std::size_t l) {
      // n·W(n) = max(0, δ/2·(h²S²/δ² − n))
      return l != i && sums[i] < sums[l] - std::max(0.0, 0.5 * terms_.indifference * (horizon(i, l) - n));
    });
    if (winner == best_first.end())
      still.push_back(i);
    else
      exits_[i] = Exit{replications, *winner};
  }
  left_ = std::move(still);
  // At the end of all horizons only equals are left: the first of them is as good as any.
  if (left_.size() == 1 || replications >= horizon_end) chosen_ = left_.front();
}

}  // namespace restock
