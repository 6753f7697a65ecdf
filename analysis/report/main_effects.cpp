// Main effects: for each factor the mean of a metric at its levels, over all design points that have the level.
#include "analysis/numbers.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sweep_sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace restock::report {

namespace {

constexpr double effect_width = 430, effect_height = 230;
constexpr PlotArea effect_area{64, effect_width - 10, 26, effect_height - 44};
constexpr std::size_t most_factors = 8, most_lines = 8;

std::string style_of_line(std::size_t alternative) { return fmt::format("a{}", alternative % 9); }

/// The effects of a factor by alternative, in the metric's style.
std::vector<std::vector<Estimate>> lines_of(const SweepStudy& study, std::size_t metric, std::size_t factor) {
  const MetricStyle style = style_of(metric);
  std::vector<std::vector<Estimate>> lines;
  for (std::size_t a = 0; a < std::min(study.header().alternatives(), most_lines); ++a) {
    std::vector<Estimate> shown;
    for (const Estimate& e : study.main_effect(metric, factor, a).means) shown.push_back(style.shown(e));
    lines.push_back(std::move(shown));
  }
  return lines;
}

std::pair<double, double> reach_of(const std::vector<std::vector<Estimate>>& lines) {
  double low = INFINITY, high = -INFINITY;
  for (const auto& line : lines)
    for (const Estimate& e : line) {
      if (!e.mean) continue;
      low = std::min(low, *e.mean - e.half_width.value_or(0.0));
      high = std::max(high, *e.mean + e.half_width.value_or(0.0));
    }
  return {low, high};
}

void draw_levels(Drawing& drawing, const std::vector<FactorLevel>& levels, const Scale& x) {
  std::size_t letters = 1;
  for (const FactorLevel& level : levels) letters = std::max(letters, std::min<std::size_t>(level.name.size(), 12));
  const double room = levels.size() > 1 ? x(1.0) - x(0.0) : effect_width;
  const auto every = static_cast<std::size_t>(std::ceil((6.6 * static_cast<double>(letters) + 6.0) / room));
  for (std::size_t i = 0; i < levels.size(); i += std::max<std::size_t>(every, 1))
    drawing.text(x(static_cast<double>(i)), effect_area.bottom + 15, levels[i].name, Anchor::middle, "soft", 12);
}

std::string effect_panel(const SweepStudy& study, std::size_t metric, std::size_t factor,
                         const std::pair<double, double>& reach) {
  const MetricStyle style = style_of(metric);
  const std::vector<FactorLevel>& levels = study.levels(factor);
  const std::vector<std::vector<Estimate>> lines = lines_of(study, metric, factor);
  const std::string heading = heading_of(study.header().factors[factor]);
  const Scale x(-0.3, static_cast<double>(levels.size()) - 0.7, effect_area.left, effect_area.right);
  const Scale y(reach.first, reach.second, effect_area.bottom, effect_area.top);
  Drawing drawing(effect_width, effect_height, style.label + " by " + heading,
                  "mean and 95 % interval at each level, a line for each alternative; the table below has the numbers");
  drawing.text(0, 14, "by " + heading, Anchor::start, "head", 40);
  draw_left_ticks(drawing, effect_area, y);
  draw_levels(drawing, levels, x);
  for (std::size_t a = 0; a < lines.size(); ++a) {
    const std::string colour = style_of_line(a);
    std::vector<std::pair<double, double>> points;
    for (std::size_t i = 0; i < lines[a].size(); ++i)
      if (lines[a][i].mean) points.emplace_back(x(static_cast<double>(i)), y(*lines[a][i].mean));
    drawing.polyline(points, "curve " + colour);
    for (std::size_t i = 0; i < lines[a].size(); ++i) {
      const Estimate& e = lines[a][i];
      if (!e.mean) continue;
      // Neighbouring alternatives beside each other, so that their whiskers can be told apart.
      const double at =
          x(static_cast<double>(i)) + 3.0 * (static_cast<double>(a) - static_cast<double>(lines.size() - 1) / 2);
      if (e.half_width)
        drawing.line(at, y(*e.mean - *e.half_width), at, y(*e.mean + *e.half_width), "whisker thin " + colour);
      drawing.circle(
          at, y(*e.mean), 3.5, "dot " + colour,
          fmt::format("{} = {}{}: {}{}", study.header().factors[factor].name, levels[i].name,
                      study.header().alternatives() > 1 ? ", " + study.header().run.axes.alternatives[a] : "",
                      estimate_text(e, decimals_for(lines[a]), e.n), style.suffix()));
    }
  }
  return drawing.svg();
}

std::string table_of_effects(const SweepStudy& study, std::size_t metric) {
  const MetricStyle style = style_of(metric);
  HtmlTable table("Main effects on " + style.heading(),
                  {"factor", "level", "alternative", "design points", style.heading(), "highest less lowest level"}, 3,
                  TableUse::sorted);
  for (const std::size_t factor : study.strongest())
    for (std::size_t a = 0; a < study.header().alternatives(); ++a) {
      const MainEffect effect = study.main_effect(metric, factor, a);
      std::vector<Estimate> shown;
      for (const Estimate& e : effect.means) shown.push_back(style.shown(e));
      const Estimate span = style.shown(effect.span);
      for (std::size_t i = 0; i < shown.size(); ++i)
        table.row({heading_of(study.header().factors[factor]), study.levels(factor)[i].name,
                   study.header().run.axes.alternatives[a], fmt::format("{}", study.levels(factor)[i].points.size()),
                   estimate_text(shown[i], decimals_for(shown), shown[i].n),
                   i == effect.highest ? estimate_text(span, decimals_for({span}), span.n) : ""});
    }
  return table.text();
}

std::string effects_on(const SweepStudy& study, std::size_t metric) {
  const MetricStyle style = style_of(metric);
  std::vector<std::size_t> factors = study.strongest();
  if (factors.size() > most_factors) factors.resize(most_factors);
  // One scale for all factors, so that the stronger one looks stronger.
  std::pair<double, double> reach{INFINITY, -INFINITY};
  for (const std::size_t factor : factors) {
    const auto [low, high] = reach_of(lines_of(study, metric, factor));
    reach = {std::min(reach.first, low), std::max(reach.second, high)};
  }
  if (!(reach.first <= reach.second)) return {};
  std::string panels = "<div class=\"panels\">";
  for (const std::size_t factor : factors) panels += effect_panel(study, metric, factor, reach);
  std::vector<std::pair<std::string, std::string>> keys;
  const std::vector<std::string>& names = study.header().run.axes.alternatives;
  for (std::size_t a = 0; a < std::min(names.size(), most_lines); ++a) keys.emplace_back(style_of_line(a), names[a]);
  std::string what = "Mean over all design points of each level, the strongest factor first, all on one scale.";
  if (study.strongest().size() > factors.size())
    what += fmt::format(" The {} weakest of {} factors are in the table only.",
                        study.strongest().size() - factors.size(), study.strongest().size());
  if (names.size() > most_lines) what += fmt::format(" Lines of the first {} alternatives.", most_lines);
  return figure(style.heading(), what, (keys.size() > 1 ? legend(keys) : "") + panels + "</div>",
                table_of_effects(study, metric));
}

}  // namespace

std::string main_effects_section(const SweepStudy& study) {
  if (study.strongest().empty()) return {};
  std::string text;
  for (const std::size_t metric : deciding_metrics(study)) text += effects_on(study, metric);
  return text;
}

}  // namespace restock::report
