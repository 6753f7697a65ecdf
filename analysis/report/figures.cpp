#include "analysis/report/figures.hpp"

#include "analysis/numbers.hpp"
#include "analysis/report/html.hpp"
#include "measure/kpi.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock::report {

std::string grouped(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", value, decimals);
  if (text.find_first_not_of("-0.") == std::string::npos && text.front() == '-') text.erase(0, 1);
  const std::size_t first = text.front() == '-' ? 1 : 0;
  const std::size_t point = text.find('.');
  for (std::size_t at = point == std::string::npos ? text.size() : point; at > first + 3;) text.insert(at -= 3, ",");
  return text;
}

Estimate MetricStyle::shown(const Estimate& value) const {
  Estimate result = value;
  for (std::optional<double>* part : {&result.mean, &result.deviation, &result.half_width})
    if (*part) **part *= factor;
  return result;
}

MetricStyle style_of(std::size_t metric) {
  const Metric& m = metrics()[metric];
  if (m.unit != "1") return {in_words(m.name), std::string(m.unit), 1.0};
  // A ratio that is a share of something says so, and people read shares as percentages.
  const bool is_share = m.long_name.starts_with("share ");
  return {in_words(m.name), is_share ? "%" : "", is_share ? 100.0 : 1.0};
}

std::string estimate_text(const Estimate& shown, int decimals, std::size_t replications) {
  if (!shown.mean) return "–";
  std::string text = grouped(*shown.mean, decimals);
  if (shown.half_width) text += " ± " + grouped(*shown.half_width, decimals);
  if (shown.n < replications) text += fmt::format(" n={}", shown.n);
  return text;
}

int prose_decimals(const MetricStyle& style, const Estimate& shown) {
  const int decimals = decimals_for({shown});
  return style.unit == "%" ? std::min(decimals, 2) : decimals;
}

std::string value_text(std::size_t metric, const Estimate& value) {
  const MetricStyle style = style_of(metric);
  const Estimate shown = style.shown(value);
  return estimate_text(shown, prose_decimals(style, shown), shown.n) + (shown.mean ? style.suffix() : "");
}

std::string mean_text(std::size_t metric, const Estimate& value) {
  const MetricStyle style = style_of(metric);
  const Estimate shown = style.shown(value);
  return shown.mean ? grouped(*shown.mean, prose_decimals(style, shown)) + style.suffix() : "–";
}

std::span<const FirstFigure> first_figures() {
  static constexpr FirstFigure figures[]{{"fill_rate", "shipped from stock at once"},
                                         {"lost_rate", "lost"},
                                         {"cancel_rate", "cancelled"},
                                         {"mean_wait", "mean wait of the late"},
                                         {"promise_kept_rate", "promises kept"},
                                         {"mean_packing_time", "until picked and packed"},
                                         {"mean_on_hand", "stock on hand"},
                                         {"total_cost", "total cost"},
                                         {"profit", "profit"}};
  return figures;
}

std::string tile(std::string_view label, std::size_t metric, const Estimate& value, const std::string& below) {
  const MetricStyle style = style_of(metric);
  const Estimate shown = style.shown(value);
  const int decimals = prose_decimals(style, shown);
  std::string text = fmt::format("<div class=\"tile\"><dt>{}</dt><dd><b>{}</b>{}", escaped(label),
                                 grouped(*shown.mean, decimals), escaped(style.suffix()));
  if (shown.half_width) text += fmt::format(" <span>± {}</span>", grouped(*shown.half_width, decimals));
  if (!below.empty()) text += "<span class=\"was\">" + escaped(below) + "</span>";
  return text + "</dd></div>";
}

}  // namespace restock::report
