// Two-place stock: a shelf that walk-in customers see, and a back room it is refilled from. Moves and rounds are
// micro-events of the pull: they come before everything else of their tick at the point.
#include "engine/shelf.hpp"

#include <algorithm>

namespace restock::engine {

namespace {

void change_shelf(Replication& r, std::uint32_t point, Quantity units, Time at) {
  ShelfState& shelf = r.s_.side.shelves[point];
  ShelfFacts& facts = r.s_.shelf_facts[point];
  const bool was_ready = shelf.units > 0;
  shelf.units += units;
  facts.shelf -= widen(units, at);
  facts.ready -= widen(static_cast<int>(shelf.units > 0) - static_cast<int>(was_ready), at);
}

/// Somebody goes, unless he is on his way already or has nothing to bring.
void call_for_refill(Replication& r, std::uint32_t point, Time at) {
  const ShelfRules& rules = *r.b_.rules(r.b_.points[point]).shelf;
  ShelfState& shelf = r.s_.side.shelves[point];
  if (shelf.due < never || rules.movable(shelf.units, in_back(r, point)) == 0) return;
  Draws draws(r.address_of(point, Purpose::shelf_move, shelf.calls++));
  shelf.due = later(at, rules.move_time.sample_ticks(draws));
  shelf.held_by = r.pulling_ ? ~std::uint64_t{0} : r.events_;
}

}  // namespace

void reset_shelves(Replication& r) {
  const bool any =
      std::ranges::any_of(r.b_.point_rules, [](const PointRules& rules) { return rules.shelf.has_value(); });
  r.s_.side.shelves.assign(any ? r.b_.points.size() : 0, {});
  r.s_.shelf_facts.assign(any ? r.b_.points.size() : 0, {});
}

/// The run begins with a shelf as full as it can be.
void set_shelf(Replication& r, std::uint32_t point) {
  const auto& rules = r.b_.rules(r.b_.points[point]).shelf;
  if (!rules) return;
  PointState& p = r.s_.points[point];
  p.two_places = p.watches_record = true;
  ShelfState& shelf = r.s_.side.shelves[point];
  shelf.units = std::min(rules->capacity, r.findable(point));
  shelf.next_round = rules->next_round(r.now_.tick);
}

Time next_move(const Replication& r, std::uint32_t point) {
  if (!r.s_.points[point].two_places) return never;
  const ShelfState& shelf = r.s_.side.shelves[point];
  const bool held = shelf.due == r.now_.tick && shelf.held_by == r.events_;
  return held ? shelf.next_round : std::min(shelf.due, shelf.next_round);
}

/// What customers at the shelf see.
Quantity on_shelf(const Replication& r, std::uint32_t point) {
  return r.s_.points[point].two_places ? r.s_.side.shelves[point].units : r.findable(point);
}

Quantity in_back(const Replication& r, std::uint32_t point) {
  return r.s_.points[point].two_places ? r.findable(point) - r.s_.side.shelves[point].units : 0;
}

/// Units that are about to leave are of the shelf, as far as they are there. What nobody takes off it leaves the back.
void take_off_shelf(Replication& r, std::uint32_t point, Quantity units, Time at) {
  if (r.s_.points[point].two_places) change_shelf(r, point, -std::min(units, r.s_.side.shelves[point].units), at);
}

/// Units have come or gone: there is no more on the shelf than there is, and a gap calls for a refill.
void shelf_follows(Replication& r, std::uint32_t point, Time at) {
  const Quantity there = r.findable(point);
  ShelfState& shelf = r.s_.side.shelves[point];
  if (shelf.units > there) change_shelf(r, point, there - shelf.units, at);
  if (shelf.units < r.b_.rules(r.b_.points[point]).shelf->level) call_for_refill(r, point, at);
}

void move_or_look(Replication& r, std::uint32_t point, Time at) {
  const ShelfRules& rules = *r.b_.rules(r.b_.points[point]).shelf;
  ShelfState& shelf = r.s_.side.shelves[point];
  if (shelf.due > at) {
    shelf.next_round = rules.next_round(at + 1);
    return call_for_refill(r, point, at);
  }
  shelf.due = never;
  const Quantity units = rules.movable(shelf.units, in_back(r, point));
  if (units > 0) {
    change_shelf(r, point, units, at);
    ++r.s_.shelf_facts[point].moves;
    r.s_.shelf_facts[point].moved += units;
    r.history_.note(r.b_.points[point].who, Fact::shelved, at, shelf.calls - 1, units);
  }
  shelf_follows(r, point, at);
}

/// The levels at the end of the window complete the integrals.
void close_shelves(Replication& r) {
  if (r.b_.drain > 0) r.closed_shelves_ = r.s_.shelf_facts;
  for (std::uint32_t i = 0; i < r.s_.side.shelves.size(); ++i) {
    if (!r.s_.points[i].two_places) continue;
    ShelfFacts& facts = r.closed_shelves()[i];
    facts.shelves = 1;
    facts.shelf += widen(r.s_.side.shelves[i].units, r.b_.length);
    if (r.s_.side.shelves[i].units > 0) facts.ready += r.b_.length;
  }
}

}  // namespace restock::engine
