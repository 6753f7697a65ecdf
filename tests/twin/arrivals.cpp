// The twin's customers as they arrive, one event each.
#include "twin/world.hpp"

namespace restock::twin {

/// When the stream's next candidate arrives: one gap after `from`, or when his calendar or his trace says.
Time World::next_arrival(std::uint32_t k, Time from) {
  const DraftStream& plan = b_.streams[k];
  Stream& stream = streams_[k];
  Time at = never;
  if (const auto* poisson = std::get_if<PoissonArrivals>(&plan.arrivals)) {
    at = later(from, to_ticks(exponential_gap(stream.gaps.word(stream.next)) *
                              (1.0 / (poisson->rate.per_tick * plan.volume))));
  } else if (const auto* renewal = std::get_if<RenewalArrivals>(&plan.arrivals)) {
    Draws draws({seed_, replication_, plan.who, Purpose::arrival_gap, stream.next});
    at = later(from, renewal->gap.sample_ticks(draws));
  } else if (const auto* periodic = std::get_if<PerPeriodArrivals>(&plan.arrivals)) {
    const ReviewCalendar calendar{periodic->every, periodic->offset};
    at = calendar.at_or_after(stream.next == 0 ? from : from + 1);
  } else if (const auto* now_and_then = std::get_if<IntermittentArrivals>(&plan.arrivals)) {
    const ReviewCalendar calendar{now_and_then->every, now_and_then->offset};
    BulkDraws occasions(seed_, replication_, plan.who, Purpose::occasion);
    at = calendar.at_or_after(stream.next == 0 ? from : from + 1);
    for (; occasions.uniform(stream.next) >= now_and_then->probability.value; ++stream.next)
      at += now_and_then->every.ticks;
  } else if (const auto* batches = std::get_if<BatchArrivals>(&plan.arrivals)) {
    const ReviewCalendar calendar{batches->every, batches->offset};
    const std::uint64_t first_of_next = ((stream.next >> 20U) + 1) << 20U;
    if (stream.next == 0) {
      at = calendar.at_or_after(from);
    } else if (static_cast<Quantity>(stream.next & 0xfffffU) < batch(plan, *batches, stream.next)) {
      at = from;
    } else {
      at = calendar.at_or_after(from + 1);
      stream.next = first_of_next;
    }
  } else {
    const auto lines = plan.trace.of(b_.trace);
    while (stream.next < lines.size() && lines[stream.next].at < -b_.warmup) ++stream.next;
    if (stream.next < lines.size()) at = lines[stream.next].at;
  }
  return at;
}

/// Queues the stream's next customer.
void World::next_customer(std::uint32_t k, Time from) {
  if (b_.streams[k].is_line()) return;
  const std::uint32_t point = b_.streams[k].point.value;
  Stream& stream = streams_[k];
  if (b_.modulation(b_.streams[k]) != nullptr) {
    if (stream.to_come.empty()) return;
    const auto [at, number] = *stream.to_come.begin();
    stream.to_come.erase(stream.to_come.begin());
    calendar_.put({at, 1, point, 0, k, number}, {Kind::customer, k, number});
    return;
  }
  const Time at = next_arrival(k, from);
  if (at >= never) return;
  calendar_.put({at, 1, point, 0, k, stream.next}, {Kind::customer, k, stream.next});
  ++stream.next;
}

/// How many customers come in the period of customer `number`.
Quantity World::batch(const DraftStream& plan, const BatchArrivals& batches, std::uint64_t number) const {
  return batches.count({seed_, replication_, plan.who, Purpose::batch_size, number >> 20U});
}

Quantity World::units_of(std::uint32_t k, std::uint64_t number) {
  const DraftStream& plan = b_.streams[k];
  if (plan.unit_size) return 1;
  if (std::holds_alternative<TraceArrivals>(plan.arrivals)) return plan.trace.of(b_.trace)[number].units;
  if (const auto* batches = std::get_if<BatchArrivals>(&plan.arrivals); batches && batch(plan, *batches, number) == 0)
    return 0;
  Draws draws({seed_, replication_, plan.who, Purpose::order_size, number});
  return sample_quantity(plan.size.law, draws);
}

void World::arrive(std::uint32_t k, std::uint64_t number) {
  next_customer(k, now_.tick);
  const Quantity units = units_of(k, number);
  if (units == 0 || (b_.streams[k].bargains && !is_drawn(k, number))) return;
  if (stays_away(k, number, units)) return;
  ++record_.customers;
  const Guest first = guest_of(k, number, units);
  std::vector<Guest> lines = lines_of(first);
  const BasketPlan* plan = basket_of(k);
  if (plan != nullptr && plan->together && lines.size() > 1 && !serve_named_) return serve_together(lines);
  for (const Guest& line : lines) enter(line);
}

/// Somebody who comes for the first time.
Guest World::guest_of(std::uint32_t k, std::uint64_t number, Quantity units) {
  Guest guest;
  guest.units = units;
  guest.cohort = cohort_now();
  if (guest.cohort) open_order();
  guest.row.stream = k;
  guest.row.number = number;
  guest.row.ordered = now_.tick;
  guest.row.units = units;
  return guest;
}

/// Somebody is there, for the first time or again.
void World::enter(const Guest& guest) {
  if (!serve_named_) return serve_customer(guest);
  const std::uint32_t at = b_.streams[guest.row.stream].point.value;
  points_[at].seen.push_back(guest);
  points_[at].waiting += guest.units;
  schedule(Kind::serve, now_.tick, b_.points[at].dispatch_rank, 0, at);
  review_if_low(at);
}

}  // namespace restock::twin
