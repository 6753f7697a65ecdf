#include "analysis/numbers.hpp"

#include "measure/kpi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace restock {

namespace {

constexpr int most_decimals = 6;

int decimals(double size, int significant) {
  if (!(size > 0.0) || !std::isfinite(size)) return 0;
  return std::clamp(significant - 1 - static_cast<int>(std::floor(std::log10(size))), 0, most_decimals);
}

}  // namespace

int decimals_for(const std::vector<Estimate>& estimates) {
  double widest = 0.0, largest = 0.0;
  bool whole = true;
  for (const Estimate& e : estimates) {
    if (!e.mean) continue;
    widest = std::max(widest, e.half_width.value_or(0.0));
    largest = std::max(largest, std::abs(*e.mean));
    whole = whole && *e.mean == std::floor(*e.mean);
  }
  if (widest > 0.0) return decimals(widest, 2);
  return whole ? 0 : decimals(largest, 4);
}

std::string with_interval(const Estimate& estimate, int places, std::size_t replications) {
  if (!estimate.mean) return "–";
  std::string text = fmt::format("{:.{}f}", *estimate.mean, places);
  if (estimate.half_width) text += fmt::format(" ± {:.{}f}", *estimate.half_width, places);
  if (estimate.n < replications) text += fmt::format(" n={}", estimate.n);
  return text;
}

std::string with_sign(double value, int places) { return fmt::format("{:+.{}f}", value, places); }

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

std::string Table::text() const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i >= widths.size()) widths.push_back(0);
      widths[i] = std::max(widths[i], width_of(row[i]));
    }
  std::string text;
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string padding(widths[i] - width_of(row[i]), ' ');
      line += (i == 0 ? "" : "  ") + (i == 0 ? row[i] + padding : padding + row[i]);
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    text += line + "\n";
  }
  return text;
}

const std::vector<std::size_t>& headline_metrics() {
  constexpr std::array<std::string_view, 17> names{
      "demand",     "fill_rate", "backorder_rate",    "lost_rate",    "cancel_rate",        "open_at_end",
      "mean_wait",  "p95_wait",  "promise_kept_rate", "mean_on_hand", "inventory_to_sales", "total_cost",
      "waste_rate", "profit",    "mean_packing_time", "port_wait",    "berth_utilisation"};
  static const std::vector<std::size_t> chosen = [&] {
    std::vector<std::size_t> indices;
    for (const std::string_view name : names) indices.push_back(metric_index(name).value());
    return indices;
  }();
  return chosen;
}

std::vector<std::size_t> all_metrics() {
  std::vector<std::size_t> indices;
  for (std::size_t m = 0; m < metrics().size(); ++m) indices.push_back(m);
  return indices;
}

std::string labelled(std::size_t metric) {
  const Metric& m = metrics()[metric];
  return m.unit == "1" ? std::string(m.name) : fmt::format("{} [{}]", m.name, m.unit);
}

}  // namespace restock
