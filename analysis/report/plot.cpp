#include "analysis/report/plot.hpp"

#include <algorithm>
#include <cmath>

namespace restock::report {

namespace {

constexpr double panel_width = 430, panel_names = 130, panel_row = 22, panel_head = 26, panel_foot = 20;

/// Over all intervals and the reference.
std::pair<double, double> span_of(const DotPanel& panel) {
  double low = INFINITY, high = -INFINITY;
  const auto cover = [&](double from, double to) {
    low = std::min(low, from);
    high = std::max(high, to);
  };
  if (panel.reference) cover(*panel.reference, *panel.reference);
  for (const DotRow& row : panel.rows)
    if (const double half = std::max(row.thick, row.thin); row.mean) cover(*row.mean - half, *row.mean + half);
  return low <= high ? std::pair{low, high} : std::pair{0.0, 0.0};
}

void draw_row(Drawing& drawing, const DotRow& row, const Scale& x, double y) {
  drawing.text(panel_names, y + 4, row.name, Anchor::end, {}, 19);
  drawing.text(panel_width, y + 4, row.word, Anchor::end, row.word_style);
  if (!row.mean) return;
  if (row.thin > 0.0) drawing.line(x(*row.mean - row.thin), y, x(*row.mean + row.thin), y, "whisker thin " + row.style);
  if (row.thick > 0.0) drawing.line(x(*row.mean - row.thick), y, x(*row.mean + row.thick), y, "whisker " + row.style);
  drawing.circle(x(*row.mean), y, 4.5, "dot " + row.style, row.tip);
}

/// Whether labels along an axis would touch.
bool crowded(const std::vector<double>& ticks, const Scale& x, std::string_view suffix) {
  constexpr double letter = 6.6, gap = 6;
  std::size_t most = 0;
  for (const double tick : ticks) most = std::max(most, tick_text(tick, ticks).size() + suffix.size());
  return ticks.size() > 1 && x(ticks[1]) - x(ticks[0]) < letter * static_cast<double>(most) + gap;
}

}  // namespace

void draw_left_ticks(Drawing& drawing, const PlotArea& area, const Scale& y, std::string_view suffix) {
  const std::vector<double> ticks = nice_ticks(y.low(), y.high(), 5);
  for (const double tick : ticks) {
    drawing.line(area.left, y(tick), area.right, y(tick), "grid");
    drawing.text(area.left - 8, y(tick) + 4, tick_text(tick, ticks).append(suffix), Anchor::end, "soft");
  }
}

void draw_lower_ticks(Drawing& drawing, const PlotArea& area, const Scale& x, int about, std::string_view suffix) {
  std::vector<double> ticks = nice_ticks(x.low(), x.high(), about);
  while (about > 1 && crowded(ticks, x, suffix)) ticks = nice_ticks(x.low(), x.high(), --about);
  for (const double tick : ticks) {
    drawing.line(x(tick), area.top, x(tick), area.bottom, "grid");
    drawing.text(x(tick), area.bottom + 15, tick_text(tick, ticks).append(suffix), Anchor::middle, "soft");
  }
}

std::string panel_svg(const DotPanel& panel) {
  const PlotArea area{panel_names + 8, panel_width - panel.word_width - 8, panel_head - 4,
                      panel_head + panel_row * static_cast<double>(panel.rows.size())};
  const auto [low, high] = span_of(panel);
  const Scale x(low, high, area.left, area.right);
  Drawing drawing(panel_width, area.bottom + panel_foot, panel.heading, panel.description);
  drawing.text(0, 15, panel.heading, Anchor::start, "head");
  draw_lower_ticks(drawing, area, x, 3);
  if (panel.reference) drawing.line(x(*panel.reference), area.top, x(*panel.reference), area.bottom, "reference");
  for (std::size_t i = 0; i < panel.rows.size(); ++i)
    draw_row(drawing, panel.rows[i], x, panel_head + panel_row * (static_cast<double>(i) + 0.5));
  return drawing.svg();
}

}  // namespace restock::report
