#include "network/outlook.hpp"

#include "network/lead.hpp"
#include "network/levels.hpp"
#include "network/load.hpp"

#include <algorithm>
#include <unordered_map>
#include <variant>

namespace restock {
namespace {

double variance_of(const Distribution& law) {
  Distribution copy = law;
  prepare(copy);
  return variance(copy);
}

/// Variance per tick of the units that an entry's own customers want; `size` and `spread` are mean and variance of an
/// order.
struct VariancePerTick {
  double size;
  double spread;
  const std::vector<TraceLine>* lines;
  Time length;

  double square() const { return spread + size * size; }
  double operator()(const PoissonArrivals& a) const { return a.rate.per_tick * square(); }
  /// In the long run (Cox 1962, section 4.5).
  double operator()(const RenewalArrivals& a) const {
    const double gap = mean_of(a.gap.law);
    return (spread + size * size * variance_of(a.gap.law) / (gap * gap)) / gap;
  }
  double operator()(const PerPeriodArrivals& a) const { return spread / static_cast<double>(a.every.ticks); }
  double operator()(const IntermittentArrivals& a) const {
    const double p = a.probability.value;
    return (p * square() - p * p * size * size) / static_cast<double>(a.every.ticks);
  }
  double operator()(const BatchArrivals& a) const {
    return (mean_of(a.customers.law) * spread + variance_of(a.customers.law) * size * size) /
           static_cast<double>(a.every.ticks);
  }
  /// Of daily sums.
  double operator()(const TraceArrivals&) const {
    const auto days = static_cast<std::size_t>(std::max<Time>(1, length / day));
    std::vector<double> sums(days, 0.0);
    for (const TraceLine& line : *lines)
      if (line.at >= 0 && line.at / day < static_cast<Time>(days))
        sums[static_cast<std::size_t>(line.at / day)] += static_cast<double>(line.units);
    double mean_sum = 0.0;
    for (const double sum : sums) mean_sum += sum / static_cast<double>(days);
    double square_sum = 0.0;
    for (const double sum : sums) square_sum += (sum - mean_sum) * (sum - mean_sum);
    return square_sum / static_cast<double>(days) / static_cast<double>(day);
  }
};

/// Mean and variance of what one order has of a stream's product.
std::pair<double, double> order_of(const DemandEntry& entry, const NetworkStream& stream) {
  if (stream.line == no_rule) return {mean_of(entry.size.law), variance_of(entry.size.law)};
  const BasketLine& line = entry.basket->lines[stream.line];
  const double size = mean_of(line.size.law);
  const double square = line.chance.value * (variance_of(line.size.law) + size * size);
  return {line.chance.value * size, square - line.chance.value * line.chance.value * size * size};
}

std::vector<double> customers_variance(const Scenario& scenario, const Network& network) {
  std::vector<double> all(network.points.size(), 0.0);
  for (const NetworkStream& stream : network.streams) {
    if (stream.lift != no_rule || stream.bargains) continue;
    const DemandEntry& entry = scenario.demand[stream.entry.index()];
    const auto [size, spread] = order_of(entry, stream);
    double& sum = all[stream.point.index()];
    if (stream.surge != no_rule) {
      const auto* poisson = std::get_if<PoissonArrivals>(&entry.arrivals);
      const double base = poisson != nullptr ? volume_of(entry, stream) * poisson->rate.per_tick : 0.0;
      sum += mean_rate(entry.surges[stream.surge].what, base, scenario) * (spread + size * size);
      continue;
    }
    if (stream.line != no_rule && std::holds_alternative<TraceArrivals>(entry.arrivals)) {
      // Lines of a trace: as often as its orders come, each on its own.
      sum += orders_per_tick(entry, network, stream, 0, scenario.length.ticks) * (spread + size * size);
      continue;
    }
    const std::vector<TraceLine>* lines = lines_of(entry, stream);
    const double level = level_of(entry, scenario).mean(0, scenario.length.ticks);
    sum += volume_of(entry, stream) * level *
           std::visit(VariancePerTick{size, spread, lines, scenario.length.ticks}, entry.arrivals);
  }
  return all;
}

/// Mean and variance of the time from placing an order to its receipt.
struct Lead {
  double mean = 0.0;
  double variance = 0.0;
};

Lead lead_of(const Site& maker) {
  Lead lead{static_cast<double>(announced_production(maker)), 0.0};
  if (maker.production_time) lead.variance += variance_of(maker.production_time->law);
  if (maker.time_per_unit) lead.variance += variance_of(maker.time_per_unit->law);
  return lead;
}

Lead lead_of(const Lane& lane, const Site* port) {
  Lead lead{static_cast<double>(later(lane.order_delay.ticks, announced_way(lane, port))), 0.0};
  lead.variance += variance_of(lane.transit.law);
  if (lane.inland) lead.variance += variance_of(lane.inland->law);
  if (lane.sailings) {
    const auto every = static_cast<double>(lane.sailings->every.ticks);
    lead.variance += every * every / 12.0;
  }
  return lead;
}

}  // namespace

std::vector<Outlook> outlooks(const Scenario& scenario, const Network& network) {
  const MeanLoad load = mean_load(scenario, network);
  std::vector<double> spread = customers_variance(scenario, network);
  std::unordered_map<std::string_view, const Site*> sites;
  for (const Site& site : scenario.sites) sites.emplace(site.name, &site);
  std::vector<Outlook> all(network.points.size());
  for (auto at = network.upstream_first.rbegin(); at != network.upstream_first.rend(); ++at) {
    const NetworkPoint& point = network.points[at->index()];
    const double own = spread[at->index()];
    Lead lead = point.made_here ? lead_of(scenario.sites[point.site.index()]) : Lead{};
    for (const NetworkComponent& component : point.components.of(network.components))
      spread[component.point.index()] += own * static_cast<double>(component.units * component.units);
    double before = 0.0;
    double squares = 0.0;
    for (const NetworkLink& link : point.sources.of(network.links)) {
      const Lane& lane = scenario.lanes[link.lane.index()];
      const double share = link.share_upto - before;
      before = link.share_upto;
      Lead way = lead_of(lane, lane.via ? sites.at(lane.via->name) : nullptr);
      if (link.from.valid()) {
        spread[link.from.index()] += own * share;
      } else {
        const Lead making = lead_of(*sites.at(lane.from.name));
        way = {way.mean + making.mean, way.variance + making.variance};
      }
      lead.mean += share * way.mean;
      squares += share * (way.variance + way.mean * way.mean);
    }
    if (!point.sources.empty()) lead.variance = std::max(0.0, squares - lead.mean * lead.mean);
    all[at->index()] = {load.points[at->index()], own, lead.mean, lead.variance};
  }
  return all;
}

FrozenOutlooks freeze_outlooks(const Scenario& scenario, const Network& network) {
  const std::vector<Outlook> known = outlooks(scenario, network);
  FrozenOutlooks frozen;
  for (std::size_t i = 0; i < network.points.size(); ++i) frozen.emplace(network.points[i].who, known[i]);
  return frozen;
}

}  // namespace restock
