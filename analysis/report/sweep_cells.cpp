// The cells of a sweep in a table that sorts and filters, and where they come from.
#include "analysis/numbers.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/provenance.hpp"
#include "analysis/report/sweep_sections.hpp"
#include "measure/kpi.hpp"

#include <fmt/format.h>

namespace restock::report {

namespace {

constexpr std::size_t most_cell_rows = 500;  ///< beyond these the page would be heavy: the best are kept

/// What ranks, then what planners look at first.
std::vector<std::size_t> metrics_of_cells(const SweepStudy& study) {
  std::vector<std::size_t> chosen{study.by()};
  for (const char* name : {"fill_rate", "lost_rate", "cancel_rate", "mean_on_hand", "total_cost", "profit"}) {
    const std::size_t metric = metric_index(name).value();
    if (metric != study.by() && study.varies(metric)) chosen.push_back(metric);
  }
  return chosen;
}

/// Texts first, because they sort by the alphabet; then numbers.
std::vector<const FactorColumn*> factors_in_order(const SweepHeader& header) {
  std::vector<const FactorColumn*> factors;
  for (const bool numeric : {false, true})
    for (const FactorColumn& factor : header.factors)
      if (factor.numeric == numeric) factors.push_back(&factor);
  return factors;
}

/// Variants in the order of the ranking, then those without a value.
std::vector<std::size_t> rows_of_cells(const SweepStudy& study) {
  std::vector<std::size_t> rows = study.ranking();
  std::vector<bool> ranked(study.variants(), false);
  for (const std::size_t v : rows) ranked[v] = true;
  for (std::size_t v = 0; v < study.variants(); ++v)
    if (!ranked[v]) rows.push_back(v);
  return rows;
}

std::string table_of_cells(const SweepStudy& study, const std::vector<std::size_t>& rows) {
  const SweepHeader& header = study.header();
  const std::vector<const FactorColumn*> factors = factors_in_order(header);
  std::vector<std::string> headings{"alternative"};
  std::size_t labels = 1;
  for (const FactorColumn* factor : factors) {
    headings.push_back(heading_of(*factor));
    if (!factor->numeric) ++labels;
  }
  const std::vector<std::size_t> shown = metrics_of_cells(study);
  std::vector<int> decimals;
  for (const std::size_t metric : shown) {
    headings.push_back(style_of(metric).heading());
    std::vector<Estimate> column;
    for (const std::size_t v : rows) column.push_back(style_of(metric).shown(study.estimate_of(metric, v)));
    decimals.push_back(decimals_for(column));
  }
  headings.emplace_back("design point");
  HtmlTable table("Cells", headings, labels, TableUse::filtered);
  for (const std::size_t v : rows) {
    const std::size_t point = v / header.alternatives();
    std::vector<std::string> cells{header.run.axes.alternatives[v % header.alternatives()]};
    for (const FactorColumn* factor : factors) cells.push_back(short_value(*factor, point));
    for (std::size_t m = 0; m < shown.size(); ++m)
      cells.push_back(estimate_text(style_of(shown[m]).shown(study.estimate_of(shown[m], v)), decimals[m],
                                    header.run.replications));
    cells.push_back(fmt::format("{}", point));
    table.row(cells);
  }
  return table.text();
}

}  // namespace

std::string cells_section(const SweepStudy& study) {
  std::vector<std::size_t> rows = rows_of_cells(study);
  std::string text = fmt::format(
      "<p>Each design point of each alternative, the best by {} first; ± is the half-width of the 95 % interval over "
      "replications.",
      escaped(style_of(study.by()).label));
  if (rows.size() > most_cell_rows) {
    text +=
        fmt::format(" Of {} cells, the best {}; <code>restock export</code> writes all.", rows.size(), most_cell_rows);
    rows.resize(most_cell_rows);
  }
  return text + "</p>" + table_of_cells(study, rows);
}

std::string sweep_provenance_section(const SweepStudy& study) {
  const SweepHeader& header = study.header();
  std::string factors;
  for (const FactorColumn& factor : header.factors)
    factors += fmt::format("{}{}: {}", factors.empty() ? "" : "; ", factor.name, factor.path);
  std::vector<std::pair<std::string, std::string>> more{
      {"design", fmt::format("{}, {} design points × {} alternatives × {} replications", header.design, header.points,
                             header.alternatives(), header.run.replications)},
      {"factors", factors}};
  const RunFacts run = study.result().run();
  return provenance_table(study.result().path(), header.run, run, more) + scenario_of(run);
}

}  // namespace restock::report
