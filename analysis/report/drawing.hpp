// A small SVG canvas: lines, shapes and texts in pixels, coloured by the classes of page.css so that light, dark and
// print need no second drawing. Sections draw on it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace restock::report {

/// Values to pixels, linearly. A span without width is widened around its value.
class Scale {
 public:
  Scale(double low, double high, double from, double to);
  double operator()(double value) const { return from_ + (value - low_) / (high_ - low_) * (to_ - from_); }
  double low() const { return low_; }
  double high() const { return high_; }

 private:
  double low_, high_, from_, to_;
};

/// Round numbers (1, 2 or 5 times a power of ten) from low to high, about so many.
std::vector<double> nice_ticks(double low, double high, int about = 5);
/// `1,200`, `0.25`, `3.5 M`: a tick with as many decimals as the step between `ticks` needs.
std::string tick_text(double value, const std::vector<double>& ticks);

/// Where a text stands at its point.
enum class Anchor { start, middle, end };

class Drawing {
 public:
  /// The title and the description are what a screen reader says instead of the picture.
  Drawing(double width, double height, std::string_view title, std::string_view description);

  void line(double x1, double y1, double x2, double y2, std::string_view style);
  /// `tip` is shown while the pointer rests on the shape; empty: none. The same below.
  void rect(double x, double y, double width, double height, std::string_view style, std::string_view tip = {});
  void circle(double x, double y, double radius, std::string_view style, std::string_view tip = {});
  void path(std::string_view commands, std::string_view style, std::string_view tip = {});
  void polyline(const std::vector<std::pair<double, double>>& points, std::string_view style,
                std::string_view tip = {});
  /// Letters beyond `letters` are cut off and shown as the tip.
  void text(double x, double y, std::string_view words, Anchor anchor = Anchor::start, std::string_view style = {},
            std::size_t letters = 200);
  double width() const { return width_; }
  std::string svg() const { return body_ + "</svg>"; }

 private:
  void shape(std::string_view element, std::string_view style, std::string_view tip);
  double width_;
  std::string body_;
};

/// A pixel, with a decimal where it matters.
std::string px(double value);

}  // namespace restock::report
