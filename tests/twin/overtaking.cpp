// The twin's customers who have waited so long that they come before all classes.
#include "twin/world.hpp"

#include <algorithm>

namespace restock::twin {

/// The one in which a customer waits.
std::list<Entry>& World::queue_of(const Entry& entry) {
  const DraftStream& plan = b_.streams[entry.row.stream];
  return points_[plan.point.index()].queues[entry.risen ? 0 : Point::place_of(plan.queue)];
}

/// Where a customer waits, if he does.
std::optional<std::list<Entry>::iterator> World::find_entry(std::uint32_t k, std::uint64_t number) {
  const DraftStream& plan = b_.streams[k];
  for (const std::size_t place : {Point::place_of(plan.queue), std::size_t{0}}) {
    std::list<Entry>& queue = points_[plan.point.index()].queues[place];
    for (auto entry = queue.begin(); entry != queue.end(); ++entry)
      if (entry->of == Entry::Of::customer && entry->row.stream == k && entry->row.number == number) return entry;
  }
  return std::nullopt;
}

/// Whether he leaves in that instant is asked first.
void World::expect_to_rise(Entry& entry) {
  const std::uint32_t k = entry.row.stream;
  const DraftStream& plan = b_.streams[k];
  entry.rises = later(now_.tick, plan.first_after);
  if (entry.rises < never)
    calendar_.put({entry.rises, 1, plan.point.value, 4, k, entry.row.number}, {Kind::deadline, k, entry.row.number});
}

/// All lines of an order that ships together change their place before stock is shared out anew at any of their points.
void World::rise(const Entry& entry) {
  std::vector<std::list<Entry>::iterator> all;
  if (entry.together)
    all = whole_order(entry);
  else
    all.push_back(find_entry(entry.row.stream, entry.row.number).value());
  std::vector<std::uint32_t> where;
  for (const auto& line : all) {
    where.push_back(b_.streams[line->row.stream].point.value);
    come_first(line);
  }
  for (const std::uint32_t at : where)
    if (allocatable(points_[at]) > 0) allocate(at);
}

void World::come_first(std::list<Entry>::iterator entry) {
  const std::uint32_t k = entry->row.stream;
  std::list<Entry>& first = points_[b_.streams[k].point.index()].queues.front();
  first.splice(first.end(), queue_of(*entry), entry);
  entry->risen = true;
  customer_facts(k, entry->cohort).overtook += entry->remaining;
  history_.note(b_.streams[k].who, Fact::overtook, now_.tick, entry->row.number, entry->remaining);
}

}  // namespace restock::twin
