// How the dates of those who wait stand, and whoever has to hear of it. Dates are those of the announced supply that
// reaches a customer by his place in the queue, so nothing is kept of them but what he was told last.
#include "engine/promises.hpp"
#include "engine/rationing.hpp"
#include "engine/together.hpp"
#include "engine/visits.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace restock::engine {

namespace {

void plan_next_look(Replication& r, std::uint32_t stream, Time after) {
  const Time every = look_every(promise_rules_of(r, stream).updates);
  if (every == 0) return;
  const Time at = calendar_instant(after + 1, every, 0);
  const std::uint32_t rank = r.b_.points[r.b_.streams[stream].point.index()].dispatch_rank;
  if (at < r.end_) r.schedule(EventKind::promises, at, rank, stream, stream);
}

/// He is told a date; returns whether he leaves for it, at once.
bool tell(Replication& r, std::uint32_t slot, Time date) {
  Entry& entry = r.s_.entries[slot];
  PromiseState& promise = r.s_.side.promises[slot];
  const DiscontentRules& discontent = promise_rules_of(r, entry.stream).discontent;
  const Time at = r.now_.tick;
  const bool slips = promise.told < never && date > promise.told;
  PromiseFacts& facts = promise_facts_of(r, entry);
  ++facts.updates;
  if (slips) ++facts.slips;
  r.history_.note(r.b_.streams[entry.stream].who, Fact::told, at, entry.number, 0, date);
  if (entry.row != none) r.s_.told_rows.push_back({entry.stream, entry.number, at, date, false});
  promise.left -= discontent.of_silence(promise.told, at) + discontent.of_slip(promise.told, date);
  promise.told = date;
  if (!(promise.left > 0.0)) {
    entry.leaves = slips ? Leaves::slip : Leaves::silence;
    return true;
  }
  expect_deadline(r, slot);
  return false;
}

/// Units that have to be there before somebody who waits has his, his own included.
Quantity need_of(const Replication& r, const Entry& entry) {
  const PointState& p = r.s_.points[entry.point];
  Quantity need = kept_from_customers(r, entry.stream) - std::max<Quantity>(0, p.on_record);
  for (unsigned q = 0; q < entry.queue; ++q) need += r.s_.queues[p.first_queue + q].units;
  for (std::uint32_t slot = r.s_.queues[p.first_queue + entry.queue].head;; slot = r.s_.entries[slot].next) {
    need += r.s_.entries[slot].remaining;
    if (r.s_.entries[slot].life == entry.life) return need;
  }
}

/// The date of somebody whom the announced supply, or what is beyond it, reaches then.
Time listed_date(const Replication& r, std::uint32_t point, Time date, Time at) {
  return r.b_.rules(r.b_.points[point]).listing.date(date < never ? std::max(at, date) : never);
}

/// When somebody who waits can be served, as far as the seller knows; a review at or after `not_yet` is still to come.
Time date_in_queue(const Replication& r, const Entry& entry, Time at, Time not_yet) {
  const Quantity need = need_of(r, entry);
  Time date = need <= 0 ? at : AnnouncedSupply(r, entry.point).date_of(need);
  if (date == never) date = r.beyond_announced(entry.point, 0, at, not_yet);
  return listed_date(r, entry.point, date, at);
}

/// Of an order that ships together, when the last of its lines can be; and the most that a quote puts on top of one.
struct LastLine {
  Time date = INT64_MIN;  // ticks of the warm-up are below 0
  Time top = 0;
};
LastLine last_line(Replication& r, const Entry& entry, Time at, Time not_yet) {
  LastLine last;
  for (const std::uint32_t slot : lines_of(r, entry)) {
    const Entry& line = r.s_.entries[slot];
    last.date = std::max(last.date, date_in_queue(r, line, at, not_yet));
    last.top = std::max(last.top, lateness(r, line.point, promise_rules_of(r, line.stream).quoting));
  }
  return last;
}

bool is_further_line(const Replication& r, std::uint32_t slot) {
  const Entry& entry = r.s_.entries[slot];
  return entry.together && first_line_of(r, entry) != slot;
}

struct Leaver {
  std::uint32_t slot;
  std::uint32_t life;
};

/// A look at the promises of a stream: through the first queue, if there is one, and then through its class.
class Look {
 public:
  Look(Replication& r, std::uint32_t stream)
      : r_(r),
        stream_(stream),
        point_(static_cast<std::uint32_t>(r.b_.streams[stream].point.index())),
        at_(r.now_.tick),
        supply_(r, point_),
        need_(kept_from_customers(r, stream) - std::max<Quantity>(0, r.s_.points[point_].on_record)),
        top_(lateness(r, point_, rules().quoting)) {}

  /// Whoever has to hear something hears it; returns who leaves.
  std::vector<Leaver> tell_all() {
    const PointState& p = r_.s_.points[point_];
    const unsigned own = p.first_class + r_.b_.rules(r_.b_.streams[stream_]).queue;
    for (unsigned q = 0; q <= own; ++q) {
      const Queue& queue = r_.s_.queues[p.first_queue + q];
      if (q < p.first_class || q == own)
        go_through(queue);
      else
        need_ += queue.units;
    }
    return leavers_;
  }

 private:
  const PromiseRules& rules() const { return promise_rules_of(r_, stream_); }
  void go_through(const Queue& queue) {
    for (std::uint32_t slot = queue.head; slot != none; slot = r_.s_.entries[slot].next) {
      const Entry& entry = r_.s_.entries[slot];
      need_ += entry.remaining;
      if (entry.stream != stream_ || entry.number == initial_customer || is_further_line(r_, slot)) continue;
      const LastLine last = entry.together ? last_line(r_, entry, at_, at_) : LastLine{date(), top_};
      const Time date = date_of_news(rules().quoting, last.date, last.top);
      if (tells(rules().updates, r_.s_.side.promises[slot].told, date) && tell(r_, slot, date))
        leavers_.push_back({slot, r_.s_.entries[slot].life});
    }
  }
  /// Of an order whose need is the one so far.
  Time date() {
    Time date = need_ <= 0 ? at_ : supply_.date_of(need_);
    if (date == never) {
      if (!beyond_) beyond_ = r_.beyond_announced(point_, 0, at_, at_);
      date = *beyond_;
    }
    return listed_date(r_, point_, date, at_);
  }

  Replication& r_;
  std::uint32_t stream_;
  std::uint32_t point_;
  Time at_;
  AnnouncedSupply supply_;
  Quantity need_;
  Time top_;
  std::optional<Time> beyond_;  ///< once somebody has asked
  std::vector<Leaver> leavers_;
};

}  // namespace

void start_promises(Replication& r) {
  if (!r.s_.side.tells) return;
  for (std::uint32_t stream = 0; stream < r.b_.streams.size(); ++stream) plan_next_look(r, stream, r.now_.tick);
}

void on_promises(Replication& r, std::uint32_t stream) {
  const auto point = static_cast<std::uint32_t>(r.b_.streams[stream].point.index());
  plan_next_look(r, stream, r.now_.tick);
  r.touch(point);
  if (r.s_.points[point].customer_backlog == 0) return;
  for (const Leaver& leaver : Look(r, stream).tell_all())  // one who leaves may bring others what they wait for
    if (r.s_.entries[leaver.slot].life == leaver.life) r.cancel(leaver.slot, r.now_.tick);
  r.drop_stale_deadlines(r.s_.points[point]);
  r.arm(point);
}

Missed missed_promises(const Replication& r, std::uint32_t point) {
  const PointState& p = r.s_.points[point];
  const ListingRules& listing = r.b_.rules(r.b_.points[point]).listing;
  Missed missed;
  Quantity ahead = -std::max<Quantity>(0, p.on_record);
  for (unsigned q = 0; q < r.queues_of(point); ++q)
    for (std::uint32_t slot = r.s_.queues[p.first_queue + q].head; slot != none; slot = r.s_.entries[slot].next) {
      const Entry& entry = r.s_.entries[slot];
      ahead += entry.remaining;
      if (entry.stream == none || entry.number == initial_customer) continue;
      const Time told = r.s_.side.tells ? promise_of(r, slot).told : entry.promise;
      const Quantity need = ahead + kept_from_customers(r, entry.stream);
      const Time date = need <= 0 ? r.now_.tick : AnnouncedSupply(r, point).date_of(need);
      if (date == never || told == never || listing.date(std::max(r.now_.tick, date)) <= told) continue;
      missed.units += entry.remaining;
      missed.first = std::min(missed.first, told);
    }
  return missed;
}

bool is_kept_on(Replication& r, std::uint32_t slot, Time at) {
  const Entry& entry = r.s_.entries[slot];
  const StreamPlan& plan = r.b_.streams[entry.stream];
  const auto& rules = r.b_.rules(plan).reassess;
  if (!rules || entry.leaves != Leaves::seller_limit) return false;
  CustomerFacts& facts = customer_facts_of(r, entry.stream, entry.cohort);
  ++facts.reassessed;
  // Limits are met with demand, whenever customers are served.
  const Time not_yet = r.review_before_demand_ ? at + 1 : at;
  Time date = entry.promise;
  if (entry.together)
    date = last_line(r, entry, at, not_yet).date;
  else if (!is_called(entry))
    date = date_in_queue(r, entry, at, not_yet);
  if (date > later(at, rules->within)) return false;
  ++facts.kept_on;
  PromiseState& promise = r.s_.side.promises[slot];
  promise.limit = later(at, rules->again);
  r.history_.note(plan.who, Fact::kept_on, at, entry.number, 0, promise.limit);
  expect_deadline(r, slot);
  return true;
}

}  // namespace restock::engine
