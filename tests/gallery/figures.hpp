// Figures in a sentence: {fill_rate} is the base's, {fill_rate of more} an alternative's, and of two alternatives that
// met the same customers
//
//   {fill_rate of more > base}   by how much it is more, which it has to be clearly: the 95 % interval of the paired
//   {fill_rate of less < base}   differences excludes 0; or less
//   {fill_rate of other ~ base}  the difference, which has to be none that the run can tell
//   {fill_rate of other = base}  the value, which has to be the same in every replication
//   {fill_rate of other - base}  the difference with its sign, whatever it is
//
// Used by the tests of this folder.
#pragma once

#include "analysis/report/figures.hpp"

#include <functional>
#include <string>
#include <vector>

namespace restock::gallery {

/// What was found: a value for each replication, and how it is written.
struct Column {
  std::vector<double> values;
  report::MetricStyle style;
};
/// Of a quantity and an alternative (or a cause). Throws std::runtime_error where there is no such thing.
using Lookup = std::function<Column(const std::string& quantity, const std::string& of)>;

/// The text with its figures. What does not hold, and what is not there, is added to `complaints`.
std::string with_figures(const std::string& text, const Lookup& found, std::vector<std::string>& complaints);

}  // namespace restock::gallery
