#include "estimate/judge.hpp"

#include <algorithm>
#include <cmath>

namespace restock {

Judgement judge(const Estimate& estimate, Relation relation, double bound) {
  if (!estimate.mean || !estimate.half_width) return Judgement::undecided;
  const double low = *estimate.mean - *estimate.half_width, high = *estimate.mean + *estimate.half_width;
  const auto answer = [](bool met, bool missed) {
    return met ? Judgement::met : missed ? Judgement::missed : Judgement::undecided;
  };
  switch (relation) {
    case Relation::at_least:
      return answer(low >= bound, high < bound);
    case Relation::above:
      return answer(low > bound, high <= bound);
    case Relation::at_most:
      return answer(high <= bound, low > bound);
    case Relation::below:
      break;
  }
  return answer(high < bound, low >= bound);
}

std::optional<std::size_t> replications_for(const Estimate& estimate, double wanted) {
  if (!estimate.half_width || !(wanted > 0.0)) return std::nullopt;
  const double ratio = *estimate.half_width / wanted;
  const double needed = std::ceil(static_cast<double>(estimate.n) * ratio * ratio);
  if (!(needed <= 1e9)) return std::nullopt;
  return std::max(estimate.n, static_cast<std::size_t>(needed));
}

}  // namespace restock
