// Which lane an order takes. Functions of a Replication, private to engine/.
#pragma once

#include "engine/calendars.hpp"
#include "engine/replication.hpp"

#include <cstdint>

namespace restock::engine {

void reset_sourcing(Replication& r);
/// Whether what is announced to a point is kept: there are customers to quote to, or somebody who orders by it.
bool keeps_inbound(const Replication& r, std::uint32_t point);

/// The link of an order of so many units, where it is not drawn by share.
std::uint32_t choose_by_view(Replication& r, std::uint32_t point, Quantity units);

/// The lanes of a policy that orders from two: by planned lead times; of equals the first is slow, the last fast.
struct TwoLinks {
  std::uint32_t slow;
  std::uint32_t fast;
};
TwoLinks two_links(const Replication& r, std::uint32_t point);
/// Units announced to be here by then.
Quantity due_by(const Replication& r, std::uint32_t point, Time last);

/// A review of a policy that orders from two lanes: the fast order first.
template <HasTwoSources P>
void order_from_two(Replication& r, std::uint32_t point, const P& policy, const PlannerView& view) {
  const TwoLinks links = two_links(r, point);
  const Time fast = announced_of_order(r, r.b_.terms(r.b_.links[links.fast]), r.now_.tick);
  const TwoOrders orders = policy.orders(view, due_by(r, point, fast));
  const LotRule& lot = r.b_.rules(r.b_.points[point]).lot;
  const auto place = [&](std::uint32_t link, Quantity units) {
    if (units > 0 && r.in_force(link, EffectKind::orders_refused) == 0) r.place_over(point, link, units);
  };
  place(links.fast, lot.apply(orders.fast));
  place(links.slow, lot.apply(orders.slow));
}

}  // namespace restock::engine
