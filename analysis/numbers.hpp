// Numbers as people read them: as many decimals as the interval warrants, columns aligned. Used by the tables here.
#pragma once

#include "estimate/estimate.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// Decimals that show two significant digits of the largest half-width; four digits of the means when there is none.
int decimals_for(const std::vector<Estimate>& estimates);

/// `0.912 ± 0.004`, `–` when undefined; `n=…` when fewer than `replications` count.
std::string with_interval(const Estimate& estimate, int places, std::size_t replications);
std::string with_sign(double value, int places);

/// Lines of cells; the first column is left-aligned, the others right-aligned, two spaces between.
class Table {
 public:
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  std::string text() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

/// Columns that a text takes on a terminal: code points, not bytes.
std::size_t width_of(std::string_view text);

/// What a planner looks at first, as indices into `metrics()`.
const std::vector<std::size_t>& headline_metrics();
std::vector<std::size_t> all_metrics();
/// `fill_rate [units]`; dimensionless ones have no bracket.
std::string labelled(std::size_t metric);

}  // namespace restock
