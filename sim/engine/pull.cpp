// Pulling: a stock point runs its own customers and deadlines forward to the time of the event that touches it.
#include "engine/baskets.hpp"
#include "engine/goodwill.hpp"
#include "engine/markdown.hpp"
#include "engine/overtaking.hpp"
#include "engine/promises.hpp"
#include "engine/replication.hpp"

#include <algorithm>
#include <variant>

namespace restock {

void Replication::roll_bucket(std::uint32_t point, Time at) {
  PointState& p = s_.points[point];
  while (at >= p.bucket_end) {
    // Only whole buckets inside the window count.
    if (p.bucket_end > 0 && p.bucket_end <= b_.length) {
      const auto index = static_cast<std::size_t>(p.bucket_end / b_.bucket) - 1;
      s_.stock_facts[point].demanded.add(p.bucket_demanded);
      s_.stock_facts[point].ordered.add(p.bucket_ordered);
      s_.total_demanded[index] += p.bucket_demanded;
      s_.total_ordered[index] += p.bucket_ordered;
    }
    p.bucket_demanded = 0;
    p.bucket_ordered = 0;
    p.bucket_end = p.bucket_end >= b_.length ? never : p.bucket_end + b_.bucket;
  }
}

void Replication::add_deadline(PointState& p, const Deadline& deadline) {
  if (p.deadlines == none) {
    if (s_.idle_deadlines.empty()) {
      p.deadlines = static_cast<std::uint32_t>(s_.deadlines.size());
      s_.deadlines.emplace_back();
    } else {
      p.deadlines = s_.idle_deadlines.back();
      s_.idle_deadlines.pop_back();
    }
  }
  std::vector<Deadline>& heap = s_.deadlines[p.deadlines];
  heap.push_back(deadline);
  std::push_heap(heap.begin(), heap.end(), later_deadline);
  drop_stale_deadlines(p);
}

Deadline Replication::take_deadline(PointState& p) {
  std::vector<Deadline>& heap = s_.deadlines[p.deadlines];
  const Deadline due = heap.front();
  std::pop_heap(heap.begin(), heap.end(), later_deadline);
  heap.pop_back();
  return due;
}

/// Nobody waits here any more: the heap goes back.
void Replication::forget_deadlines(PointState& p) {
  if (p.deadlines == none) return;
  s_.deadlines[p.deadlines].clear();
  s_.idle_deadlines.push_back(p.deadlines);
  p.deadlines = none;
  p.next_deadline = never;
}

/// Afterwards the next deadline is that of somebody who is there; a heap that is empty goes back.
void Replication::drop_stale_deadlines(PointState& p) {
  p.next_deadline = never;
  if (p.deadlines == none) return;
  const std::vector<Deadline>& heap = s_.deadlines[p.deadlines];
  while (!heap.empty() && s_.entries[heap.front().entry].life != heap.front().life) take_deadline(p);
  if (heap.empty()) {
    forget_deadlines(p);
  } else {
    p.next_deadline = heap.front().at;
  }
}

void Replication::meet_deadline(PointState& p) {
  const Deadline due = take_deadline(p);
  if (s_.entries[due.entry].life == due.life) {
    if (engine::is_to_overtake(*this, due.entry, due.at))
      engine::overtake(*this, due.entry, due.at);
    else if (!engine::is_kept_on(*this, due.entry, due.at))
      cancel(due.entry, due.at);
  }
  drop_stale_deadlines(p);
}

void Replication::pull(std::uint32_t point, Time limit) {
  if (s_.points[point].sees_old_data || group_of(point) != nullptr) catch_up(point);
  pull_customers(point, limit);
}

void Replication::pull_customers(std::uint32_t point, Time limit) {
  PointState& p = s_.points[point];
  if (p.watches_record) return pull_with_losses(point, limit);
  if (p.next_arrival >= limit && p.next_deadline >= limit) return;
  const PointPlan& plan = b_.points[point];
  while (true) {
    // With one stream and nobody waiting, customers are served in a tight loop while stock lasts.
    if (plan.streams.count == 1 && p.backlog == 0 && p.next_arrival < limit) pull_one_stream(point, limit);
    if (p.next_arrival < limit && p.next_arrival <= p.next_deadline) {
      next_customer(point, p.next_arrival);
    } else if (p.next_deadline < limit) {
      meet_deadline(p);
    } else {
      break;
    }
  }
  if (p.deadline_wakes) arm_deadline(point);
}

namespace {

/// What customers of one stream who are served one after another add up to.
struct Stretch {
  Quantity served = 0;
  Wide moment = 0;  ///< the sum of their times
  Time last = never;
  std::uint64_t facts = 0;  ///< the sum of the hashes of one unit each, filled
};

/// Customers of a unit each before `until`, at most so many; whoever writes them down is told of each.
template <class Writer>
Stretch walk(Cursor& cursor, FactHash filled, Time until, Quantity most, const Writer& write_down) {
  Stretch stretch;
  for (Time at = cursor.time(); at < until && stretch.served < most; at = cursor.time()) {
    ++stretch.served;
    stretch.moment += at;
    stretch.last = at;
    stretch.facts += filled(at, cursor.number());
    write_down(at, cursor.number());
    cursor.advance();
  }
  return stretch;
}

/// Whether each customer of the stream is met from the shelf and nothing more comes of it, as long as there is stock.
bool walks_by(const Replication& r, const PointState& p, const StreamPlan& stream) {
  const StreamRules& rules = r.b_.rules(stream);
  return rules.unit_size && rules.critical_level <= 0 && !rules.loyalty && !p.held && !r.serve_is_named_ &&
         p.on_hand == p.on_record && p.on_hand > 0 && !p.reduced && !r.history_.is_watched(stream.who);
}

void count_stretch(const Stretch& stretch, PointState& p, StockIntegrals& sums) {
  sums.on_hand += stretch.moment;
  sums.on_record += stretch.moment;
  p.bucket_demanded += stretch.served;
}

/// They have taken their units, the last of them at that time.
void take_units(Quantity served, Time last, PointState& p, StockIntegrals& sums) {
  p.on_hand -= served;
  p.on_record = p.on_hand;
  if (p.on_hand == 0) sums.ready += last;
  if (served > 0) p.served_to = last;
  p.demanded += served;
}

void count_filled(OrderFacts& facts, Quantity orders_of_one) {
  facts.orders += orders_of_one;
  facts.orders_filled += orders_of_one;
  facts.orders_on_time += orders_of_one;
  facts.demand += orders_of_one;
  facts.filled += orders_of_one;
}

}  // namespace

/// Serves customers of the only stream as long as each is met from stock at once; stops before the first who is not, or
/// after `most`. How many were served.
Quantity Replication::pull_one_stream(std::uint32_t point, Time limit, Quantity most) {
  PointState& p = s_.points[point];
  const PointPlan& plan = b_.points[point];
  const std::uint32_t index = plan.streams.first;
  const StreamPlan& stream = b_.streams[index];
  if (!walks_by(*this, p, stream)) return 0;
  OrderFacts& facts = facts_at_arrival(index);
  StockIntegrals& sums = s_.stock_facts[point].integrals;
  const Time stop = std::min(limit, b_.rules(plan).discontinued);
  if (p.next_arrival < b_.rules(plan).listing.listed) return 0;
  Cursor cursor = cursor_of(index);
  const FactHash filled(stream.who, Fact::filled, 1);
  const Quantity there = std::min(p.on_hand, most);
  Quantity left = there;
  Time last = never;
  while (left > 0 && cursor.time() < stop) {
    if (cursor.time() >= p.bucket_end) roll_bucket(point, cursor.time());
    Time until = std::min(stop, p.bucket_end);
    const bool kept = history_.keeps(cursor.time());
    if (kept) until = std::min(until, b_.length);
    const Stretch stretch = writes_orders() ? walk(cursor, filled, until, left,
                                                   [&](Time at, std::uint64_t number) {
                                                     s_.closed_orders.push_back({at, number, index, none});
                                                   })
                                            : walk(cursor, filled, until, left, [](Time, std::uint64_t) {});
    if (kept) history_.add(stretch.facts);
    left -= stretch.served;
    last = stretch.last;
    count_stretch(stretch, p, sums);
  }
  const Quantity served = there - left;
  take_units(served, last, p, sums);
  count_filled(facts, served);
  customers_ += static_cast<std::uint64_t>(served);
  move_to(index, cursor);
  p.next_arrival = cursor.time();
  if (last == now_.tick) want_own_review_if_below(point);
  return served;
}

void Replication::count_demand(std::uint32_t point, Quantity units, Time at) {
  PointState& p = s_.points[point];
  if (at >= p.bucket_end) roll_bucket(point, at);
  p.bucket_demanded += units;
  p.demanded += units;
}

/// The next customer of the point: of the streams whose next arrival is `at`, the first declared.
void Replication::next_customer(std::uint32_t point, Time at) {
  PointState& p = s_.points[point];
  const Rows streams = b_.points[point].streams;
  std::uint32_t chosen = streams.first;
  while (s_.streams[chosen].next != at) ++chosen;
  Cursor cursor = cursor_of(chosen);
  const Quantity units = cursor.size();
  const std::uint64_t number = cursor.number();
  cursor.advance();
  move_to(chosen, cursor);
  p.next_arrival = never;
  for (std::uint32_t k = streams.first; k < streams.end(); ++k)
    p.next_arrival = std::min(p.next_arrival, s_.streams[k].next);
  if (units == 0 || !engine::comes(*this, chosen, number, at)) return;
  if (engine::stays_away(*this, chosen, number, units, at)) return;
  ++customers_;
  if (engine::has_basket(*this, chosen)) {
    engine::order_lines(*this, point, chosen, number, units, at);
    if (at == now_.tick) want_own_review_if_below(point);
    return;
  }
  count_demand(point, units, at);
  if (serve_is_named_) {
    wait_for_service(point, {chosen, number, units}, at);
  } else {
    serve_first_visit(point, chosen, number, units, at, none);
  }
  if (at == now_.tick) want_own_review_if_below(point);
}

}  // namespace restock
