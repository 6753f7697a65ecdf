// The twin's goods that customers send back: an event for each day on which somebody does.
#include "twin/world.hpp"

namespace restock::twin {

/// Units have left for him, from here or from a neighbour.
void World::takes_home(std::uint32_t k, std::uint64_t number, Quantity units, Millionths off) {
  const DraftStream& plan = b_.streams[k];
  if (!plan.returns) return;
  Draws words = draws(plan.who, Purpose::sends_back, number);
  const auto back = sends_back(*plan.returns, words);
  if (!back) return;
  const Time due = later(now_.tick, back->after);
  streams_[k].coming_back[number].push_back({due, units, off, back->to_stock});
  if (due < never) calendar_.put({due, 1, plan.point.value, 3, k, number}, {Kind::sent_back, k, number});
}

/// What he got first, if he got it at several times of a tick.
void World::take_back_goods(std::uint32_t k, std::uint64_t number) {
  const std::uint32_t at = b_.streams[k].point.value;
  const DraftPoint& plan = b_.points[at];
  auto& parcels = streams_[k].coming_back.at(number);
  const SentGoods parcel = parcels.front();
  parcels.pop_front();
  if (!parcels.empty() && parcels.front().due == now_.tick)
    calendar_.put({now_.tick, 1, at, 3, k, number}, {Kind::sent_back, k, number});
  extra(at).returned += parcel.units;
  extra(at).refund_off += Wide{parcel.units} * parcel.off;
  history_.note(b_.streams[k].who, Fact::sent_back, now_.tick, number, parcel.units);
  if (!parcel.to_stock || now_.tick >= plan.discontinued || plan.expiry) return;
  extra(at).to_stock += parcel.units;
  change(at, &Point::on_hand, parcel.units);
  change(at, &Point::on_record, parcel.units);
  if (serve_named_)
    schedule(Kind::serve, now_.tick, plan.dispatch_rank, 0, at);
  else
    allocate(at);
}

}  // namespace restock::twin
