// The twin's seller, who tells those who wait how their date stands, and what they make of it.
#include "twin/world.hpp"

#include "random/math.hpp"

#include <cmath>
#include <utility>
#include <vector>

namespace restock::twin {

void World::start_promises() {
  for (const DraftStream& stream : b_.streams)
    if (stream.promises.move()) record_.promises.resize(b_.streams.size());
  for (std::uint32_t k = 0; k < b_.streams.size(); ++k) expect_look(k);
}

void World::expect_look(std::uint32_t k) {
  const Time every = look_every(b_.streams[k].promises.updates);
  if (every == 0) return;
  Time next = now_.tick - now_.tick % every;
  while (next <= now_.tick) next += every;
  schedule(Kind::promises, next, b_.points[b_.streams[k].point.index()].dispatch_rank, k, k);
}

/// First all hear what they have to hear; then those leave who have had enough.
void World::look_at_promises(std::uint32_t k) {
  const DraftStream& plan = b_.streams[k];
  expect_look(k);
  Point& point = points_[plan.point.index()];
  std::vector<std::uint64_t> leavers;
  for (std::size_t q = 0; q <= Point::place_of(plan.queue); ++q)
    for (Entry& entry : point.queues[q]) {
      if (entry.of != Entry::Of::customer || entry.initial || entry.row.stream != k) continue;
      if (entry.together && !first_of_order(entry)) continue;
      Time date = date_of_whole(entry);
      if (const auto* buffered = std::get_if<BufferedQuote>(&plan.promises.quoting); buffered && date < never)
        date += buffered->by.ticks;
      if (std::holds_alternative<LatenessQuote>(plan.promises.quoting)) date = later(date, lateness_of(entry));
      bool hears = std::holds_alternative<RegularUpdates>(plan.promises.updates);
      if (const auto* slips = std::get_if<UpdatesOnSlip>(&plan.promises.updates))
        hears = entry.told == never ? date < never : date == never || date - entry.told > slips->beyond.ticks;
      if (hears && tell(k, entry, date)) leavers.push_back(entry.row.number);
    }
  for (const std::uint64_t number : leavers)
    if (const auto entry = find_entry(k, number)) leave(k, *entry);
}

/// Whether he has had enough.
bool World::tell(std::uint32_t k, Entry& entry, Time date) {
  const DiscontentRules& minds = b_.streams[k].promises.discontent;
  PromiseFacts& f = promises(k, entry.cohort);
  const bool slips = entry.told < never && date > entry.told;
  ++f.updates;
  if (slips) ++f.slips;
  history_.note(b_.streams[k].who, Fact::told, now_.tick, entry.row.number, 0, date);
  if (entry.cohort) told_rows_.push_back({k, entry.row.number, now_.tick, date, false});
  entry.bears -= minds.of_silence(entry.told, now_.tick) + minds.of_slip(entry.told, date);
  entry.told = date;
  if (entry.bears > 0.0) {
    expect_to_leave(k, entry);
    return false;
  }
  entry.until = never;
  entry.why = slips ? Entry::Why::slip : Entry::Why::silence;
  return true;
}

void World::expect_to_bear(std::uint32_t k, Entry& entry) {
  const DraftStream& plan = b_.streams[k];
  const DiscontentRules& minds = plan.promises.discontent;
  entry.told = entry.promise;
  if (minds.any()) {
    Draws draws({seed_, replication_, plan.who, Purpose::discontent, entry.row.number});
    entry.bears = -own_log(draws.uniform());
  }
  entry.unheard = minds.enough_at(entry.told, entry.bears);
  expect_to_leave(k, entry);
}

void World::expect_to_leave(std::uint32_t k, Entry& entry) {
  const DraftStream& plan = b_.streams[k];
  const Time silence = plan.promises.discontent.enough_at(entry.told, entry.bears);
  entry.until = std::min(entry.patience, entry.limit);
  entry.why = entry.limit < entry.patience ? Entry::Why::seller : Entry::Why::patience;
  if (silence < entry.until) {
    entry.until = silence;
    entry.why = Entry::Why::silence;
  }
  if (entry.until < never)
    calendar_.put({entry.until, 1, plan.point.value, 4, k, entry.row.number}, {Kind::deadline, k, entry.row.number});
}

/// Whether the seller, who could serve him at `date`, keeps on at his limit somebody who waits.
bool World::keeps_on(std::uint32_t k, Entry& entry, Time date) {
  const auto& rules = b_.streams[k].reassess;
  if (!rules) return false;
  CustomerFacts& f = customer_facts(k, entry.cohort);
  ++f.reassessed;
  if (date >= never || date > later(now_.tick, rules->within)) return false;
  ++f.kept_on;
  entry.limit = later(now_.tick, rules->again);
  history_.note(b_.streams[k].who, Fact::kept_on, now_.tick, entry.row.number, 0, entry.limit);
  expect_to_leave(k, entry);
  return true;
}

}  // namespace restock::twin
