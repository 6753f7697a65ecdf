// How long those waited who got their goods late: the share still waiting after so many days; and promises.
#include "analysis/numbers.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock::report {

namespace {

constexpr double wait_height = 300;
constexpr PlotArea wait_area{60, page_width - 16, 12, wait_height - 44};
constexpr std::size_t most_wait_points = 240;

/// The waits of one alternative.
struct WaitCurve {
  const WaitBins* bins = nullptr;
  std::span<const double> units;
  double total = 0.0;

  double quantile(double p) const { return bins->quantile(units, p); }
};

WaitCurve wait_curve_of(const Study& study, std::size_t contestant) {
  const Contestant& c = study.contestants()[contestant];
  WaitCurve curve;
  curve.bins = &study.waits(c.file);
  curve.units = std::span(curve.bins->units).subspan(c.index * curve.bins->bins(), curve.bins->bins());
  for (const double units : curve.units) curve.total += units;
  return curve;
}

/// Share still waiting, at most so many points, none beyond `longest`.
std::vector<std::pair<double, double>> wait_points(const WaitCurve& curve, double longest, const Scale& x,
                                                   const Scale& y) {
  std::vector<std::pair<double, double>> points{{x(0.0), y(100.0)}};
  double waiting = curve.total, drawn = 0.0;
  for (std::size_t i = 0; i < curve.units.size() && curve.bins->to[i] <= longest; ++i) {
    waiting -= curve.units[i];
    if (curve.bins->to[i] - drawn < longest / static_cast<double>(most_wait_points)) continue;
    drawn = curve.bins->to[i];
    points.emplace_back(x(drawn), y(100.0 * waiting / curve.total));
  }
  return points;
}

std::string wait_chart(const Study& study, const std::vector<WaitCurve>& curves) {
  double longest = 0.0;
  for (const WaitCurve& curve : curves)
    if (curve.total > 0.0) longest = std::max(longest, curve.quantile(0.995));
  const Scale x(0.0, longest, wait_area.left, wait_area.right), y(0.0, 100.0, wait_area.bottom, wait_area.top);
  Drawing drawing(page_width, wait_height, "Waiting times",
                  "share of units shipped from backorder that were still waiting after so many days, a line for each "
                  "alternative; the table below has quantiles");
  draw_lower_ticks(drawing, wait_area, x, 8);
  draw_left_ticks(drawing, wait_area, y, " %");
  drawing.text((wait_area.left + wait_area.right) / 2, wait_height - 8, "days since the order", Anchor::middle, "head");
  std::vector<std::pair<std::string, std::string>> keys;
  for (std::size_t c = 0; c < curves.size(); ++c) {
    if (curves[c].total <= 0.0) continue;
    const Contestant& contestant = study.contestants()[c];
    keys.emplace_back(contestant.style, contestant.name);
    drawing.polyline(wait_points(curves[c], longest, x, y),
                     (c == study.base() || c == study.best() ? "curve strong " : "curve ") + contestant.style,
                     contestant.name);
  }
  return legend(keys) + drawing.svg();
}

std::string table_of_quantiles(const Study& study, const std::vector<WaitCurve>& curves) {
  HtmlTable table("Quantiles of waits in days",
                  {"alternative", "units per replication", "half within", "75 % within", "90 % within", "95 % within",
                   "99 % within"},
                  1, TableUse::sorted);
  for (std::size_t c = 0; c < curves.size(); ++c) {
    const double replications = static_cast<double>(study.header(study.contestants()[c].file).replications);
    std::vector<std::string> cells{study.contestants()[c].name, grouped(curves[c].total / replications, 1)};
    for (const double p : {0.5, 0.75, 0.9, 0.95, 0.99})
      cells.push_back(curves[c].total > 0.0 ? grouped(curves[c].quantile(p), 2) : "–");
    table.row(cells);
  }
  return table.text();
}

/// Whether any alternative has one that is not 0.
bool has_value(const Study& study, std::size_t metric) {
  for (std::size_t c = 0; c < study.size(); ++c)
    if (study.estimate_of(metric, c).mean.value_or(0.0) != 0.0) return true;
  return false;
}

/// Promises, where any were given.
std::string promises(const Study& study) {
  std::vector<std::size_t> shown;
  for (const char* name : {"promise_kept_rate", "mean_promise_slip", "last_promise_kept_rate", "promise_updates",
                           "promise_slips", "cancelled_slip", "cancelled_silence", "saved_by_update"})
    if (has_value(study, metric_of(name))) shown.push_back(metric_of(name));
  if (!study.defined(metric_of("promise_kept_rate"))) return {};
  std::vector<std::string> headings{"alternative"};
  std::vector<std::vector<Estimate>> estimates;
  for (const std::size_t metric : shown) {
    headings.push_back(style_of(metric).heading());
    estimates.emplace_back();
    for (std::size_t c = 0; c < study.size(); ++c)
      estimates.back().push_back(style_of(metric).shown(study.estimate_of(metric, c)));
  }
  HtmlTable table("Promises", headings, 1, TableUse::sorted);
  for (std::size_t c = 0; c < study.size(); ++c) {
    std::vector<std::string> cells{study.contestants()[c].name};
    for (const std::vector<Estimate>& column : estimates)
      cells.push_back(estimate_text(column[c], decimals_for(column), study.replications()));
    table.row(cells);
  }
  std::string panels;
  for (const char* name : {"promise_kept_rate", "mean_promise_slip"})
    if (study.defined(metric_of(name))) panels += panel_of_means(study, metric_of(name));
  return figure(
      "Promises",
      "How the dates held that customers in the queue were given, with 95 % intervals. A slip is shipment minus "
      "first promise; early is negative.",
      "<div class=\"panels\">" + panels + "</div>", table.text());
}

}  // namespace

std::string waits_section(const Study& study) {
  std::vector<WaitCurve> curves;
  double total = 0.0;
  for (std::size_t c = 0; c < study.size(); ++c) total += curves.emplace_back(wait_curve_of(study, c)).total;
  if (total <= 0.0) return leavers_figure(study) + slips_section(study) + promises(study);
  return figure("How long the late ones waited",
                "Share of the units shipped from backorder that were still waiting after so many days, all "
                "replications together. Those who cancelled are not among them.",
                wait_chart(study, curves), table_of_quantiles(study, curves)) +
         leavers_figure(study) + slips_section(study) + promises(study);
}

}  // namespace restock::report
