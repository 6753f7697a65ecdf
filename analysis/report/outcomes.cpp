// What became of each unit that customers ordered: whole orders as stacked bars, and once more without what was shipped
// at once, because that is where alternatives differ.
#include "analysis/numbers.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/outcome_kinds.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock::report {

namespace {

constexpr double bar_names = 170, bar_row = 30, bar_foot = 26;

/// Units by kind and alternative, means over replications, and what they are shares of.
struct OutcomeTable {
  std::vector<std::vector<Estimate>> units;  ///< [alternative][kind]
  std::vector<double> demand;                ///< [alternative]
  std::vector<std::size_t> kinds;            ///< those that occur
};

OutcomeTable outcome_table(const Study& study) {
  OutcomeTable table;
  for (std::size_t c = 0; c < study.size(); ++c) {
    table.demand.push_back(study.estimate_of("demand", c).mean.value_or(0.0));
    table.units.emplace_back();
    for (const OutcomeKind& kind : outcome_kinds()) table.units.back().push_back(estimate(kind_values(study, kind, c)));
  }
  for (std::size_t k = 0; k < outcome_kinds().size(); ++k)
    if (std::any_of(table.units.begin(), table.units.end(),
                    [&](const auto& row) { return row[k].mean.value_or(0.0) > 0.0; }))
      table.kinds.push_back(k);
  return table;
}

double share_of(const OutcomeTable& table, std::size_t contestant, std::size_t kind) {
  return table.demand[contestant] > 0.0 ? table.units[contestant][kind].mean.value_or(0.0) / table.demand[contestant]
                                        : 0.0;
}

/// Bars of shares of demand, from kind `first` on.
std::string outcome_bars(const Study& study, const OutcomeTable& table, bool with_filled, std::string_view title,
                         std::string_view description) {
  double widest = 0.0;
  for (std::size_t c = 0; c < study.size(); ++c) {
    double sum = 0.0;
    for (const std::size_t k : table.kinds)
      if (with_filled || k > 0) sum += share_of(table, c, k);
    widest = std::max(widest, sum);
  }
  if (widest <= 0.0) return {};
  const double bottom = bar_row * static_cast<double>(study.size()) + 6;
  const Scale x(0.0, with_filled ? 1.0 : widest, bar_names, page_width - 30);
  Drawing drawing(page_width, bottom + bar_foot, title, description);
  draw_lower_ticks(drawing, {bar_names, page_width - 30, 0, bottom}, Scale(0.0, 100.0 * x.high(), x(0.0), x(x.high())),
                   6, " %");
  for (std::size_t c = 0; c < study.size(); ++c) {
    const double top = bar_row * static_cast<double>(c) + 4;
    drawing.text(bar_names - 10, top + 16, study.contestants()[c].name, Anchor::end, {}, 24);
    double from = 0.0;
    for (const std::size_t k : table.kinds) {
      if (!with_filled && k == 0) continue;
      const OutcomeKind& kind = outcome_kinds()[k];
      const double share = share_of(table, c, k), left = x(from), right = x(from + share);
      from += share;
      if (right - left < 0.05) continue;
      const std::string words = fmt::format("{:.{}f} %", 100.0 * share, share < 0.1 ? 2 : 1);
      drawing.rect(left, top, right - left, bar_row - 8, kind.style,
                   fmt::format("{}: {}, {}", study.contestants()[c].name, kind.label, words));
      if (right - left > 46)
        drawing.text((left + right) / 2, top + 15.5, words, Anchor::middle, std::string(kind.style) + " on");
    }
  }
  return drawing.svg();
}

std::string table_of_outcomes(const Study& study, const OutcomeTable& table) {
  HtmlTable text("What became of each unit", {"alternative", "outcome", "units", "% of demand"}, 2);
  for (std::size_t c = 0; c < study.size(); ++c) {
    const int decimals = decimals_for({study.estimate_of("demand", c)});
    for (const std::size_t k : table.kinds)
      text.row({study.contestants()[c].name, outcome_kinds()[k].label,
                estimate_text(table.units[c][k], std::max(decimals, decimals_for({table.units[c][k]})),
                              study.replications()),
                fmt::format("{:.2f}", 100.0 * share_of(table, c, k))});
    text.row({study.contestants()[c].name, "demand", grouped(table.demand[c], decimals), "100.00"});
  }
  return text.text();
}

}  // namespace

std::string outcomes_section(const Study& study) {
  const OutcomeTable table = outcome_table(study);
  if (table.kinds.empty()) return {};
  std::vector<std::pair<std::string, std::string>> keys;
  for (const std::size_t k : table.kinds) keys.emplace_back(outcome_kinds()[k].style, outcome_kinds()[k].label);
  const std::string whole = outcome_bars(
      study, table, true, "Outcomes of customer orders",
      "shares of demanded units by outcome, a bar for each alternative; the numbers are in the table below");
  const std::string rest =
      outcome_bars(study, table, false, "Outcomes of what was not shipped at once",
                   "shares of demanded units, a bar for each alternative; the numbers are in the table below");
  std::string chart = legend(keys) + whole;
  if (!rest.empty()) chart += "<h4>Only what was not shipped at once</h4>" + rest;
  return figure("Every unit that customers ordered ends in one outcome",
                "Shares of the units demanded in the window, all replications together.", chart,
                table_of_outcomes(study, table));
}

}  // namespace restock::report
