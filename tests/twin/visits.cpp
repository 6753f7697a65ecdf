// The twin's customers to whom stock was denied and who do not give up: an event for each further visit.
#include "twin/world.hpp"

namespace restock::twin {

/// Whether he will try again; if not, he is lost.
bool World::turn_away(const Guest& guest, Quantity units, const Loss& loss) {
  const std::uint32_t k = guest.row.stream;
  const std::uint64_t number = guest.row.number;
  const DraftStream& plan = b_.streams[k];
  if (!plan.retrial || plan.bargains) return false;
  Draws words = draws(plan.who, Purpose::retrial, number);
  const NextVisit next = next_visit(*plan.retrial, guest.visit, words);
  if (next.how == NextVisit::How::gives_up) return false;

  points_[plan.point.index()].was_short = true;
  Away away{guest, loss};
  away.guest.units = units;
  CustomerFacts& f = customer_facts(k, guest.cohort);
  f.turned_away += units;
  if (next.how == NextVisit::How::comes_back) {
    const Time again = later(now_.tick, next.after);
    history_.note(plan.who, Fact::turned_away, now_.tick, number, units, again);
    expect_visit(k, number, again);
  } else {
    f.waits_notice += units;
    history_.note(plan.who, Fact::turned_away, now_.tick, number, units, never);
    away.on_list = true;
    away.reaction = next.after;
    away.until = later(now_.tick, plan.retrial->valid);
    points_[plan.point.index()].list.emplace_back(k, number);
    if (away.until < never)
      calendar_.put({away.until, 1, plan.point.value, 2, k, number}, {Kind::off_the_list, k, number});
  }
  streams_[k].away.emplace(number, away);
  return true;
}

void World::expect_visit(std::uint32_t k, std::uint64_t number, Time at) {
  if (at < never) calendar_.put({at, 1, b_.streams[k].point.value, 1, k, number}, {Kind::visit, k, number});
}

void World::come_again(std::uint32_t k, std::uint64_t number) {
  Guest guest = streams_[k].away.at(number).guest;
  streams_[k].away.erase(number);
  ++guest.visit;
  ++customer_facts(k, guest.cohort).visits;
  history_.note(b_.streams[k].who, Fact::came_back, now_.tick, number, guest.units);
  enter(guest);
}

/// Nobody has told him in time.
void World::wait_no_longer(std::uint32_t k, std::uint64_t number) {
  const auto found = streams_[k].away.find(number);
  if (found == streams_[k].away.end() || !found->second.on_list || found->second.until != now_.tick) return;
  Away away = found->second;
  streams_[k].away.erase(found);
  points_[b_.streams[k].point.index()].list.remove({k, number});
  lose(away.guest, away.guest.units, away.loss, false);
  end_order(away.guest.row, away.guest.cohort, away.loss.outcome);
}

/// If something is left for them, all hear of it who want to.
void World::send_notices(std::uint32_t at) {
  Point& point = points_[at];
  if (held(at) || allocatable(point) - point.backlog - point.waiting <= 0) return;
  for (const auto& [k, number] : point.list) {
    Away& away = streams_[k].away.at(number);
    away.on_list = false;
    expect_visit(k, number, later(now_.tick, away.reaction));
  }
  point.list.clear();
}

/// Who was to come again when the run ends.
void World::close_visits() {
  for (std::uint32_t k = 0; k < streams_.size(); ++k)
    for (const auto& [number, away] : streams_[k].away) {
      if (!away.guest.cohort) continue;
      record_.customer_facts[k].away += away.guest.units;
      rows_.push_back(away.guest.row);
      rows_.back().outcome = Outcome::open;
    }
}

}  // namespace restock::twin
