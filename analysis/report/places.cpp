// Sites, products and stock points as tables that sort and filter, as far as the results keep them.
#include "analysis/numbers.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace restock::report {

namespace {

/// Rows beyond these would make the page heavy: those with the most units lost and cancelled are kept.
constexpr std::size_t most_place_rows = 1000;

constexpr const char* place_columns[]{"demand",       "fill_rate",    "lost_rate",    "cancel_rate", "mean_wait",
                                      "mean_on_hand", "mean_backlog", "record_error", "total_cost",  "profit"};

/// One metric of every place of an axis: [(alternative × replications + replication) × width + place].
using Cube = std::vector<double>;

/// A row of a table: where, and the estimate of each column.
struct PlaceRow {
  std::vector<std::string> labels;
  std::vector<Estimate> values;
  double trouble = 0.0;  ///< units lost and cancelled
};

Estimate place_estimate(const Cube& cube, std::size_t alternative, std::size_t replications, std::size_t width,
                        std::size_t place) {
  std::vector<double> values;
  for (std::size_t r = 0; r < replications; ++r)
    values.push_back(cube[(alternative * replications + r) * width + place]);
  return estimate(values);
}

/// What a table is made of: the cubes of its columns and of what orders its rows.
struct Cubes {
  std::vector<Cube> of_column;
  std::vector<Cube> of_trouble;
};

constexpr const char* trouble_metrics[]{"lost_out_of_stock", "lost_declined", "lost_discontinued",
                                        "cancelled_by_customer", "cancelled_by_seller"};

Cubes cubes_of(const ResultReader& reader, bool by_site) {
  Cubes cubes;
  const auto read = [&](const char* name) { return by_site ? reader.sites(name) : reader.points(name); };
  for (const char* name : place_columns) cubes.of_column.push_back(read(name));
  for (const char* name : trouble_metrics) cubes.of_trouble.push_back(read(name));
  return cubes;
}

/// Rows of one result, in the order alternatives × places; places without stock or demand are left out.
void add_rows(const Study& study, std::size_t file, bool by_site, std::vector<PlaceRow>& rows) {
  const ResultHeader& header = study.header(file);
  const Axes& axes = header.axes;
  const std::size_t width = by_site ? axes.sites.size() : axes.points();
  if (header.detail < (by_site ? Detail::site : Detail::stock_point)) return;
  const Cubes cubes = cubes_of(study.reader(file), by_site);
  for (const Contestant& c : study.contestants()) {
    if (c.file != file) continue;
    for (std::size_t p = 0; p < width; ++p) {
      PlaceRow row{{c.name, axes.sites[by_site ? p : axes.point_site[p]]}, {}};
      if (!by_site) row.labels.push_back(axes.products[axes.point_product[p]]);
      bool any = false;
      for (const Cube& cube : cubes.of_column) {
        row.values.push_back(place_estimate(cube, c.index, header.replications, width, p));
        any = any || row.values.back().mean.value_or(0.0) != 0.0;
      }
      for (const Cube& cube : cubes.of_trouble)
        row.trouble += place_estimate(cube, c.index, header.replications, width, p).mean.value_or(0.0);
      if (any) rows.push_back(std::move(row));
    }
  }
}

/// Those with the most trouble, in the order they had.
std::size_t keep_worst(std::vector<PlaceRow>& rows) {
  const std::size_t all = rows.size();
  if (all <= most_place_rows) return all;
  std::vector<double> troubles;
  for (const PlaceRow& row : rows) troubles.push_back(row.trouble);
  std::nth_element(troubles.begin(), troubles.begin() + most_place_rows, troubles.end(), std::greater<>());
  const double least = troubles[most_place_rows];
  std::vector<PlaceRow> kept;
  for (PlaceRow& row : rows)
    if (row.trouble > least || (row.trouble == least && kept.size() < most_place_rows)) kept.push_back(std::move(row));
  kept.resize(std::min(kept.size(), most_place_rows));
  rows = std::move(kept);
  return all;
}

std::string table_of_places(const std::string& caption, std::vector<std::string> labels,
                            const std::vector<PlaceRow>& rows) {
  std::vector<std::string> headings = labels;
  std::vector<std::size_t> shown;
  std::vector<int> decimals;
  for (std::size_t i = 0; i < std::size(place_columns); ++i) {
    const MetricStyle style = style_of(metric_of(place_columns[i]));
    std::vector<Estimate> values;
    for (const PlaceRow& row : rows)
      if (row.values[i].mean.value_or(0.0) != 0.0) values.push_back(style.shown(row.values[i]));
    if (values.empty()) continue;
    // Places differ in size: what suits the median is readable for most.
    std::nth_element(
        values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end(),
        [](const Estimate& a, const Estimate& b) { return a.half_width.value_or(0.0) < b.half_width.value_or(0.0); });
    shown.push_back(i);
    decimals.push_back(std::min(3, decimals_for({values[values.size() / 2]})));
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

/// Sums over the stock points of each product, replication by replication; rates are ratios of sums.
std::vector<PlaceRow> product_rows(const Study& study) {
  std::vector<PlaceRow> rows;
  for (const Contestant& c : study.contestants()) {
    const ResultHeader& header = study.header(c.file);
    if (header.detail < Detail::stock_point) continue;
    const Axes& axes = header.axes;
    const std::size_t products = axes.products.size(), n = header.replications;
    const auto sums = [&](std::string_view metric) {
      Cube sum(n * products, 0.0);
      const Cube cube = study.reader(c.file).points(metric);
      for (std::size_t r = 0; r < n; ++r)
        for (std::size_t p = 0; p < axes.points(); ++p)
          if (const double v = cube[(c.index * n + r) * axes.points() + p]; std::isfinite(v))
            sum[r * products + axes.point_product[p]] += v;
      return sum;
    };
    std::map<std::string_view, Cube> of;
    for (const char* name :
         {"demand", "filled", "mean_on_hand", "mean_backlog", "record_error", "total_cost", "profit"})
      of[name] = sums(name);
    for (const char* name : trouble_metrics) of[name] = sums(name);
    for (std::size_t p = 0; p < products; ++p) {
      const auto over = [&](const std::vector<std::string_view>& parts, bool of_demand) {
        std::vector<double> values;
        for (std::size_t r = 0; r < n; ++r) {
          double sum = 0.0;
          for (const std::string_view part : parts) sum += of[part][r * products + p];
          values.push_back(of_demand ? ratio(sum, of["demand"][r * products + p]) : sum);
        }
        return estimate(values);
      };
      PlaceRow row{{c.name, axes.products[p]}, {}};
      row.values = {over({"demand"}, false),
                    over({"filled"}, true),
                    over({"lost_out_of_stock", "lost_declined", "lost_discontinued"}, true),
                    over({"cancelled_by_customer", "cancelled_by_seller"}, true),
                    Estimate{},
                    over({"mean_on_hand"}, false),
                    over({"mean_backlog"}, false),
                    over({"record_error"}, false),
                    over({"total_cost"}, false),
                    over({"profit"}, false)};
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

std::string with_heading(const std::string& heading, const std::string& caption, std::vector<std::string> labels,
                         std::vector<PlaceRow> rows) {
  if (rows.empty()) return {};
  const std::size_t all = keep_worst(rows);
  std::string text = "<h3>" + escaped(heading) + "</h3>";
  if (all > rows.size())
    text += fmt::format(
        "<p>The {} of {} rows with the most units lost and cancelled; <code>restock export</code> has all.</p>",
        grouped(static_cast<double>(rows.size()), 0), grouped(static_cast<double>(all), 0));
  return text + table_of_places(caption, std::move(labels), rows);
}

}  // namespace

std::string places_section(const Study& study) {
  std::vector<PlaceRow> sites, points;
  for (std::size_t file = 0; file < study.files(); ++file) {
    add_rows(study, file, true, sites);
    add_rows(study, file, false, points);
  }
  return with_heading("Sites", "Sites", {"alternative", "site"}, std::move(sites)) +
         with_heading("Products", "Products", {"alternative", "product"}, product_rows(study)) +
         with_heading("Stock points", "Stock points", {"alternative", "site", "product"}, std::move(points));
}

}  // namespace restock::report
