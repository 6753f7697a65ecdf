// Alternatives side by side: one panel a metric, mean and interval of each, and every metric in a table.
#include "analysis/numbers.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock::report {

std::string panel_of_means(const Study& study, std::size_t metric) {
  const MetricStyle style = style_of(metric);
  std::vector<Estimate> shown;
  for (std::size_t c = 0; c < study.size(); ++c) shown.push_back(style.shown(study.estimate_of(metric, c)));
  const int decimals = decimals_for(shown);
  DotPanel panel;
  panel.heading = style.heading();
  panel.description = "mean and 95 % interval of each alternative; the table of every metric has the numbers";
  panel.reference = shown[study.base()].mean;
  for (std::size_t c = 0; c < study.size(); ++c) {
    const Contestant& contestant = study.contestants()[c];
    const std::string words = estimate_text(shown[c], decimals, study.replications());
    panel.rows.push_back({contestant.name, shown[c].mean, shown[c].half_width.value_or(0.0), 0.0, contestant.style,
                          words, "number", contestant.name + ": " + words + style.suffix()});
  }
  return panel_svg(panel);
}

namespace {

/// Panels show what planners look at first, and only where alternatives differ.
bool worth_a_panel(const Study& study, std::size_t metric) {
  if (!study.defined(metric)) return false;
  for (std::size_t c = 1; c < study.size(); ++c) {
    const auto one = study.values(metric, c), base = study.values(metric, 0);
    if (!std::equal(one.begin(), one.end(), base.begin(), base.end())) return true;
  }
  return false;
}

/// Metrics that are 0 everywhere belong to features that no alternative uses.
bool is_used(const Study& study, std::size_t metric) {
  for (std::size_t c = 0; c < study.size(); ++c)
    for (const double value : study.values(metric, c))
      if (value < 0.0 || value > 0.0) return true;
  return false;
}

std::string all_metrics_table(const Study& study) {
  std::vector<std::string> headings{"metric", "meaning"};
  for (const Contestant& contestant : study.contestants()) headings.push_back(contestant.name);
  HtmlTable table("Every metric of every alternative", headings, 2, TableUse::filtered);
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    if (!is_used(study, m)) continue;
    std::vector<Estimate> values;
    for (std::size_t c = 0; c < study.size(); ++c) values.push_back(study.estimate_of(m, c));
    const int decimals = decimals_for(values);
    std::vector<std::string> cells{labelled(m), std::string(metrics()[m].long_name)};
    for (const Estimate& value : values) cells.push_back(estimate_text(value, decimals, study.replications()));
    table.row(cells);
  }
  return table.text();
}

}  // namespace

std::string side_by_side_section(const Study& study) {
  std::string panels;
  for (const std::size_t metric : headline_metrics())
    if (worth_a_panel(study, metric)) panels += panel_of_means(study, metric);
  if (!panels.empty())
    panels = figure(
        "Alternatives with their intervals",
        fmt::format("Mean and 95 % interval over replications; the dashed line is {}. An interval here is of one "
                    "alternative for itself: whether two differ is a matter of paired differences, below.",
                    study.contestants()[study.base()].name),
        "<div class=\"panels\">" + panels + "</div>", {});
  return panels +
         "<h3>Every metric</h3><p>Mean ± half-width of the 95 % interval over replications, as <code>restock "
         "run</code> "
         "prints them; shares are fractions here.</p>" +
         all_metrics_table(study);
}

}  // namespace restock::report
