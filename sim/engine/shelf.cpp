// Two-place stock: a shelf that walk-in customers see, and a back room it is refilled from. Moves and rounds are
// micro-events of the pull: they come before everything else of their tick at the point.
#include "engine/replication.hpp"

#include <algorithm>

namespace restock {

void Replication::reset_shelves() {
  const bool any = std::ranges::any_of(b_.point_rules, [](const PointRules& r) { return r.shelf.has_value(); });
  s_.side.shelves.assign(any ? b_.points.size() : 0, {});
  s_.shelf_facts.assign(any ? b_.points.size() : 0, {});
}

/// The run begins with a shelf as full as it can be.
void Replication::set_shelf(std::uint32_t point) {
  const auto& rules = b_.rules(b_.points[point]).shelf;
  if (!rules) return;
  PointState& p = s_.points[point];
  p.two_places = p.watches_record = true;
  ShelfState& shelf = s_.side.shelves[point];
  shelf.units = std::min(rules->capacity, findable(point));
  shelf.next_round = rules->next_round(now_.tick);
}

Time Replication::next_move(std::uint32_t point) const {
  if (!s_.points[point].two_places) return never;
  const ShelfState& shelf = s_.side.shelves[point];
  const bool held = shelf.due == now_.tick && shelf.held_by == events_;
  return held ? shelf.next_round : std::min(shelf.due, shelf.next_round);
}

/// What customers at the shelf see.
Quantity Replication::on_shelf(std::uint32_t point) const {
  return s_.points[point].two_places ? s_.side.shelves[point].units : findable(point);
}

Quantity Replication::in_back(std::uint32_t point) const {
  return s_.points[point].two_places ? findable(point) - s_.side.shelves[point].units : 0;
}

void Replication::change_shelf(std::uint32_t point, Quantity units, Time at) {
  ShelfState& shelf = s_.side.shelves[point];
  ShelfFacts& facts = s_.shelf_facts[point];
  const bool was_ready = shelf.units > 0;
  shelf.units += units;
  facts.shelf -= widen(units, at);
  facts.ready -= widen(static_cast<int>(shelf.units > 0) - static_cast<int>(was_ready), at);
}

/// Units that are about to leave are of the shelf, as far as they are there. What nobody takes off it leaves the back.
void Replication::take_off_shelf(std::uint32_t point, Quantity units, Time at) {
  if (s_.points[point].two_places) change_shelf(point, -std::min(units, s_.side.shelves[point].units), at);
}

/// Units have come or gone: there is no more on the shelf than there is, and a gap calls for a refill.
void Replication::shelf_follows(std::uint32_t point, Time at) {
  const Quantity there = findable(point);
  ShelfState& shelf = s_.side.shelves[point];
  if (shelf.units > there) change_shelf(point, there - shelf.units, at);
  if (shelf.units < b_.rules(b_.points[point]).shelf->level) call_for_refill(point, at);
}

/// Somebody goes, unless he is on his way already or has nothing to bring.
void Replication::call_for_refill(std::uint32_t point, Time at) {
  const ShelfRules& rules = *b_.rules(b_.points[point]).shelf;
  ShelfState& shelf = s_.side.shelves[point];
  if (shelf.due < never || rules.movable(shelf.units, in_back(point)) == 0) return;
  Draws draws(address_of(point, Purpose::shelf_move, shelf.calls++));
  shelf.due = later(at, rules.move_time.sample_ticks(draws));
  shelf.held_by = pulling_ ? ~std::uint64_t{0} : events_;
}

void Replication::move_or_look(std::uint32_t point, Time at) {
  const ShelfRules& rules = *b_.rules(b_.points[point]).shelf;
  ShelfState& shelf = s_.side.shelves[point];
  if (shelf.due > at) {
    shelf.next_round = rules.next_round(at + 1);
    return call_for_refill(point, at);
  }
  shelf.due = never;
  const Quantity units = rules.movable(shelf.units, in_back(point));
  if (units > 0) {
    change_shelf(point, units, at);
    ++s_.shelf_facts[point].moves;
    s_.shelf_facts[point].moved += units;
    history_.note(b_.points[point].who, Fact::shelved, at, shelf.calls - 1, units);
  }
  shelf_follows(point, at);
}

/// The levels at the end of the window complete the integrals.
void Replication::close_shelves() {
  if (b_.drain > 0) closed_shelves_ = s_.shelf_facts;
  for (std::uint32_t i = 0; i < s_.side.shelves.size(); ++i) {
    if (!s_.points[i].two_places) continue;
    ShelfFacts& facts = closed_shelves()[i];
    facts.shelves = 1;
    facts.shelf += widen(s_.side.shelves[i].units, b_.length);
    if (s_.side.shelves[i].units > 0) facts.ready += b_.length;
  }
}

}  // namespace restock
