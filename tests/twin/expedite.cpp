// Goods in the twin that are moved to a faster carrier, for want of stock or for promises that would be missed.
#include "twin/world.hpp"

#include <algorithm>

namespace restock::twin {

void World::expedite(std::uint32_t at) {
  const DraftPoint& plan = b_.points[at];
  const ExpeditingRules& rules = *plan.expediting;
  Point& point = points_[at];
  schedule(Kind::expedite, rules.look(now_.tick + 1), plan.review_rank, 0, at);
  const Time sooner = later(now_.tick, rules.planned);
  Time soon_enough = sooner;
  Quantity lacking = rules.below - (point.on_record - point.backlog - point.waiting);
  for (const Shipment& shipment : point.inbound)
    if (shipment.expedited) lacking -= shipment.units;
  if (rules.promises) {
    lacking = 0;
    Time first_missed = never;
    Quantity need = 0;
    for (const std::list<Entry>& queue : point.queues)
      for (const Entry& entry : queue) {
        need += entry.remaining;
        if (entry.of != Entry::Of::customer || entry.initial || entry.told == never) continue;
        const Time date = plan.listing.date(date_of_inbound(entry.row.stream, need));
        if (date == never || date <= entry.told) continue;
        lacking += entry.remaining;
        first_missed = std::min(first_missed, entry.told);
      }
    soon_enough = std::max(sooner, first_missed);
  }
  for (Shipment& slow : point.inbound) {
    if (lacking <= 0) break;
    if (slow.initial || slow.expedited || b_.links[slow.link].route.valid() || slow.announced <= soon_enough) continue;
    Shipment fast = slow;
    fast.units = std::min(slow.units, lacking);
    slow.units -= fast.units;
    lacking -= fast.units;
    Link& link = links_[slow.link];
    Draws words = draws(b_.links[slow.link].who, Purpose::expedite, next_of_day(link.expedited_day));
    fast.due = later(now_.tick, rules.time.sample_ticks(words));
    fast.announced = sooner;
    fast.expedited = true;
    fast.id = of_link(slow.link, link.shipments++);
    if (fast.due < never) schedule(Kind::receipt, fast.due, plan.dispatch_rank, fast.id, at, fast.id);
    extra(at).expedited += fast.units;
    history_.note(plan.who, Fact::expedited, now_.tick, 0, fast.units);
    point.inbound.push_back(fast);
  }
  point.inbound.remove_if([](const Shipment& s) { return s.units == 0; });
}

}  // namespace restock::twin
