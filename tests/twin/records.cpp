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
    p.shrinks.due = exposure_to_loss(rules.shrinkage, draws);
    expect_loss(at);
  }
  if (rules.misplaced) {
    Draws draws = draws_of(at, Purpose::misplacing, 0);
    p.hides.due = exposure_to_loss(rules.misplaced->rate, draws);
    expect_misplacement(at);
  }
  if (rules.theft) expect_theft(at, 0, now_.tick);
  if (rules.counts) expect_count(at, 0, now_.tick - 1);
  if (rules.posting.sales_every > 0) expect_sales_posting(at, now_.tick);
}

/// Counts the units × ticks since the level last changed.
void World::expose(std::uint32_t at) {
  Point& p = points_[at];
  for (UnitClock* clock : {&p.shrinks, &p.hides}) clock->exposure += widen(p.findable(), now_.tick - p.exposed_to);
  p.exposed_to = now_.tick;
}

/// When it happens next to one of so many units, if they stay as many.
Time World::when_due(const UnitClock& clock, Quantity units) const {
  if (clock.exposure >= clock.due) return now_.tick;
  if (units == 0) return never;
  const Wide missing = clock.due - clock.exposure;
  const Wide wait = missing / units + (missing % units != 0 ? 1 : 0);
  return wait >= never ? never : later(now_.tick, static_cast<Time>(wait));
}

/// When the next unit shrinks away if the level stays as it is; what was expected before does not count any more.
void World::expect_loss(std::uint32_t at) {
  if (b_.points[at].records.shrinkage <= 0.0) return;
  Point& p = points_[at];
  ++p.shrinks.expectation;
  const Time when = when_due(p.shrinks, p.findable());
  if (when < never) calendar_.put({when, 1, at, 5, 0, p.shrinks.expectation}, {Kind::loss, at, p.shrinks.expectation});
}

void World::expect_misplacement(std::uint32_t at) {
  if (!b_.points[at].records.misplaced) return;
  Point& p = points_[at];
  ++p.hides.expectation;
  const Time when = when_due(p.hides, p.findable());
  if (when < never)
    calendar_.put({when, 1, at, 7, 0, p.hides.expectation}, {Kind::misplacement, at, p.hides.expectation});
}

void World::expect_theft(std::uint32_t at, std::uint64_t number, Time last) {
  const Time when = b_.points[at].records.theft->after(
      last, number, {seed_, replication_, b_.points[at].who, Purpose::theft_gap, number});
  if (when < never) calendar_.put({when, 1, at, 6, 0, number}, {Kind::theft, at, number});
}

void World::expect_count(std::uint32_t at, std::uint64_t number, Time last) {
  const Address address{seed_, replication_, b_.points[at].who, Purpose::count_time, number};
  const Time when =
      std::visit([&](const auto& plan) { return plan.after(last, number, address); }, *b_.points[at].records.counts);
  if (when < never) schedule(Kind::count, when, b_.points[at].dispatch_rank, 1, at, number);
}

void World::vanish(std::uint32_t at, Quantity units) {
  const Quantity lost = std::min(units, points_[at].findable());
  if (lost == 0) return;
  change(at, &Point::on_hand, -lost);
  facts(at).shrunk += lost;
  history_.note(b_.points[at].who, Fact::shrunk, now_.tick, 0, lost);
}

void World::loss(std::uint32_t at, std::uint64_t expectation) {
  Point& p = points_[at];
  if (p.shrinks.expectation != expectation) return;
  Draws draws = draws_of(at, Purpose::shrinkage, ++p.shrinks.falls);
  expose(at);
  p.shrinks.due += exposure_to_loss(b_.points[at].records.shrinkage, draws);
  Draws own = draws_of(at, Purpose::shrinkage, p.shrinks.falls - 1);
  own.next();
  if (p.findable() > 0 && own.uniform() * static_cast<double>(p.findable()) < static_cast<double>(p.shelf))
    take_off_shelf(at, 1);
  vanish(at, 1);
  expect_loss(at);
}

/// A unit is put where nobody finds it; it stays on hand.
void World::misplacement(std::uint32_t at, std::uint64_t expectation) {
  Point& p = points_[at];
  const MisplacedRule& rule = *b_.points[at].records.misplaced;
  if (p.hides.expectation != expectation) return;
  settle(at);
  expose(at);
  const std::uint64_t number = p.hides.falls++;
  Draws next = draws_of(at, Purpose::misplacing, p.hides.falls);
  p.hides.due += exposure_to_loss(rule.rate, next);
  if (p.findable() > 0) {
    Time found = never;
    if (rule.found) {
      Draws search = draws_of(at, Purpose::finding, number);
      found = later(now_.tick, std::max<Time>(1, rule.found->sample_ticks(search)));
    }
    p.misplaced.emplace(number, found);
    if (found < never) calendar_.put({found, 1, at, 8, 0, number}, {Kind::find, at, number});
    history_.note(b_.points[at].who, Fact::misplaced, now_.tick, number, 1);
  }
  expect_loss(at);
  expect_misplacement(at);
  shelf_follows(at);
}

void World::take_from_hidden(std::uint32_t at, std::uint64_t number) {
  settle(at);
  expose(at);
  points_[at].misplaced.erase(number);
  history_.note(b_.points[at].who, Fact::found, now_.tick, number, 1);
  expect_loss(at);
  expect_misplacement(at);
}

void World::find(std::uint32_t at, std::uint64_t number) {
  if (points_[at].misplaced.count(number) == 0) return;  // a count has found it
  take_from_hidden(at, number);
  shelf_follows(at);
  if (serve_named_)
    schedule(Kind::serve, now_.tick, b_.points[at].dispatch_rank, 0, at);
  else
    allocate(at);
}

/// Those that would be found first are looked for first.
void World::find_in_count(std::uint32_t at, Draws& draws) {
  const auto& rule = b_.points[at].records.misplaced;
  if (!rule) return;
  std::set<std::pair<Time, std::uint64_t>> hidden;
  for (const auto& [number, found] : points_[at].misplaced) hidden.emplace(found, number);
  for (const auto& [found, number] : hidden)
    if (rule->at_count >= 1.0 || draws.uniform() < rule->at_count) take_from_hidden(at, number);
  shelf_follows(at);
}

void World::theft(std::uint32_t at, std::uint64_t number) {
  Draws draws = draws_of(at, Purpose::theft_size, number);
  expect_theft(at, number + 1, now_.tick);
  const Quantity units = sample_quantity(b_.points[at].records.theft->size.law, draws);
  take_off_shelf(at, units);
  vanish(at, units);
}

/// What was shipped is off the record.
void World::record_fell(std::uint32_t at, Quantity before) {
  const RecordRules& rules = b_.points[at].records;
  const Quantity now = points_[at].on_record;
  if (rules.count_on_zero && before > 0 && now <= 0) call_for_count(at);
  if (rules.count_below_zero && before >= 0 && now < 0) call_for_count(at);
}

/// Units leave the shelf for another stock point or a plant; the record follows.
void World::ship_out(std::uint32_t at, Quantity units) {
  const Quantity before = points_[at].on_record;
  change(at, &Point::on_hand, -units);
  change(at, &Point::on_record, -units);
  if (units > 0) record_fell(at, before);
}

void World::call_for_count(std::uint32_t at) {
  schedule(Kind::count, now_.tick, b_.points[at].dispatch_rank, 0, at, called_for);
}

void World::count(std::uint32_t at, std::uint64_t number) {
  Point& p = points_[at];
  if (number != called_for) expect_count(at, number + 1, now_.tick);
  post_sales(at);
  post_receipts(at, never);
  Draws draws = draws_of(at, Purpose::count_result, next_of_day(p.count_day));
  find_in_count(at, draws);
  const Quantity found = b_.points[at].records.reading.of(p.findable(), draws);
  facts(at).counts += 1;
  facts(at).record_adjusted += std::abs(found - p.on_record);
  history_.note(b_.points[at].who, Fact::counted, now_.tick, 0, found);
  change(at, &Point::on_record, found - p.on_record);
  act_on_record(at);
}

/// The record is not what it was.
void World::act_on_record(std::uint32_t at) {
  if (serve_named_)
    schedule(Kind::serve, now_.tick, b_.points[at].dispatch_rank, 0, at);
  else
    allocate(at);
  review_if_low(at);
}

}  // namespace restock::twin
