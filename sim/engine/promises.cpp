// What is kept of those who wait: what they were told last, how much they bear, when they leave for it; and how late
// supply has been.
#include "engine/promises.hpp"

#include "engine/together.hpp"
#include "random/math.hpp"

#include <algorithm>
#include <vector>

namespace restock::engine {

namespace {

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

const PromiseState& promise_of(const Replication& r, std::uint32_t slot) {
  const Entry& entry = r.s_.entries[slot];
  return r.s_.side.promises[entry.together ? first_line_of(r, entry) : slot];
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
