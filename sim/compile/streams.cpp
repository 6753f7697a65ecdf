// Demand entries become streams: one plan for each entry, copied for each stock point.
#include "compile/parts.hpp"

#include <algorithm>
#include <bit>
#include <optional>

namespace restock {

Classes::Classes(const Scenario& scenario, const Network& network) : used_(network.points.size(), 0) {
  const auto use = [&](PointId point, int priority) {
    used_[point.index()] = static_cast<std::uint8_t>(used_[point.index()] | 1U << priority);
  };
  for (const NetworkStream& stream : network.streams)
    use(stream.point, scenario.demand[stream.entry.index()].customers.priority);
  for (const NetworkLink& link : network.links)
    if (link.from.valid()) use(link.from, scenario.lanes[link.lane.index()].priority);
  for (const NetworkComponent& component : network.components) use(component.point, 0);
}

std::uint8_t Classes::queue(PointId point, int priority) const {
  return static_cast<std::uint8_t>(std::popcount(static_cast<unsigned>(used_[point.index()]) >> (priority + 1)));
}
std::uint8_t Classes::count(PointId point) const {
  return static_cast<std::uint8_t>(std::max(1, std::popcount(static_cast<unsigned>(used_[point.index()]))));
}

namespace {

void prepare_law(TimeLaw& law) { prepare(law.law); }

struct PrepareArrivals {
  void operator()(PoissonArrivals&) const {}
  void operator()(RenewalArrivals& a) const { prepare_law(a.gap); }
  void operator()(PerPeriodArrivals& a) const { a.offset.ticks %= a.every.ticks; }
  void operator()(TraceArrivals& a) const { a.file.clear(); }  // no strings beyond the wall
};

bool is_one_unit(const QuantityLaw& size) {
  const auto* constant = std::get_if<Constant>(&size.law);
  return constant != nullptr && constant->value.value == 1.0;
}

StreamPlan plan_of(const DemandEntry& entry) {
  const CustomerRules& rules = entry.customers;
  StreamPlan plan;
  plan.arrivals = entry.arrivals;
  std::visit(PrepareArrivals{}, plan.arrivals);
  plan.size = entry.size;
  prepare(plan.size.law);
  plan.unit_size = is_one_unit(entry.size) && !std::holds_alternative<TraceArrivals>(entry.arrivals);
  plan.sees = rules.sees;
  plan.partial = rules.partial;
  plan.backorders = rules.backorders;
  plan.backlog_cap = rules.backlog_cap;
  plan.offer_without_date = rules.offer_without_date;
  plan.accept = rules.accept;
  if (auto* tolerance = std::get_if<AcceptsWithinTolerance>(&plan.accept)) prepare_law(tolerance->wait);
  plan.has_patience = rules.patience.has_value();
  if (rules.patience) plan.patience = *rules.patience;
  prepare_law(plan.patience);
  if (const auto* limit = std::get_if<SellerAgeLimit>(&rules.seller_limit)) plan.seller_limit = limit->after.ticks;
  plan.on_short_pick = rules.on_short_pick;
  plan.on_oversold = rules.on_oversold;
  return plan;
}

}  // namespace

void compile_streams(const Scenario& scenario, const Network& network, const Classes& classes, Blueprint& blueprint) {
  std::vector<StreamPlan> plans;
  for (const DemandEntry& entry : scenario.demand) plans.push_back(plan_of(entry));
  blueprint.streams.reserve(network.streams.size());
  for (const NetworkStream& stream : network.streams) {
    const DemandEntry& entry = scenario.demand[stream.entry.index()];
    StreamPlan& plan = blueprint.streams.emplace_back(plans[stream.entry.index()]);
    plan.point = stream.point;
    plan.who = stream.who;
    plan.queue = classes.queue(stream.point, entry.customers.priority);
    if (stream.trace == no_rule) continue;
    plan.trace.first = static_cast<std::uint32_t>(blueprint.trace.size());
    for (const TraceLine& line : entry.trace[stream.trace].lines)
      if (line.at >= -scenario.warmup.ticks) blueprint.trace.push_back(line);
    plan.trace.count = static_cast<std::uint32_t>(blueprint.trace.size()) - plan.trace.first;
  }
}

}  // namespace restock
