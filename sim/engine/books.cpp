// The laws of conservation, held against what a replication has counted.
#include "engine/replication.hpp"
#include "engine/shelf.hpp"
#include "engine/sourcing.hpp"

#include <string>

namespace restock {

/// Conservation, at the end of every replication in every build.
void Replication::check_books() {
  for (std::uint32_t i = 0; i < s_.points.size(); ++i)
    if (const char* law = broken_law_of(i); law != nullptr) throw LawBroken(law, i);
  Quantity open = 0;
  for (const OrderFacts& f : s_.order_facts) {
    open += f.open_at_end();
    if (f.open_at_end() < 0 || f.shipped_from_backorder > f.backordered)
      throw LawBroken("the outcomes of demand add up");
  }
  if (open != cohort_open_) throw LawBroken("every order of the cohort ends once or is open");
}

/// Units on order that have not come in: what has and is not posted yet is still on order.
Quantity Replication::to_come(std::uint32_t point) const {
  Quantity units = s_.points[point].on_order;
  if (s_.points[point].posts_late)
    for (const Unposted::Receipt& receipt : s_.side.unposted[point].receipts)
      units -= s_.shipments[receipt.shipment].units;
  return units;
}

/// The law that one stock point's books break; null when they are in order.
const char* Replication::broken_law_of(std::uint32_t point) {
  const PointState& p = s_.points[point];
  const StockFacts& f = closed_points()[point];
  const Quantity swapped = s_.error_facts.empty() ? 0 : closed_errors()[point].kept - closed_errors()[point].strayed;
  const LossFacts losses = s_.loss_facts.empty() ? LossFacts{} : closed_losses()[point];
  const ExtraFacts extra = s_.extra_facts.empty() ? ExtraFacts{} : closed_extra(point);
  const Quantity too_old = extra.expired + extra.written_off;
  if (f.opening_on_hand + f.received + swapped + extra.brought + extra.to_stock !=
      f.shipped_to_customers + f.shipped_downstream + f.shrunk + losses.scrapped + too_old + extra.given +
          f.closing_on_hand)
    return "opening + received + kept for another's + brought by neighbours + back from customers = shipped + strayed "
           "+ shrunk + scrapped + "
           "expired + written off + given to neighbours + on hand";
  if (f.replenishment_units + extra.left_calls !=
      f.received + f.supply_cancelled + losses.yield_lost + f.on_order_growth)
    return "ordered + calls whose customer left = received + cancelled supply + yield loss + growth of what is to come";
  if (p.on_hand < 0) return "on hand is not negative";
  if (findable(point) < 0) return "misplaced units are on hand";
  if (engine::on_shelf(*this, point) < 0 || engine::in_back(*this, point) < 0)
    return "shelf and back room hold what can be found";
  if (const char* law = broken_law_of_queues(point)) return law;
  return broken_law_of_supply(point);
}

const char* Replication::broken_law_of_queues(std::uint32_t point) const {
  const PointState& p = s_.points[point];
  Quantity queued = 0;
  Quantity customers = 0;
  for (unsigned q = 0; q < queues_of(point); ++q) {
    Quantity units = 0;
    for (std::uint32_t slot = s_.queues[p.first_queue + q].head; slot != none; slot = s_.entries[slot].next) {
      units += s_.entries[slot].remaining;
      if (s_.entries[slot].stream != none) customers += s_.entries[slot].remaining;
    }
    if (units != s_.queues[p.first_queue + q].units) return "a queue's units are its entries'";
    queued += units;
  }
  if (queued != p.backlog || customers != p.customer_backlog) return "backlog = units in the queues";
  return nullptr;
}

const char* Replication::broken_law_of_supply(std::uint32_t point) const {
  const PointState& p = s_.points[point];
  Quantity supply = s_.side.pipeline_left.empty() ? 0 : s_.side.pipeline_left[point];
  for (std::uint32_t slot = p.oldest_order; slot != none; slot = s_.orders[slot].next)
    supply += s_.orders[slot].outstanding;
  if (supply != to_come(point)) return "ordered = received + on order + cancelled supply";
  Quantity inbound = 0;
  for (std::uint32_t slot = p.first_inbound; slot != none; slot = s_.inbound[slot].next)
    inbound += s_.inbound[slot].units;
  if (engine::keeps_inbound(*this, point) && inbound != p.on_order) return "on order = announced supply";
  return nullptr;
}

}  // namespace restock
