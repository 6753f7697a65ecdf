// Cancellation: who waits no longer leaves every ledger that he is in at the moment at which it happens.
#include "engine/baskets.hpp"
#include "engine/goodwill.hpp"
#include "engine/neighbours.hpp"
#include "engine/payment.hpp"
#include "engine/promises.hpp"
#include "engine/replication.hpp"
#include "engine/together.hpp"
#include "engine/visits.hpp"

#include <utility>
#include <vector>

namespace restock {

namespace {

/// Whether the units had been in the backlog.
bool take_off_ledgers(Replication& r, std::uint32_t slot, Time at) {
  Entry& entry = r.s_.entries[slot];
  const std::uint32_t point = entry.point;
  PointState& p = r.s_.points[point];
  OrderFacts& facts = r.facts_of(entry);
  const Quantity units = entry.remaining;
  const std::uint32_t call = is_called(entry) ? entry.order : none;
  if (call == none) {
    r.change_backlog(point, -units, true, at);
    r.s_.queues[p.first_queue + entry.queue].units -= units;
  }
  r.leave_cohort(entry.cohort, units, at);
  if (entry.cohort) {
    r.left_[r.b_.points[point].sketch_group].add(at - entry.arrived, units);
    r.left_for_[index_of(entry.leaves)].add(at - entry.arrived, units);
  }
  engine::lose_goodwill(r, entry.stream, &LoyaltyRules::cancelled);
  r.s_.stock_facts[point].cancelled += units;
  const bool by_seller = entry.leaves == Leaves::seller_limit || entry.leaves == Leaves::payment;
  if (entry.leaves == Leaves::payment) engine::customer_facts_of(r, entry.stream, entry.cohort).payment_failed += units;
  (by_seller ? facts.cancelled_by_seller : facts.cancelled_by_customer) += units;
  if (r.s_.side.tells) engine::count_leaver(r, entry, units);
  engine::pay_back(r, entry, units);
  facts.queue_time += widen(units, at - entry.arrived);
  if (entry.promise < never) (at >= entry.promise ? facts.promised : facts.cancelled_before_due) += units;
  r.history_.note(r.b_.streams[entry.stream].who, by_seller ? Fact::cancelled_by_seller : Fact::cancelled_by_customer,
                  at, entry.number, units);
  if (entry.row != none) r.s_.open_rows[entry.row].cancelled += units;
  r.close_row(entry.row, by_seller ? Outcome::cancelled_by_seller : Outcome::cancelled_by_customer, at);
  engine::line_ended(r, entry.basket, false, false);
  if (call != none) engine::call_is_left(r, call);
  r.unlink(slot);
  return call == none;
}

/// Units that were waited for are not any more.
void has_cancelled(Replication& r, std::uint32_t point, Quantity units, Time at) {
  if (r.b_.rules(r.b_.points[point]).on_cancel != CancelRule::keep_supply) {
    r.s_.side.to_withdraw[point] += units;
    r.want(EventKind::withdraw, at, r.b_.points[point].review_rank, point);
  }
  if (r.allocatable(point) > 0) r.allocate(point, at);
}

}  // namespace

/// A deadline has come: the entry leaves every ledger it is in, now, and so does all that ships with it.
void Replication::cancel(std::uint32_t slot, Time at) {
  const Entry& cancelled = s_.entries[slot];
  if (!cancelled.together) {
    const std::uint32_t point = cancelled.point;
    const Quantity units = cancelled.remaining;
    if (take_off_ledgers(*this, slot, at)) has_cancelled(*this, point, units, at);
    return;
  }
  std::vector<std::pair<std::uint32_t, Quantity>> left;
  const Leaves leaves = cancelled.leaves;
  for (const std::uint32_t line : engine::lines_of(*this, cancelled)) {
    s_.entries[line].leaves = leaves;
    left.emplace_back(s_.entries[line].point, s_.entries[line].remaining);
    take_off_ledgers(*this, line, at);
  }
  for (const auto& [point, units] : left) has_cancelled(*this, point, units, at);
}

}  // namespace restock
