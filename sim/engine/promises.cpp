// Promises that move. Dates are those of the announced supply that reaches a customer by his place in the queue, so
// nothing is kept of them but what he was told last.
#include "engine/promises.hpp"

#include "engine/rationing.hpp"
#include "random/math.hpp"

#include <algorithm>
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
  why = silence < promise.patience ? Leaves::silence : promise.seller_first ? Leaves::seller_limit : Leaves::patience;
  return std::min(silence, promise.patience);
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
  promise.left -= discontent.of_silence(promise.told, at) + discontent.of_slip(promise.told, date);
  promise.told = date;
  if (!(promise.left > 0.0)) {
    entry.leaves = slips ? Leaves::slip : Leaves::silence;
    return true;
  }
  const Time deadline = leaves_at(discontent, promise, entry.leaves);
  entry.life = ++r.s_.lives;  // what stood in the heap is of another life
  PointState& p = r.s_.points[entry.point];
  if (deadline < never)
    r.add_deadline(p, {deadline, entry.stream, slot, entry.number, entry.life});
  else
    r.drop_stale_deadlines(p);
  return false;
}

struct Leaver {
  std::uint32_t slot;
  std::uint32_t life;
};

/// Whoever has to hear something hears it; returns who leaves.
std::vector<Leaver> tell_all(Replication& r, std::uint32_t stream) {
  const std::uint32_t point = static_cast<std::uint32_t>(r.b_.streams[stream].point.index());
  const PointState& p = r.s_.points[point];
  const StreamRules& rules = r.b_.rules(r.b_.streams[stream]);
  const Time at = r.now_.tick;
  std::vector<Leaver> leavers;
  AnnouncedSupply supply(r, point);
  Quantity need = kept_from_customers(r, stream) - std::max<Quantity>(0, p.on_record);
  for (unsigned q = 0; q < rules.queue; ++q) need += r.s_.queues[p.first_queue + q].units;
  bool asked = false;
  Time beyond = never;
  for (std::uint32_t slot = r.s_.queues[p.first_queue + rules.queue].head; slot != none;) {
    const Entry& entry = r.s_.entries[slot];
    const std::uint32_t next = entry.next;
    need += entry.remaining;
    if (entry.stream == stream && entry.number != initial_customer) {
      Time eta = need <= 0 ? at : supply.date_of(need);
      if (eta == never) {
        if (!asked) beyond = r.beyond_announced(point, 0, at, at);
        asked = true;
        eta = beyond;
      }
      const Time date = date_of_news(rules.promises.quoting, eta < never ? std::max(at, eta) : never);
      if (tells(rules.promises.updates, r.s_.side.promises[slot].told, date) && tell(r, slot, date))
        leavers.push_back({slot, r.s_.entries[slot].life});
    }
    slot = next;
  }
  return leavers;
}

}  // namespace

void reset_promises(Replication& r) {
  SideTables& side = r.s_.side;
  side.tells = std::ranges::any_of(r.b_.stream_rules, [](const StreamRules& rules) { return rules.promises.move(); });
  side.promises.clear();
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
  for (const Leaver& leaver : tell_all(r, stream))  // one who leaves may bring others what they wait for
    if (r.s_.entries[leaver.slot].life == leaver.life) r.cancel(leaver.slot, r.now_.tick);
  r.drop_stale_deadlines(r.s_.points[point]);
  r.arm(point);
}

Time begin_promise(Replication& r, std::uint32_t slot, Time deadline) {
  std::vector<PromiseState>& all = r.s_.side.promises;
  if (slot >= all.size()) all.resize(slot + 1);
  Entry& entry = r.s_.entries[slot];
  PromiseState& promise = all[slot];
  promise = {entry.promise, 0.0, never, deadline, entry.leaves == Leaves::seller_limit};
  const PromiseRules& rules = promise_rules_of(r, entry.stream);
  if (rules.discontent.any()) {
    Draws draws(r.luck_.at(r.b_.streams[entry.stream].who, Purpose::discontent, entry.number));
    promise.left = -own_log(draws.uniform());
  } else {
    promise.left = 1.0;  // nothing takes from it
  }
  promise.unheard = rules.discontent.enough_at(promise.told, promise.left);
  return leaves_at(rules.discontent, promise, entry.leaves);
}

void promise_ends(Replication& r, std::uint32_t slot, Quantity units, Time at) {
  const Entry& entry = r.s_.entries[slot];
  if (entry.number == initial_customer || !promise_rules_of(r, entry.stream).move()) return;
  const PromiseState& promise = r.s_.side.promises[slot];
  PromiseFacts& facts = promise_facts_of(r, entry);
  if (promise.told < never) {
    facts.told += units;
    if (at <= promise.told) facts.told_kept += units;
  }
  if (at > promise.unheard) facts.saved += units;
}

void count_leaver(Replication& r, const Entry& entry, Quantity units) {
  if (entry.leaves == Leaves::slip) promise_facts_of(r, entry).cancelled_slip += units;
  if (entry.leaves == Leaves::silence) promise_facts_of(r, entry).cancelled_silence += units;
}

}  // namespace restock::engine
