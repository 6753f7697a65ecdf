// Sites, products and stock points as tables that sort and filter, as far as the results keep them. Results may have a
// million stock points: one metric is in memory at a time, and only rows that are shown are kept.
#include "analysis/numbers.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

namespace restock::report {

namespace {

/// Rows beyond these would make the page heavy: those with the most units lost and cancelled are kept.
constexpr std::size_t most_place_rows = 1000;

constexpr std::array place_columns{"demand",       "fill_rate",    "lost_rate",    "cancel_rate", "mean_wait",
                                   "mean_on_hand", "mean_backlog", "record_error", "total_cost",  "profit"};
constexpr std::array lost_units{"lost_out_of_stock", "lost_declined", "lost_discontinued"};
constexpr std::array cancelled_units{"cancelled_by_customer", "cancelled_by_seller"};

/// A row of a table: where, and the estimate of each column.
struct PlaceRow {
  std::size_t contestant = 0, place = 0;
  std::vector<std::string> labels;
  std::vector<Estimate> values;
};

/// One metric of every place of an axis [(alternative × replications + replication) × width + place].
struct Cube {
  std::vector<double> values;
  std::size_t replications, width;

  std::vector<double> over(std::size_t alternative, std::size_t place) const {
    std::vector<double> chosen;
    for (std::size_t r = 0; r < replications; ++r)
      chosen.push_back(values[(alternative * replications + r) * width + place]);
    return chosen;
  }
};

enum class PlaceAxis { site, point };

Cube cube_of(const Study& study, std::size_t file, PlaceAxis axis, std::string_view metric) {
  const ResultHeader& header = study.header(file);
  const bool by_site = axis == PlaceAxis::site;
  return {by_site ? study.reader(file).sites(metric) : study.reader(file).points(metric), header.replications,
          by_site ? header.axes.sites.size() : header.axes.points()};
}

/// Contestants and places of one result by the units lost and cancelled there: the worst first when there are more than
/// fit; `all` gets how many there are with anything to show.
std::vector<PlaceRow> chosen_rows(const Study& study, std::size_t file, PlaceAxis axis, std::size_t& all) {
  std::map<std::pair<std::size_t, std::size_t>, double> trouble;
  const auto add = [&](std::string_view metric, double weight) {
    const Cube cube = cube_of(study, file, axis, metric);
    for (std::size_t c = 0; c < study.size(); ++c)
      for (std::size_t p = 0; p < cube.width && study.contestants()[c].file == file; ++p)
        if (const double mean = estimate(cube.over(study.contestants()[c].index, p)).mean.value_or(0.0); mean != 0.0)
          trouble[{c, p}] += weight * mean;
  };
  for (const char* metric : {"demand", "mean_on_hand", "total_cost"}) add(metric, 0.0);
  for (const char* metric : lost_units) add(metric, 1.0);
  for (const char* metric : cancelled_units) add(metric, 1.0);
  std::vector<std::pair<double, PlaceRow>> rows;
  for (const auto& [where, units] : trouble) rows.push_back({units, PlaceRow{where.first, where.second, {}, {}}});
  all += rows.size();
  if (rows.size() > most_place_rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    rows.resize(most_place_rows);
  }
  std::vector<PlaceRow> chosen;
  for (auto& [units, row] : rows) chosen.push_back(std::move(row));
  return chosen;
}

/// The rows of one result with their labels and values.
std::vector<PlaceRow> place_rows(const Study& study, std::size_t file, PlaceAxis axis, std::size_t& all) {
  const Axes& axes = study.header(file).axes;
  if (study.header(file).detail < (axis == PlaceAxis::site ? Detail::site : Detail::stock_point)) return {};
  std::vector<PlaceRow> rows = chosen_rows(study, file, axis, all);
  for (PlaceRow& row : rows) {
    row.labels.push_back(study.contestants()[row.contestant].name);
    row.labels.push_back(axes.sites[axis == PlaceAxis::site ? row.place : axes.point_site[row.place]]);
    if (axis == PlaceAxis::point) row.labels.push_back(axes.products[axes.point_product[row.place]]);
  }
  for (const char* metric : place_columns) {
    const Cube cube = cube_of(study, file, axis, metric);
    for (PlaceRow& row : rows)
      row.values.push_back(estimate(cube.over(study.contestants()[row.contestant].index, row.place)));
  }
  return rows;
}

/// Sums over the stock points of each product in every replication [cell × products + product], of several metrics.
template <std::size_t N>
std::vector<double> product_sums(const Study& study, std::size_t file,
                                 const std::array<const char*, N>& metrics_summed) {
  const Axes& axes = study.header(file).axes;
  std::vector<double> sums;
  for (const char* metric : metrics_summed) {
    const Cube cube = cube_of(study, file, PlaceAxis::point, metric);
    const std::size_t cells = cube.width > 0 ? cube.values.size() / cube.width : 0;
    sums.resize(cells * axes.products.size(), 0.0);
    for (std::size_t cell = 0; cell < cells; ++cell)
      for (std::size_t p = 0; p < cube.width; ++p)
        if (const double value = cube.values[cell * cube.width + p]; std::isfinite(value))
          sums[cell * axes.products.size() + axes.point_product[p]] += value;
  }
  return sums;
}

/// Products of one result; rates are ratios of sums, and what no sum tells (mean waits) is left open.
std::vector<PlaceRow> product_rows(const Study& study, std::size_t file) {
  const ResultHeader& header = study.header(file);
  std::vector<PlaceRow> rows;
  if (header.detail < Detail::stock_point) return rows;
  const std::size_t products = header.axes.products.size();
  for (std::size_t c = 0; c < study.size(); ++c)
    for (std::size_t p = 0; p < products && study.contestants()[c].file == file; ++p)
      rows.push_back({c, p, {study.contestants()[c].name, header.axes.products[p]}, {}});
  const std::vector<double> demand = product_sums(study, file, std::array{"demand"});
  const auto fill = [&](const std::vector<double>& sums, bool of_demand) {
    for (PlaceRow& row : rows) {
      std::vector<double> values;
      for (std::size_t r = 0; r < header.replications; ++r) {
        const std::size_t at =
            (study.contestants()[row.contestant].index * header.replications + r) * products + row.place;
        values.push_back(of_demand ? ratio(sums[at], demand[at]) : sums[at]);
      }
      row.values.push_back(estimate(values));
    }
  };
  fill(demand, false);
  fill(product_sums(study, file, std::array{"filled"}), true);
  fill(product_sums(study, file, lost_units), true);
  fill(product_sums(study, file, cancelled_units), true);
  for (PlaceRow& row : rows) row.values.emplace_back();
  for (const char* metric : {"mean_on_hand", "mean_backlog", "record_error", "total_cost", "profit"})
    fill(product_sums(study, file, std::array{metric}), false);
  return rows;
}

/// Of products: by the units lost and cancelled.
void keep_worst(std::vector<PlaceRow>& rows) {
  if (rows.size() <= most_place_rows) return;
  const auto unserved = [](const PlaceRow& row) {  // demand × (lost + cancelled shares)
    return row.values[0].mean.value_or(0.0) * (row.values[2].mean.value_or(0.0) + row.values[3].mean.value_or(0.0));
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const PlaceRow& a, const PlaceRow& b) { return unserved(a) > unserved(b); });
  rows.resize(most_place_rows);
}

std::string table_of_places(const std::string& caption, const std::vector<std::string>& labels,
                            const std::vector<PlaceRow>& rows) {
  std::vector<std::string> headings = labels;
  std::vector<std::size_t> shown;
  std::vector<int> decimals;
  for (std::size_t i = 0; i < place_columns.size(); ++i) {
    const MetricStyle style = style_of(metric_of(place_columns[i]));
    std::vector<Estimate> values;
    for (const PlaceRow& row : rows)
      if (row.values[i].mean.value_or(0.0) != 0.0) values.push_back(style.shown(row.values[i]));
    if (values.empty()) continue;
    // Places differ in size: what suits the median is readable for most.
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end(), [](const Estimate& a, const Estimate& b) {
      return a.half_width.value_or(0.0) < b.half_width.value_or(0.0);
    });
    shown.push_back(i);
    decimals.push_back(std::min(3, decimals_for({*middle})));
    headings.push_back(style.heading());
  }
  HtmlTable table(caption, headings, labels.size(), TableUse::filtered);
  for (const PlaceRow& row : rows) {
    std::vector<std::string> cells = row.labels;
    for (std::size_t i = 0; i < shown.size(); ++i) {
      const Estimate e = style_of(metric_of(place_columns[shown[i]])).shown(row.values[shown[i]]);
      cells.push_back(e.mean ? grouped(*e.mean, decimals[i]) : "–");
    }
    table.row(cells);
  }
  return table.text();
}

std::string with_heading(const std::string& heading, const std::vector<std::string>& labels,
                         const std::vector<PlaceRow>& rows, std::size_t all) {
  if (rows.empty()) return {};
  std::string text = "<h3>" + heading + "</h3>";
  if (all > rows.size())
    text += fmt::format(
        "<p>The {} of {} rows with the most units lost and cancelled; <code>restock export</code> has "
        "all.</p>",
        grouped(static_cast<double>(rows.size()), 0), grouped(static_cast<double>(all), 0));
  return text + table_of_places(heading, labels, rows);
}

}  // namespace

std::string places_section(const Study& study) {
  std::vector<PlaceRow> sites, products, points;
  std::size_t all_sites = 0, all_points = 0;
  const auto append = [](std::vector<PlaceRow>& rows, std::vector<PlaceRow> more) {
    std::move(more.begin(), more.end(), std::back_inserter(rows));
  };
  for (std::size_t file = 0; file < study.files(); ++file) {
    append(sites, place_rows(study, file, PlaceAxis::site, all_sites));
    append(products, product_rows(study, file));
    append(points, place_rows(study, file, PlaceAxis::point, all_points));
  }
  const std::size_t all_products = products.size();
  keep_worst(products);
  return with_heading("Sites", {"alternative", "site"}, sites, all_sites) +
         with_heading("Products", {"alternative", "product"}, products, all_products) +
         with_heading("Stock points", {"alternative", "site", "product"}, points, all_points);
}

}  // namespace restock::report
