#include "analysis/report/drawing.hpp"

#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace restock::report {

Scale::Scale(double low, double high, double from, double to) : low_(low), high_(high), from_(from), to_(to) {
  if (high_ > low_) return;
  const double around = low_ == 0.0 ? 1.0 : std::abs(low_) * 0.1;
  low_ -= around;
  high_ += around;
}

std::vector<double> nice_ticks(double low, double high, int about) {
  std::vector<double> ticks;
  if (!std::isfinite(low) || !std::isfinite(high) || !(high > low)) return {low};
  const double rough = (high - low) / about;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  const double unit = rough / power;
  const double step = power * (unit < 1.5 ? 1.0 : unit < 3.5 ? 2.0 : unit < 7.5 ? 5.0 : 10.0);
  for (double i = std::ceil(low / step - 1e-9); i * step <= high + step * 1e-9; ++i) ticks.push_back(i * step + 0.0);
  return ticks;
}

std::string tick_text(double value, const std::vector<double>& ticks) {
  const double largest = std::max(std::abs(ticks.front()), std::abs(ticks.back()));
  const double unit = largest >= 2e6 ? 1e6 : largest >= 2e4 ? 1e3 : 1.0;
  const double step = (ticks.size() > 1 ? ticks[1] - ticks[0] : std::abs(value)) / unit;
  const int decimals = step > 0.0 ? std::clamp(-static_cast<int>(std::floor(std::log10(step) + 1e-9)), 0, 6) : 0;
  return grouped(value / unit, decimals) + (unit == 1e6 ? " M" : unit == 1e3 ? " k" : "");
}

std::string px(double value) {
  std::string text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

Drawing::Drawing(double width, double height, std::string_view title, std::string_view description) : width_(width) {
  body_ = fmt::format(
      "<svg class=\"chart\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" aria-label=\"{2}: {3}\">",
      px(width), px(height), escaped(title), escaped(description));
}

void Drawing::shape(std::string_view element, std::string_view style, std::string_view tip) {
  body_ += fmt::format("<{}", element);
  if (!style.empty()) body_ += fmt::format(" class=\"{}\"", style);
  body_ +=
      tip.empty() ? "/>" : fmt::format("><title>{}</title></{}>", escaped(tip), element.substr(0, element.find(' ')));
}

void Drawing::line(double x1, double y1, double x2, double y2, std::string_view style) {
  shape(fmt::format("line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"", px(x1), px(y1), px(x2), px(y2)), style, {});
}
void Drawing::rect(double x, double y, double width, double height, std::string_view style, std::string_view tip) {
  shape(fmt::format("rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", px(x), px(y), px(std::max(width, 0.0)),
                    px(std::max(height, 0.0))),
        style, tip);
}
void Drawing::circle(double x, double y, double radius, std::string_view style, std::string_view tip) {
  shape(fmt::format("circle cx=\"{}\" cy=\"{}\" r=\"{}\"", px(x), px(y), px(radius)), style, tip);
}
void Drawing::path(std::string_view commands, std::string_view style, std::string_view tip) {
  shape(fmt::format("path d=\"{}\"", commands), style, tip);
}

void Drawing::polyline(const std::vector<std::pair<double, double>>& points, std::string_view style,
                       std::string_view tip) {
  std::string list;
  for (const auto& [x, y] : points) list += (list.empty() ? "" : " ") + px(x) + "," + px(y);
  shape("polyline points=\"" + list + "\"", style, tip);
}

void Drawing::text(double x, double y, std::string_view words, Anchor anchor, std::string_view style,
                   std::size_t letters) {
  constexpr std::string_view anchors[]{"", " text-anchor=\"middle\"", " text-anchor=\"end\""};
  const std::string shown = shortened(words, letters);
  body_ += fmt::format("<text x=\"{}\" y=\"{}\"{}", px(x), px(y), anchors[static_cast<std::size_t>(anchor)]);
  if (!style.empty()) body_ += fmt::format(" class=\"{}\"", style);
  body_ += ">" + escaped(shown);
  if (shown != words) body_ += "<title>" + escaped(words) + "</title>";
  body_ += "</text>";
}

}  // namespace restock::report
