// Sources, demand upstream and first levels.
#include "intake/supply_plan.hpp"

#include "core/time.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace restock {

namespace {

using PointKey = std::pair<std::size_t, std::size_t>;  // site, product

/// Service that the first levels aim at, as a quantile of the normal law: 95 %.
constexpr double safety_factor = 1.645;
/// Days of mean demand between the reorder point and the order-up-to level.
constexpr double cover_days = 14.0;

class Planner {
 public:
  Planner(const Foreign& found, double assumed_days) : found_(found) {
    plan_.assumed_days = assumed_days;
    plan_.sites = found.sites.all();
    supplier_ = plan_.sites.size();
    std::string name(assumed_supplier);
    while (std::find(plan_.sites.begin(), plan_.sites.end(), name) != plan_.sites.end()) name += "-2";
    plan_.sites.push_back(name);
  }

  SupplyPlan plan() {
    find_window();
    choose_sources();
    for (const auto& [key, units] : daily_units()) add_demand(key, units);
    for (auto& [key, point] : points_) plan_.points.push_back(levels_of(std::move(point)));
    return std::move(plan_);
  }

 private:
  void find_window() {
    std::int64_t first = INT64_MAX, last = INT64_MIN;
    for (const HistoryLine& line : found_.history) {
      first = std::min(first, line.epoch_us);
      last = std::max(last, line.epoch_us + std::max<std::int64_t>(line.bucket_us, 1));
      grid_ = std::max(grid_, line.bucket_us);
    }
    plan_.first_us = first - ((first % day) + day) % day;
    plan_.days = (last - plan_.first_us + day - 1) / day;
  }

  /// Of several sources of a product at a site the one with the most rows.
  void choose_sources() {
    std::map<PointKey, std::size_t> rows;
    for (const auto& [key, way] : found_.ways) {
      const auto& [from, to, product] = key;
      if (from == to) continue;
      const auto [best, is_new] = rows.emplace(PointKey{to, product}, way.rows);
      if (!is_new) ++plan_.ways_not_taken;
      if (!is_new && way.rows <= best->second) continue;
      best->second = way.rows;
      source_[{to, product}] = from;
    }
  }
  /// Where the product comes from; nullopt at the beginning of all ways.
  std::optional<std::size_t> source_of(std::size_t site, std::size_t product) const {
    for (const std::size_t which : {product, any_product})
      if (const auto at = source_.find({site, which}); at != source_.end()) return at->second;
    return std::nullopt;
  }
  std::vector<double> lead_times(std::size_t from, std::size_t to, std::size_t product) const {
    std::vector<double> pooled;
    for (const auto& [key, way] : found_.ways) {
      if (std::get<0>(key) != from || std::get<1>(key) != to) continue;
      if (std::get<2>(key) == product && way.days.size() >= 3) return way.days;
      pooled.insert(pooled.end(), way.days.begin(), way.days.end());
    }
    return pooled;
  }

  /// Units in each stretch as long as the longest bucket.
  std::map<PointKey, std::map<std::int64_t, double>> daily_units() const {
    std::map<PointKey, std::map<std::int64_t, double>> units;
    for (const HistoryLine& line : found_.history)
      units[{line.site, line.product}][(line.epoch_us - plan_.first_us) / grid_] += static_cast<double>(line.units);
    return units;
  }

  void add_demand(const PointKey& key, const std::map<std::int64_t, double>& units) {
    const double stretch = static_cast<double>(grid_) / static_cast<double>(day);
    const double count = std::max(1.0, static_cast<double>(plan_.days) / stretch);
    double sum = 0.0, squares = 0.0;
    for (const auto& [at, amount] : units) {
      sum += amount;
      squares += amount * amount;
    }
    const double mean = sum / count;
    const double variance = std::max(0.0, squares / count - mean * mean) / stretch;
    std::set<std::size_t> passed;
    std::size_t site = key.first;
    bool sells = true;
    while (passed.insert(site).second) {
      const std::optional<std::size_t> from = source_of(site, key.second);
      if (!from && !sells) return;  // a supplier: without end
      if (!from) ++plan_.sites_without_way;
      PlannedPoint& point = points_[{site, key.second}];
      point.site = site;
      point.product = key.second;
      point.from = from.value_or(supplier_);
      point.sells = point.sells || sells;
      point.per_day += mean / stretch;
      point.variance += variance;
      if (!from) return;
      point.days = lead_times(*from, site, key.second);
      site = *from;
      sells = false;
    }
  }

  PlannedPoint levels_of(PlannedPoint point) const {
    const double lead = (point.days.empty() ? plan_.assumed_days : shape_of(point.days).mean) + 1.0;
    const double need = point.per_day * lead + safety_factor * std::sqrt(point.variance * lead);
    point.reorder_point = static_cast<Quantity>(std::ceil(need));
    point.order_up_to =
        point.reorder_point + std::max<Quantity>(1, static_cast<Quantity>(std::ceil(point.per_day * cover_days)));
    const auto stated = found_.stock.find({point.site, point.product});
    if (stated == found_.stock.end()) return point;
    const Quantity lot = point.order_up_to - point.reorder_point;
    if (stated->second.reorder_point) point.reorder_point = *stated->second.reorder_point;
    point.order_up_to = stated->second.order_up_to.value_or(point.reorder_point + lot);
    point.order_up_to = std::max(point.order_up_to, point.reorder_point + 1);
    return point;
  }

  const Foreign& found_;
  SupplyPlan plan_;
  std::size_t supplier_ = 0;
  std::int64_t grid_ = day;
  std::map<PointKey, std::size_t> source_;
  std::map<PointKey, PlannedPoint> points_;
};

}  // namespace

SampleShape shape_of(const std::vector<double>& values) {
  if (values.empty()) return {};
  double sum = 0.0, squares = 0.0;
  for (const double value : values) sum += value;
  const double mean = sum / static_cast<double>(values.size());
  for (const double value : values) squares += (value - mean) * (value - mean);
  if (values.size() < 2 || mean <= 0.0) return {mean, 0.0};
  return {mean, std::sqrt(squares / static_cast<double>(values.size() - 1)) / mean};
}

SupplyPlan plan_supply(const Foreign& found, double assumed_days) { return Planner(found, assumed_days).plan(); }

}  // namespace restock
