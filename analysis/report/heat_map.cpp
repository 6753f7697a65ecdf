// The two strongest factors against each other: the metric that ranks, all else averaged, as shades of one colour.
#include "analysis/numbers.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sweep_sections.hpp"
#include "measure/kpi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace restock::report {

namespace {

constexpr double heat_left = 110, heat_top = 30, heat_row = 30, heat_foot = 46;
constexpr std::size_t most_maps = 4, shades = 9;

/// Rows are levels of one factor, columns of the other; estimates of the design points that have both.
struct HeatMap {
  std::size_t down = 0, across = 0;           ///< factors
  std::vector<std::vector<Estimate>> values;  ///< [row][column], in the metric's style
};

std::vector<std::size_t> common_points(const FactorLevel& a, const FactorLevel& b) {
  std::vector<std::size_t> x = a.points, y = b.points, both;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  return both;
}

HeatMap heat_map_of(const SweepStudy& study, std::size_t alternative) {
  HeatMap map{study.strongest()[1], study.strongest()[0], {}};
  const MetricStyle style = style_of(study.by());
  for (const FactorLevel& row : study.levels(map.down)) {
    std::vector<Estimate>& values = map.values.emplace_back();
    for (const FactorLevel& column : study.levels(map.across)) {
      const std::vector<std::size_t> points = common_points(row, column);
      values.push_back(points.empty() ? Estimate{}
                                      : style.shown(estimate(study.mean_over(study.by(), alternative, points))));
    }
  }
  return map;
}

std::pair<double, double> heat_span(const std::vector<HeatMap>& maps) {
  double low = INFINITY, high = -INFINITY;
  for (const HeatMap& map : maps)
    for (const auto& row : map.values)
      for (const Estimate& e : row)
        if (e.mean) {
          low = std::min(low, *e.mean);
          high = std::max(high, *e.mean);
        }
  return {low, high};
}

std::size_t shade_of(double value, const std::pair<double, double>& span) {
  if (!(span.second > span.first)) return 0;
  const double place = (value - span.first) / (span.second - span.first);
  return std::min(static_cast<std::size_t>(place * static_cast<double>(shades)), shades - 1);
}

std::string heat_drawing(const SweepStudy& study, const HeatMap& map, const std::pair<double, double>& span,
                         int decimals) {
  const std::vector<FactorLevel>&rows = study.levels(map.down), &columns = study.levels(map.across);
  const FactorColumn &down = study.header().factors[map.down], &across = study.header().factors[map.across];
  const double width = std::min(110.0, (page_width - heat_left) / static_cast<double>(columns.size()));
  const double bottom = heat_top + heat_row * static_cast<double>(rows.size());
  const MetricStyle style = style_of(study.by());
  Drawing drawing(page_width, bottom + heat_foot, style.heading(),
                  "a field for each level of two factors, darker where it is higher; the table below has the numbers");
  drawing.text(heat_left - 8, heat_top - 10, heading_of(down), Anchor::end, "head", 16);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double y = heat_top + heat_row * static_cast<double>(i);
    drawing.text(heat_left - 8, y + heat_row / 2 + 4, rows[i].name, Anchor::end, "soft", 16);
    for (std::size_t j = 0; j < columns.size(); ++j) {
      const Estimate& e = map.values[i][j];
      if (!e.mean) continue;
      const double x = heat_left + width * static_cast<double>(j);
      const std::size_t shade = shade_of(*e.mean, span);
      drawing.rect(x, y, width - 2, heat_row - 2, fmt::format("h{}", shade),
                   fmt::format("{} = {}, {} = {}: {}{}", down.name, rows[i].name, across.name, columns[j].name,
                               estimate_text(e, decimals, e.n), style.suffix()));
      const std::string number = grouped(*e.mean, decimals);
      if (6.6 * static_cast<double>(number.size()) + 6 < width)
        drawing.text(x + width / 2 - 1, y + heat_row / 2 + 3, number, Anchor::middle, fmt::format("field f{}", shade));
    }
  }
  for (std::size_t j = 0; j < columns.size(); ++j)
    drawing.text(heat_left + width * (static_cast<double>(j) + 0.5), bottom + 15, columns[j].name, Anchor::middle,
                 "soft", static_cast<std::size_t>(std::max(3.0, width / 6.4)));
  drawing.text(heat_left + width * static_cast<double>(columns.size()) / 2, bottom + 36, heading_of(across),
               Anchor::middle, "head", 60);
  return drawing.svg();
}

std::string heat_scale(const std::pair<double, double>& span, int decimals, const MetricStyle& style) {
  std::string text = "<p class=\"scale\">" + grouped(span.first, decimals) + " ";
  for (std::size_t i = 0; i < shades; ++i)
    text += fmt::format(
        "<svg width=\"18\" height=\"12\" aria-hidden=\"true\"><rect width=\"18\" height=\"12\" class=\"h{}\"/></svg>",
        i);
  return text + " " + grouped(span.second, decimals) + escaped(style.suffix()) + "</p>";
}

std::string heat_table(const SweepStudy& study, const HeatMap& map, int decimals, const std::string& name) {
  const FactorColumn &down = study.header().factors[map.down], &across = study.header().factors[map.across];
  std::vector<std::string> headings{heading_of(down) + " \\ " + heading_of(across)};
  for (const FactorLevel& column : study.levels(map.across)) headings.push_back(column.name);
  HtmlTable table(style_of(study.by()).heading() + " by two factors" + name, headings);
  for (std::size_t i = 0; i < map.values.size(); ++i) {
    std::vector<std::string> cells{study.levels(map.down)[i].name};
    for (const Estimate& e : map.values[i]) cells.push_back(e.mean ? estimate_text(e, decimals, e.n) : "");
    table.row(cells);
  }
  return table.text();
}

}  // namespace

std::string heat_map_section(const SweepStudy& study) {
  if (study.strongest().size() < 2 || study.ranking().empty()) return {};
  const std::vector<std::string>& names = study.header().run.axes.alternatives;
  std::vector<HeatMap> maps;
  for (std::size_t a = 0; a < std::min(names.size(), most_maps); ++a) maps.push_back(heat_map_of(study, a));
  std::vector<Estimate> all;
  for (const HeatMap& map : maps)
    for (const auto& row : map.values) all.insert(all.end(), row.begin(), row.end());
  const int decimals = decimals_for(all);
  const std::pair<double, double> span = heat_span(maps);
  const MetricStyle style = style_of(study.by());
  std::string text;
  for (std::size_t a = 0; a < maps.size(); ++a) {
    const std::string in = names.size() > 1 ? " in " + names[a] : "";
    const FactorColumn &down = study.header().factors[maps[a].down], &across = study.header().factors[maps[a].across];
    text +=
        figure(style.heading() + in,
               fmt::format("Mean over all design points with these levels of {} and {}, the two factors that move it "
                           "most. Empty fields have no design point.",
                           down.name, across.name),
               heat_scale(span, decimals, style) + heat_drawing(study, maps[a], span, decimals),
               heat_table(study, maps[a], decimals, in));
  }
  if (names.size() > most_maps) text += fmt::format("<p>The first {} of {} alternatives.</p>", most_maps, names.size());
  return text;
}

}  // namespace restock::report
