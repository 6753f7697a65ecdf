// How far replications differ in a series of the whole network. Used by the writer only.
#pragma once

#include "core/wide.hpp"
#include "estimate/estimate.hpp"
#include "output/results.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace restock {

/// The levels whose intervals are kept, with the names of their series.
inline constexpr std::array<std::pair<const char*, Quantity Sample::*>, 4> spread_levels{
    std::pair{"on_hand", &Sample::on_hand}, std::pair{"on_record", &Sample::on_record},
    std::pair{"on_order", &Sample::on_order}, std::pair{"backlog", &Sample::backlog}};

/// Sums and sums of squares over replications, in integers: the order in which cells come does not matter, and no digit
/// is lost where the differences are small.
class SeriesSpread {
 public:
  void resize(std::size_t alternatives, std::size_t samples) {
    samples_ = samples;
    cells_.assign(alternatives, 0);
    for (auto& level : sums_) level.assign(alternatives * samples, {});
  }
  void add(const CellResult& cell) {
    if (samples_ == 0) return;
    ++cells_[cell.alternative];
    const std::size_t groups = cell.series.size() / samples_;
    for (std::size_t l = 0; l < spread_levels.size(); ++l)
      for (std::size_t t = 0; t < samples_; ++t) {
        Quantity total = 0;
        for (std::size_t g = 0; g < groups; ++g) total += cell.series[t * groups + g].*spread_levels[l].second;
        Moments& moments = sums_[l][cell.alternative * samples_ + t];
        moments.sum += total;
        moments.squares += widen(total, total);
      }
  }
  /// Half-width of the 95 % interval of the mean, t(0.975, n − 1)·s/√n, [alternative × samples + sample]; undefined
  /// with fewer than two replications.
  std::vector<double> half_widths(std::size_t level) const {
    std::vector<double> widths;
    for (std::size_t i = 0; i < sums_[level].size(); ++i) {
      const std::int64_t n = cells_[i / samples_];
      if (n < 2) {
        widths.push_back(undefined);
        continue;
      }
      const Moments& m = sums_[level][i];
      const double count = static_cast<double>(n);
      const double variance = to_double(n * m.squares - m.sum * m.sum) / (count * (count - 1.0));
      widths.push_back(student_quantile(0.975, static_cast<std::size_t>(n - 1)) * std::sqrt(variance / count));
    }
    return widths;
  }

 private:
  struct Moments {
    Wide sum = 0, squares = 0;
  };
  std::size_t samples_ = 0;
  std::vector<std::int64_t> cells_;  ///< by alternative
  std::array<std::vector<Moments>, spread_levels.size()> sums_;
};

}  // namespace restock
