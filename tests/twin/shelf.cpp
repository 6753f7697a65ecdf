// The twin's shelves and back rooms: an event for each move and each round.
#include "twin/world.hpp"

#include <algorithm>

namespace restock::twin {

void World::start_shelf(std::uint32_t at) {
  const auto& rules = b_.points[at].shelf;
  if (!rules) return;
  Point& p = points_[at];
  p.shelf = std::min(p.findable(), rules->capacity);
  const Time round = rules->next_round(now_.tick);
  if (round < never) calendar_.put({round, 1, at, -3, 0, 0}, {Kind::shelf_round, at, 0});
}

/// Units a customer could take, were he the only one.
Quantity World::seen_by(const DraftStream& customer) const {
  const Point& p = points_[customer.point.value];
  return customer.sees == Sees::shelf && b_.points[customer.point.value].shelf ? p.shelf : p.findable();
}

void World::take_off_shelf(std::uint32_t at, Quantity units) {
  if (!b_.points[at].shelf) return;
  settle(at);
  points_[at].shelf -= std::min(points_[at].shelf, units);
}

/// Whatever has come or gone, it came to the back room or left it first.
void World::shelf_follows(std::uint32_t at) {
  const auto& rules = b_.points[at].shelf;
  if (!rules) return;
  settle(at);
  points_[at].shelf = std::min(points_[at].shelf, points_[at].findable());
  if (points_[at].shelf < rules->level) call_for_refill(at);
}

void World::call_for_refill(std::uint32_t at) {
  const ShelfRules& rules = *b_.points[at].shelf;
  Point& p = points_[at];
  if (p.somebody_goes || rules.movable(p.shelf, p.back()) == 0) return;
  Draws draws = draws_of(at, Purpose::shelf_move, p.calls);
  const Time done = later(now_.tick, rules.move_time.sample_ticks(draws));
  calendar_.put({done, 1, at, -4, 0, p.calls}, {Kind::shelf_move, at, p.calls});
  p.somebody_goes = true;
  ++p.calls;
}

void World::shelf_move(std::uint32_t at, std::uint64_t call) {
  Point& p = points_[at];
  p.somebody_goes = false;
  const Quantity units = b_.points[at].shelf->movable(p.shelf, p.back());
  if (units > 0) {
    settle(at);
    p.shelf += units;
    history_.note(b_.points[at].who, Fact::shelved, now_.tick, call, units);
    if (in_window()) {
      record_.shelves[at].moves += 1;
      record_.shelves[at].moved += units;
    }
  }
  shelf_follows(at);
}

void World::shelf_round(std::uint32_t at) {
  const Time next = b_.points[at].shelf->next_round(now_.tick + 1);
  if (next < never) calendar_.put({next, 1, at, -3, 0, 0}, {Kind::shelf_round, at, 0});
  call_for_refill(at);
}

}  // namespace restock::twin
