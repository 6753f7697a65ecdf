// The twin's wrong records: stock that vanishes unseen, one event for each loss, and counts.
#include "twin/world.hpp"

#include <algorithm>
#include <cstdlib>

namespace restock::twin {

Draws World::draws_of(std::uint32_t at, Purpose why, std::uint64_t nth) const {
  return Draws({seed_, replication_, b_.points[at].who, why, nth});
}

void World::start_records(std::uint32_t at) {
  const RecordRules& rules = b_.points[at].records;
  Point& p = points_[at];
  p.exposed_to = now_.tick;
  if (rules.shrinkage > 0.0) {
    Draws draws = draws_of(at, Purpose::shrinkage, 0);
    p.loses_at = exposure_to_loss(rules.shrinkage, draws);
    expect_loss(at);
  }
  if (rules.theft) expect_theft(at, 0, now_.tick);
  if (rules.counts) expect_count(at, 0, now_.tick - 1);
}

/// Counts the units × ticks since the level last changed.
void World::expose(std::uint32_t at) {
  Point& p = points_[at];
  p.exposure += widen(p.on_hand, now_.tick - p.exposed_to);
  p.exposed_to = now_.tick;
}

/// When the next unit shrinks away if the level stays as it is; what was expected before does not count any more.
void World::expect_loss(std::uint32_t at) {
  Point& p = points_[at];
  ++p.expectation;
  Wide wait = 0;
  if (p.exposure < p.loses_at) {
    if (p.on_hand == 0) return;
    const Wide missing = p.loses_at - p.exposure;
    wait = missing / p.on_hand + (missing % p.on_hand != 0 ? 1 : 0);
    if (wait >= never) return;
  }
  const Time when = later(now_.tick, static_cast<Time>(wait));
  if (when < never) calendar_.put({when, 1, at, 2, 0, p.expectation}, {Kind::loss, at, p.expectation});
}

void World::expect_theft(std::uint32_t at, std::uint64_t number, Time last) {
  const Time when = b_.points[at].records.theft->after(
      last, number, {seed_, replication_, b_.points[at].who, Purpose::theft_gap, number});
  if (when < never) calendar_.put({when, 1, at, 3, 0, number}, {Kind::theft, at, number});
}

void World::expect_count(std::uint32_t at, std::uint64_t number, Time last) {
  const Address address{seed_, replication_, b_.points[at].who, Purpose::count_time, number};
  const Time when =
      std::visit([&](const auto& plan) { return plan.after(last, number, address); }, *b_.points[at].records.counts);
  if (when < never) schedule(Kind::count, when, b_.points[at].dispatch_rank, 1, at, number);
}

void World::vanish(std::uint32_t at, Quantity units) {
  const Quantity lost = std::min(units, points_[at].on_hand);
  if (lost == 0) return;
  change(at, &Point::on_hand, -lost);
  facts(at).shrunk += lost;
  history_.note(b_.points[at].who, Fact::shrunk, now_.tick, 0, lost);
}

void World::loss(std::uint32_t at, std::uint64_t expectation) {
  Point& p = points_[at];
  if (p.expectation != expectation) return;
  Draws draws = draws_of(at, Purpose::shrinkage, ++p.losses);
  expose(at);
  p.loses_at += exposure_to_loss(b_.points[at].records.shrinkage, draws);
  vanish(at, 1);
  expect_loss(at);
}

void World::theft(std::uint32_t at, std::uint64_t number) {
  Draws draws = draws_of(at, Purpose::theft_size, number);
  expect_theft(at, number + 1, now_.tick);
  vanish(at, sample_quantity(b_.points[at].records.theft->size.law, draws));
}

/// Units leave the shelf for somebody who was sold them; the record follows.
void World::ship_out(std::uint32_t at, Quantity units) {
  const Quantity before = points_[at].on_record;
  change(at, &Point::on_hand, -units);
  change(at, &Point::on_record, -units);
  if (b_.points[at].records.count_on_zero && before > 0 && before <= units) call_for_count(at);
}

void World::call_for_count(std::uint32_t at) {
  schedule(Kind::count, now_.tick, b_.points[at].dispatch_rank, 0, at, called_for);
}

void World::count(std::uint32_t at, std::uint64_t number) {
  Point& p = points_[at];
  if (number != called_for) expect_count(at, number + 1, now_.tick);
  Draws draws = draws_of(at, Purpose::count_result, next_of_day(p.count_day));
  const Quantity found = b_.points[at].records.reading.of(p.on_hand, draws);
  facts(at).counts += 1;
  facts(at).record_adjusted += std::abs(found - p.on_record);
  history_.note(b_.points[at].who, Fact::counted, now_.tick, 0, found);
  change(at, &Point::on_record, found - p.on_record);
  if (serve_named_)
    schedule(Kind::serve, now_.tick, b_.points[at].dispatch_rank, 0, at);
  else
    allocate(at);
  review_if_low(at);
}

}  // namespace restock::twin
