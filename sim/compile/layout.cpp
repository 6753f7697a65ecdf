// Where things belong and what they cost: money per unit and tick, with the defaults that the scenario leaves out.
#include "compile/parts.hpp"
#include "network/levels.hpp"

#include <algorithm>
#include <utility>

namespace restock {
namespace {

double per_tick(const MoneyRate& rate, const Product& product) {
  return rate.of_cost ? rate.per_tick * product.cost.amount : rate.per_tick;
}

double amount(const std::optional<Money>& money) { return money ? money->amount : 0.0; }

PointRates rates_of(const Scenario& scenario, const Network& network, const NetworkPoint& point) {
  const Product& product = scenario.products[point.product.index()];
  const CostTerms& terms = network.costs[point.costs];
  PointRates rates;
  if (terms.holding) rates.holding = per_tick(*terms.holding, product);
  if (terms.backorder) rates.backorder = per_tick(*terms.backorder, product);
  rates.ordering = amount(terms.ordering);
  rates.ordering_per_unit = amount(terms.ordering_per_unit);
  rates.backorder_per_unit = amount(terms.backorder_per_unit);
  rates.cancel = amount(terms.cancel);
  rates.count = amount(terms.count);
  rates.move = amount(terms.move);
  rates.expedite = amount(terms.expedite);
  rates.transship = amount(terms.transship);
  rates.transship_call = amount(terms.transship_call);
  rates.disposal = amount(terms.disposal);
  rates.taking_back = amount(terms.taking_back);
  rates.refund = amount(terms.refund);
  rates.salvage = amount(product.salvage);
  // A product without a price earns nothing, so losing its sale costs nothing: never a negative default.
  rates.lost_margin =
      terms.lost_margin ? terms.lost_margin->amount : std::max(0.0, product.price.amount - product.cost.amount);
  rates.purchase = product.cost.amount;  // applied to units from suppliers only
  rates.price = product.price.amount;
  rates.value = product.cost.amount;
  return rates;
}

/// By entry and surge; those that add no customers have none. `segments` counts on.
std::vector<std::vector<SegmentId>> surge_segments(const Scenario& scenario, std::size_t& segments) {
  std::vector<std::vector<SegmentId>> all;
  for (const DemandEntry& entry : scenario.demand) {
    std::vector<SegmentId>& of_entry = all.emplace_back();
    for (const Named<Surge>& surge : entry.surges)
      of_entry.push_back(brings_customers(surge.what) ? SegmentId(segments++) : SegmentId());
  }
  return all;
}

SegmentId segment_of(const Network& network, const NetworkStream& stream,
                     const std::vector<std::vector<SegmentId>>& surges, std::size_t first_lift) {
  if (stream.bargains) {
    const auto at = std::ranges::find(network.bargain_segments, stream.entry);
    return SegmentId(first_lift + network.lift_segments.size() +
                     static_cast<std::size_t>(at - network.bargain_segments.begin()));
  }
  if (stream.surge != no_rule) return surges[stream.entry.index()][stream.surge];
  if (stream.lift == no_rule) return stream.entry;
  const auto at = std::ranges::find(network.lift_segments, std::pair{stream.entry, stream.lift});
  return SegmentId(first_lift + static_cast<std::size_t>(at - network.lift_segments.begin()));
}

}  // namespace

void compile_layout(const Scenario& scenario, const Network& network, Layout& layout) {
  layout.length = scenario.length.ticks;
  layout.sites = scenario.sites.size();
  layout.products = scenario.products.size();
  layout.segments = layout.first_surge = scenario.demand.size();
  const std::vector<std::vector<SegmentId>> surges = surge_segments(scenario, layout.segments);
  const std::size_t first_lift = layout.segments;
  layout.first_bargain = layout.segments + network.lift_segments.size();
  layout.segments = layout.first_bargain + network.bargain_segments.size();
  layout.point_site.reserve(network.points.size());
  layout.point_product.reserve(network.points.size());
  layout.point_rates.reserve(network.points.size());
  for (const NetworkPoint& point : network.points) {
    layout.point_site.push_back(point.site);
    layout.point_product.push_back(point.product);
    layout.point_rates.push_back(rates_of(scenario, network, point));
  }
  layout.stream_point.reserve(network.streams.size());
  layout.stream_segment.reserve(network.streams.size());
  for (const NetworkStream& stream : network.streams) {
    layout.stream_point.push_back(stream.point);
    layout.stream_segment.push_back(segment_of(network, stream, surges, first_lift));
  }
  layout.link_to.reserve(network.links.size());
  layout.link_rates.reserve(network.links.size());
  for (const NetworkLink& link : network.links) {
    const Lane& lane = scenario.lanes[link.lane.index()];
    const Product& product = scenario.products[network.points[link.to.index()].product.index()];
    const double senders = link.from.valid() ? layout.point_rates[link.from.index()].holding : 0.0;
    layout.link_to.push_back(link.to);
    layout.link_rates.push_back({lane.in_transit ? per_tick(*lane.in_transit, product) : senders, lane.freight.amount,
                                 lane.freight_per_shipment.amount});
  }
}

}  // namespace restock
