// What charts share: the area of a plot with its grid, and panels of means with intervals, a row for each alternative.
#pragma once

#include "analysis/report/drawing.hpp"
#include "estimate/estimate.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace restock::report {

/// Width in pixels of a chart that takes the whole page.
inline constexpr double page_width = 880;

/// The edges of a plot within its drawing, in pixels.
struct PlotArea {
  double left, right, top, bottom;
};

/// Grid lines and numbers along the left edge, and along the lower one. `suffix` follows each number.
void draw_left_ticks(Drawing& drawing, const PlotArea& area, const Scale& y, std::string_view suffix = {});
void draw_lower_ticks(Drawing& drawing, const PlotArea& area, const Scale& x, int about, std::string_view suffix = {});

/// A mean as a dot with a thick interval and, around it, a thin wider one.
struct DotRow {
  std::string name;
  std::optional<double> mean;
  double thick = 0.0, thin = 0.0;  ///< half-widths; 0: none
  std::string style;               ///< class of its colour
  std::string word;                ///< at the right end of the row
  std::string word_style;
  std::string tip;
};

struct DotPanel {
  std::string heading, description;
  std::vector<DotRow> rows;
  std::optional<double> reference;  ///< where a vertical line stands
  double word_width = 128;          ///< pixels kept for the words
};
std::string panel_svg(const DotPanel& panel);

}  // namespace restock::report
