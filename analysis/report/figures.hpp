// Numbers as the page writes them: thousands grouped, shares as percentages, as many decimals as the interval warrants.
#pragma once

#include "estimate/estimate.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace restock::report {

/// `26,924,012`, `-0.25`.
std::string grouped(double value, int decimals);

/// How a metric is shown: its values times `factor`, in `unit`.
struct MetricStyle {
  std::string label;  ///< `fill rate`
  std::string unit;   ///< `%`, `d`, `units`; empty: a number without one
  double factor = 1.0;

  Estimate shown(const Estimate& value) const;
  /// `fill rate [%]`.
  std::string heading() const { return unit.empty() ? label : label + " [" + unit + "]"; }
  /// ` %`, ` d`: what follows a number in a sentence.
  std::string suffix() const { return unit.empty() ? "" : " " + unit; }
};
MetricStyle style_of(std::size_t metric);

/// `84.5 ± 0.6`, `–` when undefined, already in the style's unit; `n=…` when fewer than `replications` count.
std::string estimate_text(const Estimate& shown, int decimals, std::size_t replications);
/// Decimals of a value that stands for itself: no more than two of a percentage.
int prose_decimals(const MetricStyle& style, const Estimate& shown);
/// What planners ask for first, and in which words.
struct FirstFigure {
  const char* metric;
  const char* label;
};
std::span<const FirstFigure> first_figures();
/// One of them as markup; `below`, a text, stands under it.
std::string tile(std::string_view label, std::size_t metric, const Estimate& value, const std::string& below);

/// One value for itself, with its own decimals and unit.
std::string value_text(std::size_t metric, const Estimate& value);
/// The same without the interval.
std::string mean_text(std::size_t metric, const Estimate& value);

}  // namespace restock::report
