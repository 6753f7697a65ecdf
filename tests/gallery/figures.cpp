#include "gallery/figures.hpp"

#include "estimate/estimate.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace restock::gallery {

namespace {

struct Figure {
  std::string quantity, of = "base";
  char relation = 0;  ///< one of > < ~ = -; 0: a value by itself
  std::string than;
};

Figure parse_figure(const std::string& written) {
  Figure figure;
  const std::size_t of = written.find(" of ");
  figure.quantity = written.substr(0, of);
  if (of == std::string::npos) return figure;
  figure.of = written.substr(of + 4);
  for (const char relation : {'>', '<', '~', '=', '-'}) {
    const std::size_t at = figure.of.find(std::string(" ") + relation + " ");
    if (at == std::string::npos) continue;
    figure.relation = relation;
    figure.than = figure.of.substr(at + 3);
    figure.of.erase(at);
    break;
  }
  return figure;
}

/// Units as a sentence has them.
std::string unit_words(const report::MetricStyle& style) {
  if (style.unit == "d") return " days";
  if (style.unit == "money/d") return " a day";
  return style.suffix();
}

/// As the report writes it, with no more decimals than a sentence bears, and without an interval that is narrower than
/// the last digit.
std::string figure_text(const report::MetricStyle& style, Estimate shown, const std::string& unit) {
  constexpr int most_decimals = 3;
  const int decimals = std::min(report::prose_decimals(style, shown), style.unit == "d" ? 2 : most_decimals);
  if (shown.half_width && *shown.half_width * std::pow(10.0, decimals) < 0.5) shown.half_width.reset();
  return report::estimate_text(shown, decimals, 0) + unit;
}

/// Of differences: those of percentages are points.
std::string difference_text(const report::MetricStyle& style, Estimate shown, bool with_sign) {
  const bool is_positive = shown.mean.value_or(0.0) > 0.0;
  if (!with_sign && shown.mean) shown.mean = std::abs(*shown.mean);
  const std::string text = figure_text(style, shown, style.unit == "%" ? " points" : unit_words(style));
  return (with_sign && is_positive ? "+" : "") + text;
}

bool holds(char relation, const Estimate& difference) {
  if (!difference.mean || !difference.half_width) return false;
  const double mean = *difference.mean, half_width = *difference.half_width;
  if (relation == '>') return mean > half_width;
  if (relation == '<') return mean < -half_width;
  if (relation == '~') return std::abs(mean) <= half_width;
  return true;
}

bool are_same(const std::vector<double>& a, const std::vector<double>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

std::string text_of(const std::string& written, const Lookup& found, std::vector<std::string>& complaints) {
  const Figure figure = parse_figure(written);
  const Column one = found(figure.quantity, figure.of);
  const Estimate value = one.style.shown(estimate(one.values));
  if (!value.mean) complaints.push_back("{" + written + "} has no value");
  if (figure.relation == 0) return figure_text(one.style, value, unit_words(one.style));
  const Column other = found(figure.quantity, figure.than);
  if (figure.relation == '=') {
    if (!are_same(one.values, other.values)) complaints.push_back("{" + written + "}: they differ");
    return figure_text(one.style, value, unit_words(one.style));
  }
  const Estimate difference = one.style.shown(paired_difference(one.values, other.values).difference);
  const std::string text = difference_text(one.style, difference, figure.relation == '-' || figure.relation == '~');
  if (!holds(figure.relation, difference))
    complaints.push_back("{" + written + "} does not hold: the difference is " +
                         difference_text(one.style, difference, true));
  return text;
}

}  // namespace

std::string with_figures(const std::string& text, const Lookup& found, std::vector<std::string>& complaints) {
  std::string filled;
  std::size_t from = 0;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', from)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) throw std::runtime_error("a figure that is not closed: " + text.substr(open));
    const std::string written = text.substr(open + 1, close - open - 1);
    filled += text.substr(from, open - from);
    from = close + 1;
    try {
      filled += text_of(written, found, complaints);
    } catch (const std::runtime_error& error) {
      complaints.push_back("{" + written + "}: " + error.what());
      filled += "{" + written + "}";
    }
  }
  return filled + text.substr(from);
}

}  // namespace restock::gallery
