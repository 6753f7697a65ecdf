// Stock that is there and cannot be found: it is misplaced unit by unit, and comes to light in its own time or at a
// count. Both are looked at in their own tick, by a wake-up: what is found may be owed to another stock point.
#include "engine/replication.hpp"
#include "engine/shelf.hpp"

#include <algorithm>

namespace restock {

void Replication::set_hidden(std::uint32_t point) {
  HiddenStock& hidden = s_.side.hidden[point];
  hidden.clock.start(now_.tick, s_.points[point].on_hand, next_exposure(point, hidden));
}

Wide Replication::next_exposure(std::uint32_t point, HiddenStock& hidden) const {
  Draws draws(address_of(point, Purpose::misplacing, hidden.exposures++));
  return exposure_to_loss(b_.rules(b_.points[point]).records.misplaced->rate, draws);
}

/// No unit is misplaced or found before this time, as long as stock does not rise.
Time Replication::next_search(std::uint32_t point) const {
  return s_.points[point].hides_stock ? s_.side.hidden[point].next() : never;
}

/// The clocks of losses and misplacements go by what can be found.
void Replication::findable_changed(std::uint32_t point, Quantity before, Quantity now, Time at) {
  if (b_.rules(b_.points[point]).records.shrinkage > 0.0) s_.side.records[point].shrinkage.change(before, now, at);
  if (s_.points[point].hides_stock) s_.side.hidden[point].clock.change(before, now, at);
  if (s_.points[point].two_places) engine::shelf_follows(*this, point, at);
}

void Replication::hide_or_find(std::uint32_t point, Time at) {
  HiddenStock& hidden = s_.side.hidden[point];
  if (hidden.clock.next() == at) {
    if (findable(point) > 0) misplace(point, at);
    hidden.clock.fall(findable(point), next_exposure(point, hidden), at);
    return;
  }
  history_.note(b_.points[point].who, Fact::found, at, hidden.units.back().number, 1);
  hidden.units.pop_back();
  hide(point, -1, at);
  if (serve_is_named_) {
    want(EventKind::serve, at, b_.points[point].dispatch_rank, point);
  } else {
    allocate(point, at);
  }
}

void Replication::misplace(std::uint32_t point, Time at) {
  HiddenStock& hidden = s_.side.hidden[point];
  HiddenStock::Unit unit;
  unit.number = hidden.exposures - 1;
  if (const auto& found = b_.rules(b_.points[point]).records.misplaced->found) {
    Draws draws(address_of(point, Purpose::finding, unit.number));
    unit.found = later(at, std::max<Time>(1, found->sample_ticks(draws)));
  }
  const auto later_found = [](const HiddenStock::Unit& a, const HiddenStock::Unit& b) {
    return a.found != b.found ? a.found > b.found : a.number > b.number;
  };
  hidden.units.insert(std::ranges::upper_bound(hidden.units, unit, later_found), unit);
  hide(point, 1, at);
  history_.note(b_.points[point].who, Fact::misplaced, at, unit.number, 1);
}

/// So many units more cannot be found; negative: they have been.
void Replication::hide(std::uint32_t point, Quantity units, Time at) {
  s_.error_facts[point].misplaced -= widen(units, at);
  const Quantity there = findable(point);
  findable_changed(point, there + units, there, at);
}

/// Each unit that is misplaced comes to light or not, in the order in which they would be found.
void Replication::find_by_count(std::uint32_t point, Draws& draws) {
  const double chance = b_.rules(b_.points[point]).records.misplaced->at_count;
  std::vector<HiddenStock::Unit>& units = s_.side.hidden[point].units;
  Quantity found = 0;
  for (std::size_t left = units.size(); left-- > 0;) {
    if (chance < 1.0 && draws.uniform() >= chance) continue;
    history_.note(b_.points[point].who, Fact::found, now_.tick, units[left].number, 1);
    units.erase(units.begin() + static_cast<std::ptrdiff_t>(left));
    ++found;
  }
  if (found > 0) hide(point, -found, now_.tick);
}

}  // namespace restock
