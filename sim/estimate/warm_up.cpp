#include "estimate/warm_up.hpp"

#include "estimate/estimate.hpp"

#include <vector>

namespace restock {

std::optional<std::size_t> mser5(std::span<const double> series) {
  constexpr std::size_t batch = 5, fewest = 10;
  const std::size_t batches = series.size() / batch;
  if (batches < fewest) return std::nullopt;
  std::vector<double> means(batches, 0.0);
  for (std::size_t i = 0; i < batches * batch; ++i) means[i / batch] += series[i] / static_cast<double>(batch);
  // From the end backwards; what is less than a quarter of the series may agree by luck (all of a rare backlog is 0).
  Welford rest;
  std::size_t cut = batches;
  double least = 0.0;
  for (std::size_t d = batches; d-- > 0;) {
    rest.add(means[d]);
    if (4 * rest.n() < batches) continue;
    const auto left = static_cast<double>(rest.n());
    const double score = rest.variance() * (left - 1.0) / (left * left);
    if (cut == batches || score <= least) {
      least = score;
      cut = d;
    }
  }
  if (2 * cut > batches) return std::nullopt;
  return cut * batch;
}

}  // namespace restock
