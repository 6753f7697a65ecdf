// Histograms of spans of time with fixed logarithmic bins: integer counts that add in any order.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

#include <bit>
#include <cstdint>
#include <vector>

namespace restock {

/// Bins: spans below 32 ticks are exact; above, 32 bins per doubling, so a quantile is off by at most 1/64 of itself
/// (half a bin). Grows to the largest span seen.
class SpanSketch {
 public:
  static constexpr unsigned bits = 5;
  static constexpr std::uint32_t sub_bins = 1U << bits;

  static constexpr std::uint32_t bin_of(Time span) {
    const auto value = static_cast<std::uint64_t>(span < 0 ? 0 : span);
    if (value < sub_bins) return static_cast<std::uint32_t>(value);
    const auto shift = static_cast<unsigned>(std::bit_width(value)) - (bits + 1);
    return (shift + 1) * sub_bins + static_cast<std::uint32_t>(value >> shift) - sub_bins;
  }
  /// Lower end of a bin, in ticks, inclusive; the upper end is that of the next.
  static constexpr double lower(std::uint32_t bin) {
    if (bin < sub_bins) return static_cast<double>(bin);
    const unsigned shift = bin / sub_bins - 1;
    return static_cast<double>(static_cast<std::uint64_t>(sub_bins + bin % sub_bins) << shift);
  }
  /// Middle of a bin, in ticks.
  static constexpr double middle(std::uint32_t bin) {
    return bin < sub_bins ? lower(bin) : 0.5 * (lower(bin) + lower(bin + 1));
  }

  void add(Time span, Quantity units) {
    const std::uint32_t bin = bin_of(span);
    if (bin >= counts_.size()) counts_.resize(bin + 1, 0);
    counts_[bin] += units;
  }
  SpanSketch& operator+=(const SpanSketch& other) {
    if (other.counts_.size() > counts_.size()) counts_.resize(other.counts_.size(), 0);
    for (std::size_t i = 0; i < other.counts_.size(); ++i) counts_[i] += other.counts_[i];
    return *this;
  }
  Quantity total() const {
    Quantity sum = 0;
    for (const Quantity c : counts_) sum += c;
    return sum;
  }
  /// The p-quantile in ticks (middle of its bin); NaN-free: call only when total() > 0.
  double quantile(double p) const;
  /// The end of the bin in which the p-quantile lies: at least the share p of what was added is not above it. 0 where
  /// nothing was.
  Time at_most(double p) const;
  void clear() { counts_.clear(); }
  const std::vector<Quantity>& counts() const { return counts_; }
  friend bool operator==(const SpanSketch&, const SpanSketch&) = default;

 private:
  std::vector<Quantity> counts_;
};

}  // namespace restock
