// Channels that sell from a copy of what is available to sell, as of their last synchronisation, less what they have
// sold since: several of them can sell the same piece.
#include "engine/rationing.hpp"
#include "engine/replication.hpp"
#include "engine/shelf.hpp"

#include <algorithm>

namespace restock {

/// A surge's customers come through the channel of the demand that they add to, with all lines of their orders.
std::uint32_t Replication::channel_of(std::uint32_t stream) const {
  const StreamPlan& plan = b_.streams[stream];
  if (plan.is_line()) return stream - plan.behind_line;
  const Modulation* modulation = b_.modulation(b_.rules(plan));
  return modulation != nullptr ? stream - modulation->behind_base : stream;
}

/// By the record: a class sees the backlog of its own class and of those above, and not what is kept for others.
Quantity Replication::available_to_sell(std::uint32_t stream) const {
  const StreamPlan& plan = b_.streams[stream];
  const PointState& p = s_.points[plan.point.index()];
  const Quantity kept = engine::kept_from_customers(*this, stream);
  return std::max<Quantity>(0, p.on_record - units_ahead(p, b_.rules(plan).queue) - kept);
}

/// What a customer can be sold at once.
Quantity Replication::sellable_to(const Customer& customer) const {
  if (b_.rules(b_.streams[customer.stream]).sees == Sees::shelf) return engine::on_shelf(*this, customer.point);
  if (!publishes(customer.stream)) return available_to_sell(customer.stream);
  return s_.side.listings[channel_of(customer.stream)].available(customer.at);
}

Time Replication::next_copy(std::uint32_t point) const {
  Time next = never;
  if (!s_.points[point].publishes) return next;
  const Rows streams = b_.points[point].streams;
  for (std::uint32_t k = streams.first; k < streams.end(); ++k) next = std::min(next, s_.side.listings[k].next);
  return next;
}

void Replication::publish(std::uint32_t stream, Time at, Time seen) {
  const StreamRules& rules = b_.rules(b_.streams[stream]);
  Listing& listing = s_.side.listings[stream];
  // Of the copies that customers see, only the last counts.
  while (listing.copies.size() > 1 && listing.copies[1].seen <= at) listing.copies.erase(listing.copies.begin());
  listing.copies.push_back({seen, available_to_sell(stream), listing.sold});
  listing.next = calendar_instant(at + 1, rules.publish_every, rules.publish_first);
}

/// Every channel begins with what is available when the clock starts.
void Replication::publish_first(std::uint32_t point) {
  if (!s_.points[point].publishes) return;
  const Rows streams = b_.points[point].streams;
  for (std::uint32_t k = streams.first; k < streams.end(); ++k)
    if (publishes(k) && channel_of(k) == k) publish(k, now_.tick, now_.tick);
}

/// The copies that are made at this tick.
void Replication::publish_next(std::uint32_t point, Time at) {
  const Rows streams = b_.points[point].streams;
  for (std::uint32_t k = streams.first; k < streams.end(); ++k)
    if (s_.side.listings[k].next == at) publish(k, at, later(at, b_.rules(b_.streams[k]).publish_delay));
}

}  // namespace restock
