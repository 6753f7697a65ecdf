// Means and intervals over replications, and paired differences. Pure: numbers in, numbers out.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace restock {

/// What a sample says about its mean. Values that are NaN are replications in which the metric is undefined.
struct Estimate {
  std::size_t n = 0;                 ///< defined replications
  std::optional<double> mean;        ///< none when n = 0
  std::optional<double> deviation;   ///< sample standard deviation; none when n < 2
  std::optional<double> half_width;  ///< of the confidence interval; none when n < 2
};

/// Welford's running mean and variance, fed in replication order so that everybody gets the same bits.
class Welford {
 public:
  void add(double x) {
    ++n_;
    const double delta = x - mean_;
    mean_ += delta / static_cast<double>(n_);
    squares_ += delta * (x - mean_);
  }
  std::size_t n() const { return n_; }
  double mean() const { return mean_; }
  /// Sample variance; only for n ≥ 2.
  double variance() const { return squares_ / static_cast<double>(n_ - 1); }

 private:
  std::size_t n_ = 0;
  double mean_ = 0.0;
  double squares_ = 0.0;
};

/// The p-quantile of Student's t, p in (0, 1), degrees ≥ 1. Rounded to 40 bits, so that processors whose libm differs
/// in the last bit agree.
double student_quantile(double p, std::size_t degrees);

/// mean ± t((1 + confidence)/2, n − 1)·s/√n.
Estimate estimate(std::span<const double> values, double confidence = 0.95);

/// The defined values of a sample in order, for several quantiles of it.
class SortedSample {
 public:
  explicit SortedSample(std::span<const double> values);
  /// The p-quantile, linear between order statistics (Hyndman–Fan type 7); none without values.
  std::optional<double> quantile(double p) const;

 private:
  std::vector<double> sorted_;
};
inline std::optional<double> sample_quantile(std::span<const double> values, double p) {
  return SortedSample(values).quantile(p);
}

/// The difference of two alternatives over the replications that both have and in which both are defined.
struct Paired {
  Estimate difference;  ///< of other − base, one interval on its own
  std::optional<double>
      simultaneous;  ///< half-width that holds for all of `comparisons` differences at once (Bonferroni)
  std::optional<double> correlation;  ///< achieved by common random numbers; none without variance
  std::optional<double>
      variance_ratio;  ///< variance of the difference / what independent runs would have; < 1 is a gain
};

Paired paired_difference(std::span<const double> other, std::span<const double> base, std::size_t comparisons = 1,
                         double confidence = 0.95);

}  // namespace restock
