// Cost against service: each alternative as a point with its intervals, and the front that no other beats in both.
#include "analysis/numbers.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace restock::report {

namespace {

constexpr double trade_height = 400;
constexpr PlotArea trade_area{70, page_width - 190, 14, trade_height - 46};

struct TradePoint {
  std::size_t contestant;
  Estimate cost, service;
  bool on_front = true;
};

std::vector<TradePoint> trade_points(const Study& study, const MetricStyle& cost, const MetricStyle& service) {
  std::vector<TradePoint> points;
  for (std::size_t c = 0; c < study.size(); ++c) {
    const TradePoint point{c, cost.shown(study.estimate_of("total_cost", c)),
                           service.shown(study.estimate_of("fill_rate", c))};
    if (point.cost.mean && point.service.mean) points.push_back(point);
  }
  for (TradePoint& one : points)
    one.on_front = std::none_of(points.begin(), points.end(), [&](const TradePoint& other) {
      return *other.cost.mean <= *one.cost.mean && *other.service.mean >= *one.service.mean &&
             (*other.cost.mean < *one.cost.mean || *other.service.mean > *one.service.mean);
    });
  return points;
}

Scale scale_over(const std::vector<TradePoint>& points, Estimate TradePoint::*of, double from, double to) {
  double low = INFINITY, high = -INFINITY;
  for (const TradePoint& point : points) {
    const double half = (point.*of).half_width.value_or(0.0);
    low = std::min(low, *(point.*of).mean - half);
    high = std::max(high, *(point.*of).mean + half);
  }
  const double room = (high - low) * 0.05;
  return {low - room, high + room, from, to};
}

/// Steps through the alternatives that no other beats in both.
void draw_front(Drawing& drawing, const std::vector<TradePoint>& points, const Scale& x, const Scale& y) {
  std::vector<TradePoint> front;
  std::copy_if(points.begin(), points.end(), std::back_inserter(front), [](const TradePoint& p) { return p.on_front; });
  std::sort(front.begin(), front.end(), [](const auto& a, const auto& b) { return *a.cost.mean < *b.cost.mean; });
  std::vector<std::pair<double, double>> steps;
  for (const TradePoint& point : front) {
    if (!steps.empty()) steps.emplace_back(x(*point.cost.mean), steps.back().second);
    steps.emplace_back(x(*point.cost.mean), y(*point.service.mean));
  }
  drawing.polyline(steps, "front");
}

void draw_point(Drawing& drawing, const Study& study, const TradePoint& point, const Scale& x, const Scale& y) {
  const Contestant& contestant = study.contestants()[point.contestant];
  const double across = x(*point.cost.mean), up = y(*point.service.mean);
  if (point.cost.half_width)
    drawing.line(x(*point.cost.mean - *point.cost.half_width), up, x(*point.cost.mean + *point.cost.half_width), up,
                 "whisker thin " + contestant.style);
  if (point.service.half_width)
    drawing.line(across, y(*point.service.mean - *point.service.half_width), across,
                 y(*point.service.mean + *point.service.half_width), "whisker thin " + contestant.style);
  drawing.circle(across, up, 6, "dot " + contestant.style,
                 fmt::format("{}: {}, {}", contestant.name,
                             value_text(metric_of("fill_rate"), study.estimate_of("fill_rate", point.contestant)),
                             value_text(metric_of("total_cost"), study.estimate_of("total_cost", point.contestant))));
}

/// Names beside their points, moved apart where they would overlap.
void name_points(Drawing& drawing, const Study& study, std::vector<TradePoint> points, const Scale& x, const Scale& y) {
  std::sort(points.begin(), points.end(),
            [](const auto& a, const auto& b) { return *a.service.mean > *b.service.mean; });
  std::vector<double> at;
  double last = -INFINITY;
  for (const TradePoint& point : points) at.push_back(last = std::max(y(*point.service.mean) + 4, last + 16));
  // Pushed beyond the floor, they move up again.
  double floor = trade_area.bottom + 4;
  for (std::size_t i = at.size(); i-- > 0; floor -= 16) at[i] = std::min(at[i], floor);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Contestant& contestant = study.contestants()[points[i].contestant];
    const double px_x = x(*points[i].cost.mean), px_y = y(*points[i].service.mean);
    drawing.polyline({{px_x + 6, px_y}, {trade_area.right + 4, px_y}, {trade_area.right + 16, at[i] - 4}}, "lead");
    drawing.text(trade_area.right + 20, at[i], contestant.name, Anchor::start, points[i].on_front ? "head" : "", 24);
  }
}

std::string table_of_trade(const Study& study, const std::vector<TradePoint>& points, const MetricStyle& cost,
                           const MetricStyle& service) {
  HtmlTable table("Cost against service", {"alternative", cost.heading(), service.heading(), "on the front"}, 1,
                  TableUse::sorted);
  std::vector<Estimate> costs, services;
  for (const TradePoint& point : points) {
    costs.push_back(point.cost);
    services.push_back(point.service);
  }
  for (const TradePoint& point : points)
    table.row({study.contestants()[point.contestant].name,
               estimate_text(point.cost, decimals_for(costs), study.replications()),
               estimate_text(point.service, decimals_for(services), study.replications()),
               point.on_front ? "yes" : "no"});
  return table.text();
}

}  // namespace

std::string tradeoff_section(const Study& study) {
  const MetricStyle cost = style_of(metric_of("total_cost")), service = style_of(metric_of("fill_rate"));
  std::vector<TradePoint> points = trade_points(study, cost, service);
  if (points.size() < 2) return {};
  const Scale x = scale_over(points, &TradePoint::cost, trade_area.left, trade_area.right);
  const Scale y = scale_over(points, &TradePoint::service, trade_area.bottom, trade_area.top);
  Drawing drawing(
      page_width, trade_height, "Cost against service",
      "total cost across, fill rate upwards, a point for each alternative; the table below has the numbers");
  draw_lower_ticks(drawing, trade_area, x, 6);
  draw_left_ticks(drawing, trade_area, y, service.suffix());
  drawing.text((trade_area.left + trade_area.right) / 2, trade_height - 8, cost.heading() + ": less is better",
               Anchor::middle, "head");
  draw_front(drawing, points, x, y);
  name_points(drawing, study, points, x, y);
  for (const TradePoint& point : points) draw_point(drawing, study, point, x, y);
  return figure("What service costs",
                "Fill rate against total cost. Alternatives on the stepped line (in bold) are not beaten in both by "
                "any other, by their means; the bars are 95 % intervals.",
                drawing.svg(), table_of_trade(study, points, cost, service));
}

}  // namespace restock::report
