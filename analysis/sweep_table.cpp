#include "analysis/sweep_table.hpp"

#include "analysis/numbers.hpp"
#include "estimate/input_spread.hpp"
#include "measure/kpi.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace restock {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t most_rows = 40;
constexpr std::array<std::string_view, 6> columns{"fill_rate",    "lost_rate",  "cancel_rate",
                                                  "mean_on_hand", "total_cost", "profit"};

ordered_json value_json(const FactorColumn& factor, std::size_t point) {
  return factor.numeric ? ordered_json(factor.numbers[point]) : ordered_json(factor.texts[point]);
}

std::string cell_of(const FactorColumn& factor, std::size_t point) {
  return factor.numeric ? fmt::format("{}", factor.numbers[point]) : factor.texts[point];
}

std::string in_time(double seconds) {
  if (seconds < 90.0) return fmt::format("{:.2g} s", seconds);
  if (seconds < 5400.0) return fmt::format("{:.2g} min", seconds / 60.0);
  return fmt::format("{:.2g} h", seconds / 3600.0);
}

std::string in_bytes(double bytes) {
  if (bytes < 2e6) return fmt::format("{:.2g} kB", bytes / 1e3);
  return bytes < 2e9 ? fmt::format("{:.2g} MB", bytes / 1e6) : fmt::format("{:.2g} GB", bytes / 1e9);
}

std::size_t distinct(const FactorColumn& factor, std::size_t points) {
  std::vector<std::string> texts;
  for (std::size_t p = 0; p < points; ++p) texts.push_back(value_text(factor, p));
  std::sort(texts.begin(), texts.end());
  return static_cast<std::size_t>(std::unique(texts.begin(), texts.end()) - texts.begin());
}

std::string range_of(const FactorColumn& factor) {
  if (!factor.numeric) return factor.texts.front() + ", …";
  const auto [low, high] = std::minmax_element(factor.numbers.begin(), factor.numbers.end());
  return fmt::format("{} to {}{}{}", *low, *high, factor.unit.empty() ? "" : " ", factor.unit);
}

/// Estimates of a metric by alternative of a design point.
std::vector<Estimate> estimates(const SweepResult& result, std::string_view metric) {
  const std::vector<double> values = result.totals(metric);
  const std::size_t replications = result.header().run.replications;
  std::vector<Estimate> all;
  for (std::size_t v = 0; v < result.header().variants(); ++v)
    all.push_back(
        estimate_over(std::span(values).subspan(v * replications, replications), result.header().run.inputs.resamples));
  return all;
}

ordered_json estimate_of(const Estimate& e, std::size_t replications) {
  const auto number = [](const std::optional<double>& value) {
    return value && std::isfinite(*value) ? ordered_json(*value) : ordered_json(nullptr);
  };
  ordered_json object{{"mean", number(e.mean)}, {"half_width", number(e.half_width)}};
  if (e.n < replications) object["n"] = e.n;
  return object;
}

ordered_json head_json(const char* schema, const SweepHeader& header) {
  ordered_json factors = ordered_json::array();
  for (const FactorColumn& factor : header.factors)
    factors.push_back({{"name", factor.name}, {"path", factor.path}, {"unit", factor.unit}});
  return {{"schema", schema},        {"scenario", header.run.scenario},
          {"seed", header.run.seed}, {"replications", header.run.replications},
          {"design", header.design}, {"factors", std::move(factors)}};
}

ordered_json factors_json(const SweepHeader& header, std::size_t point) {
  ordered_json values = ordered_json::object();
  for (const FactorColumn& factor : header.factors) values[factor.name] = value_json(factor, point);
  return values;
}

}  // namespace

std::string plan_lines(const SweepHeader& header, const SweepEstimate& estimate) {
  const std::string text =
      fmt::format("{}\n{}: {} design points × {} alternative{} × {} replication{} = {} cells\n", header.run.scenario,
                  header.design, header.points, header.alternatives(), header.alternatives() == 1 ? "" : "s",
                  header.run.replications, header.run.replications == 1 ? "" : "s", header.cells());
  return text + fmt::format("about {} on {} thread{} ({} per cell, from {} pilot cells); about {} before compression\n",
                            in_time(estimate.seconds), estimate.threads, estimate.threads == 1 ? "" : "s",
                            in_time(estimate.seconds_per_cell), estimate.pilot_cells, in_bytes(estimate.bytes));
}

std::string plan_table(const SweepHeader& header, const SweepEstimate& estimate, bool all) {
  std::string text = plan_lines(header, estimate) + "\n";
  Table factors;
  factors.row({"factor", "values", "", "changes"});
  for (const FactorColumn& factor : header.factors)
    factors.row({factor.name, fmt::format("{}", distinct(factor, header.points)), range_of(factor), factor.path});
  text += factors.text() + "\n";
  Table points;
  std::vector<std::string> titles{"design point"};
  for (const FactorColumn& factor : header.factors) titles.push_back(heading_of(factor));
  points.row(std::move(titles));
  const std::size_t shown = all ? header.points : std::min<std::size_t>(header.points, 10);
  for (std::size_t p = 0; p < shown; ++p) {
    std::vector<std::string> row{fmt::format("{}", p)};
    for (const FactorColumn& factor : header.factors) row.push_back(cell_of(factor, p));
    points.row(std::move(row));
  }
  text += points.text();
  if (shown < header.points) text += fmt::format("and {} more: --all shows them\n", header.points - shown);
  return text;
}

std::string plan_json(const SweepHeader& header, const SweepEstimate& estimate) {
  ordered_json object = head_json("restock.sweep_plan/1", header);
  object["alternatives"] = header.run.axes.alternatives;
  object["cells"] = header.cells();
  object["seconds_per_cell"] = estimate.seconds_per_cell;
  object["seconds"] = estimate.seconds;
  object["threads"] = estimate.threads;
  object["bytes"] = estimate.bytes;
  object["design_points"] = ordered_json::array();
  for (std::size_t p = 0; p < header.points; ++p) object["design_points"].push_back(factors_json(header, p));
  return object.dump() + "\n";
}

std::string sweep_table(const SweepResult& result, bool all) {
  const SweepHeader& header = result.header();
  const std::size_t alternatives = header.alternatives();
  const std::size_t rows = all ? header.variants() : std::min(header.variants(), most_rows);
  std::vector<std::vector<std::string>> cells(rows + 1);
  for (const FactorColumn& factor : header.factors) {
    cells[0].push_back(heading_of(factor));
    for (std::size_t v = 0; v < rows; ++v) cells[v + 1].push_back(cell_of(factor, v / alternatives));
  }
  if (alternatives > 1) {
    cells[0].emplace_back("alternative");
    for (std::size_t v = 0; v < rows; ++v) cells[v + 1].push_back(header.run.axes.alternatives[v % alternatives]);
  }
  for (const std::string_view name : columns) {
    const std::vector<Estimate> values = estimates(result, name);
    if (std::none_of(values.begin(), values.end(), [](const Estimate& e) { return e.mean.has_value(); })) continue;
    cells[0].push_back(labelled(metric_index(name).value()));
    const int decimals = decimals_for(values);
    for (std::size_t v = 0; v < rows; ++v)
      cells[v + 1].push_back(with_interval(values[v], decimals, header.run.replications));
  }
  Table table;
  for (std::vector<std::string>& row : cells) table.row(std::move(row));
  std::string text =
      fmt::format("{}\n{} design points, {} replication{} each, seed {}\n\n{}", header.run.scenario, header.points,
                  header.run.replications, header.run.replications == 1 ? "" : "s", header.run.seed, table.text());
  if (rows < header.variants())
    text += fmt::format("and {} more: --all shows them, restock export writes them out\n", header.variants() - rows);
  return text + (header.run.replications > 1 ? "\nmean ± half-width of the 95 % interval over replications\n" : "");
}

std::string sweep_json(const SweepResult& result) {
  const SweepHeader& header = result.header();
  const std::size_t alternatives = header.alternatives();
  std::vector<std::vector<Estimate>> table;  // [metric][alternative of a design point]
  for (const Metric& metric : metrics()) table.push_back(estimates(result, metric.name));
  // Written point by point: a tree of everything would take many times the memory of its text.
  std::string text = head_json("restock.sweep/1", header).dump();
  text.back() = ',';
  text += "\"design_points\":[";
  for (std::size_t p = 0; p < header.points; ++p) {
    ordered_json list = ordered_json::array();
    for (std::size_t a = 0; a < alternatives; ++a) {
      ordered_json values = ordered_json::object();
      for (std::size_t m = 0; m < table.size(); ++m)
        values[std::string(metrics()[m].name)] = estimate_of(table[m][p * alternatives + a], header.run.replications);
      list.push_back({{"name", header.run.axes.alternatives[a]}, {"metrics", std::move(values)}});
    }
    const ordered_json point{
        {"design_point", p}, {"factors", factors_json(header, p)}, {"alternatives", std::move(list)}};
    text += (p > 0 ? "," : "") + point.dump();
  }
  return text + "]}\n";
}

}  // namespace restock
