// Promises that move. Dates are those of the announced supply that reaches a customer by his place in the queue, so
// nothing is kept of them but what he was told last.
#include "engine/promises.hpp"

#include "engine/rationing.hpp"
#include "engine/together.hpp"
#include "engine/visits.hpp"
#include "random/math.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace restock::engine {

namespace {

const PromiseRules& promise_rules_of(const Replication& r, std::uint32_t stream) {
  return r.b_.rules(r.b_.streams[stream]).promises;
}

PromiseFacts& promise_facts_of(Replication& r, const Entry& entry) {
  return entry.cohort ? r.s_.promise_facts[entry.stream] : r.s_.side.nobodys_promises;
}

void plan_next_look(Replication& r, std::uint32_t stream, Time after) {
  const Time every = look_every(promise_rules_of(r, stream).updates);
  if (every == 0) return;
  const Time at = calendar_instant(after + 1, every, 0);
  const std::uint32_t rank = r.b_.points[r.b_.streams[stream].point.index()].dispatch_rank;
  if (at < r.end_) r.schedule(EventKind::promises, at, rank, stream, stream);
}

/// When he leaves as things are, and whose deadline it is.
Time leaves_at(const DiscontentRules& discontent, const PromiseState& promise, Leaves& why) {
  const Time silence = discontent.enough_at(promise.told, promise.left);
  const Time first = std::min(promise.patience, promise.limit);
  why = promise.limit < promise.patience ? Leaves::seller_limit : Leaves::patience;
  if (silence < first) why = Leaves::silence;
  return std::min(silence, first);
}

}  // namespace

Time leaves_at(const Replication& r, std::uint32_t slot) {
  Leaves why{};
  return leaves_at(promise_rules_of(r, r.s_.entries[slot].stream).discontent, r.s_.side.promises[slot], why);
}

void expect_deadline(Replication& r, std::uint32_t slot) {
  Entry& entry = r.s_.entries[slot];
  const PromiseState& promise = r.s_.side.promises[slot];
  const Time leaves = leaves_at(promise_rules_of(r, entry.stream).discontent, promise, entry.leaves);
  const Time deadline = std::min(leaves, promise.overtakes);
  entry.life = ++r.s_.lives;  // what stood in the heap is of another life
  PointState& p = r.s_.points[entry.point];
  if (deadline < never)
    r.add_deadline(p, {deadline, entry.stream, slot, entry.number, entry.life});
  else
    r.drop_stale_deadlines(p);
}

namespace {

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

/// When somebody who waits can be served, as far as the seller knows; a review at or after `not_yet` is still to come.
Time date_in_queue(const Replication& r, const Entry& entry, Time at, Time not_yet) {
  const Quantity need = need_of(r, entry);
  Time date = need <= 0 ? at : AnnouncedSupply(r, entry.point).date_of(need);
  if (date == never) date = r.beyond_announced(entry.point, 0, at, not_yet);
  return r.b_.rules(r.b_.points[entry.point]).listing.date(date < never ? std::max(at, date) : never);
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

/// What somebody who waits has been told; of an order that ships together its first line has.
const PromiseState& promise_of(const Replication& r, std::uint32_t slot) {
  const Entry& entry = r.s_.entries[slot];
  return r.s_.side.promises[entry.together ? first_line_of(r, entry) : slot];
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
    return r_.b_.rules(r_.b_.points[point_]).listing.date(date < never ? std::max(at_, date) : never);
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

void reset_promises(Replication& r) {
  SideTables& side = r.s_.side;
  side.tells = std::ranges::any_of(r.b_.stream_rules, [](const StreamRules& rules) { return rules.promises.move(); });
  side.promises.clear();
  side.reassesses =
      std::ranges::any_of(r.b_.stream_rules, [](const StreamRules& rules) { return rules.reassess.has_value(); });
  side.overtakes =
      std::ranges::any_of(r.b_.stream_rules, [](const StreamRules& rules) { return rules.first_after < never; });
  const bool learns = std::ranges::any_of(
      r.b_.stream_rules, [](const StreamRules& rules) { return asks_lateness(rules.promises.quoting) > 0.0; });
  side.customers.lateness.assign(learns ? r.b_.points.size() : 0, {});
  r.s_.promise_facts.assign(side.tells ? r.b_.streams.size() : 0, {});
}

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

Time begin_promise(Replication& r, std::uint32_t slot, Time patience, Time limit) {
  std::vector<PromiseState>& all = r.s_.side.promises;
  if (slot >= all.size()) all.resize(slot + 1);
  Entry& entry = r.s_.entries[slot];
  PromiseState& promise = all[slot];
  promise = {entry.promise, 0.0, never, patience, limit, never};
  // Who is called for is in no queue.
  if (!is_called(entry)) promise.overtakes = later(entry.arrived, r.b_.rules(r.b_.streams[entry.stream]).first_after);
  const PromiseRules& rules = promise_rules_of(r, entry.stream);
  if (rules.discontent.any()) {
    Draws draws(r.luck_.at(r.b_.streams[entry.stream].who, Purpose::discontent, entry.number));
    promise.left = -own_log(draws.uniform());
  } else {
    promise.left = 1.0;  // nothing takes from it
  }
  promise.unheard = rules.discontent.enough_at(promise.told, promise.left);
  return std::min(leaves_at(rules.discontent, promise, entry.leaves), promise.overtakes);
}

void promise_ends(Replication& r, std::uint32_t slot, Quantity units, Time at, Time out) {
  const Entry& entry = r.s_.entries[slot];
  if (entry.number == initial_customer || !promise_rules_of(r, entry.stream).move()) return;
  const PromiseState& promise = promise_of(r, slot);
  PromiseFacts& facts = promise_facts_of(r, entry);
  if (promise.told < never) {
    facts.told += units;
    if (out <= promise.told) facts.told_kept += units;
  }
  if (at > promise.unheard) facts.saved += units;
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

void note_lateness(Replication& r, std::uint32_t point, Time announced) {
  std::vector<LatenessState>& all = r.s_.side.customers.lateness;
  if (all.empty()) return;
  all[point].seen.add(std::max<Time>(0, r.now_.tick - announced), 1);
  all[point].asked = 0.0;
}

Time lateness(Replication& r, std::uint32_t point, const Quoting& quoting) {
  const double quantile = asks_lateness(quoting);
  if (!(quantile > 0.0)) return 0;
  LatenessState& state = r.s_.side.customers.lateness[point];
  if (state.asked != quantile) {
    state.asked = quantile;
    state.answer = state.seen.at_most(quantile);
  }
  return state.answer;
}

void count_leaver(Replication& r, const Entry& entry, Quantity units) {
  if (entry.leaves == Leaves::slip) promise_facts_of(r, entry).cancelled_slip += units;
  if (entry.leaves == Leaves::silence) promise_facts_of(r, entry).cancelled_silence += units;
}

}  // namespace restock::engine
