#include "network/load.hpp"

#include "network/draft.hpp"
#include "network/lead.hpp"
#include "network/levels.hpp"

#include <algorithm>
#include <unordered_map>

namespace restock {
namespace {

/// Customer orders per tick; of a trace: its units per tick, size included.
struct OrdersPerTick {
  Time from;
  Time until;
  const std::vector<TraceLine>* lines;

  double operator()(const PoissonArrivals& a) const { return a.rate.per_tick; }
  double operator()(const RenewalArrivals& a) const { return 1.0 / mean_of(a.gap.law); }
  double operator()(const PerPeriodArrivals& a) const { return 1.0 / static_cast<double>(a.every.ticks); }
  double operator()(const BatchArrivals& a) const {
    return mean_of(a.customers.law) / static_cast<double>(a.every.ticks);
  }
  double operator()(const IntermittentArrivals& a) const {
    return a.probability.value / static_cast<double>(a.every.ticks);
  }
  double operator()(const TraceArrivals&) const {
    double units = 0.0;
    for (const TraceLine& line : *lines)
      if (line.at >= from && line.at < until) units += static_cast<double>(line.units);
    return units / static_cast<double>(std::max<Time>(1, until - from));
  }
};

}  // namespace

double orders_per_tick(const DemandEntry& entry, const Network& network, const NetworkStream& stream, Time from,
                       Time until) {
  const std::vector<TraceLine>* lines = stream.line == no_rule ? nullptr : lines_of(entry, network.streams[stream.of]);
  if (lines == nullptr) return std::visit(OrdersPerTick{from, until, nullptr}, entry.arrivals);
  const auto within = [&](const TraceLine& line) { return line.at >= from && line.at < until; };
  return static_cast<double>(std::ranges::count_if(*lines, within)) /
         static_cast<double>(std::max<Time>(1, until - from));
}

std::vector<double> customer_demand(const Scenario& scenario, const Network& network, Time from, Time until) {
  std::vector<double> demand(network.points.size(), 0.0);
  std::vector<double> of_entry(scenario.demand.size(), -1.0);  // one figure serves all streams of an entry
  std::vector<double> level_of_entry(scenario.demand.size(), 1.0);
  for (std::size_t i = 0; i < scenario.demand.size(); ++i)
    level_of_entry[i] = level_of(scenario.demand[i], scenario).mean(from, until);
  for (const NetworkStream& stream : network.streams) {
    const DemandEntry& entry = scenario.demand[stream.entry.index()];
    if (const std::vector<TraceLine>* lines = lines_of(entry, stream)) {
      demand[stream.point.index()] += std::visit(OrdersPerTick{from, until, lines}, entry.arrivals);
      continue;
    }
    const double level = level_of_entry[stream.entry.index()];
    // What a disruption or a reduced price brings is not what capacity is planned for.
    if (stream.lift != no_rule || stream.bargains) continue;
    const BasketLine* line = stream.line != no_rule ? &entry.basket->lines[stream.line] : nullptr;
    const double units = line != nullptr ? line->chance.value * mean_of(line->size.law) : mean_of(entry.size.law);
    if (stream.surge != no_rule) {
      const auto* poisson = std::get_if<PoissonArrivals>(&entry.arrivals);
      const double base = poisson != nullptr ? volume_of(entry, stream) * poisson->rate.per_tick * level : 0.0;
      demand[stream.point.index()] += mean_rate(entry.surges[stream.surge].what, base, from, until) * units;
      continue;
    }
    double& rate = of_entry[stream.entry.index()];
    const bool traced = std::holds_alternative<TraceArrivals>(entry.arrivals);  // each of its own lines
    if (rate < 0.0 || traced) rate = level * orders_per_tick(entry, network, stream, from, until);
    demand[stream.point.index()] += volume_of(entry, stream) * rate * units;
  }
  return demand;
}

MeanLoad mean_load(const Scenario& scenario, const Network& network, Time from, Time until) {
  MeanLoad load{customer_demand(scenario, network, from, until), std::vector<double>(scenario.sites.size(), 0.0)};
  std::unordered_map<std::string_view, std::size_t> sites;
  for (std::size_t i = 0; i < scenario.sites.size(); ++i) sites.emplace(scenario.sites[i].name, i);
  for (auto at = network.upstream_first.rbegin(); at != network.upstream_first.rend(); ++at) {
    const NetworkPoint& point = network.points[at->index()];
    const double need = load.points[at->index()];
    if (point.made_here) load.sites[point.site.index()] += need;
    for (const NetworkComponent& component : point.components.of(network.components))
      load.points[component.point.index()] += need * static_cast<double>(component.units);
    double before = 0.0;
    for (const NetworkLink& link : point.sources.of(network.links)) {
      const double part = need * (link.share_upto - before);
      before = link.share_upto;
      if (link.from.valid())
        load.points[link.from.index()] += part;
      else
        load.sites[sites.at(scenario.lanes[link.lane.index()].from.name)] += part;
    }
  }
  return load;
}

void warn_about_capacity(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  const MeanLoad load = mean_load(scenario, network);
  for (std::size_t i = 0; i < scenario.sites.size(); ++i) {
    const Site& site = scenario.sites[i];
    const double line_time = mean_time_per_unit(site);
    if (!(line_time > 0.0)) continue;
    const double capacity = static_cast<double>(site.production_lines) / line_time;
    if (load.sites[i] <= capacity * (1.0 + 1e-9)) continue;
    draft.complain.warning(site.where, "sites." + site.name + ".capacity", "capacity_below_demand",
                           "mean demand of " + per_day(load.sites[i]) + " exceeds the capacity of " + per_day(capacity),
                           "orders will queue without end unless sales are lost");
  }
}

}  // namespace restock
