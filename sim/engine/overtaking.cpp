// Old orders come first. The first queue of a point is no class of the blueprint: it stands before them, at the points
// where somebody may get into it.
#include "engine/overtaking.hpp"

#include "engine/promises.hpp"
#include "engine/together.hpp"
#include "engine/visits.hpp"

#include <algorithm>
#include <vector>

namespace restock::engine {

namespace {

void join_first_queue(Replication& r, std::uint32_t slot, Time at) {
  Entry& entry = r.s_.entries[slot];
  r.take_out(slot);
  r.s_.queues[r.s_.points[entry.point].first_queue + entry.queue].units -= entry.remaining;
  entry.queue = 0;
  r.append(slot);
  customer_facts_of(r, entry.stream, entry.cohort).overtook += entry.remaining;
  r.history_.note(r.b_.streams[entry.stream].who, Fact::overtook, at, entry.number, entry.remaining);
}

}  // namespace

/// A line of an order that ships together rises by the rules of the order's stream.
bool has_first_queue(const Replication& r, std::uint32_t point) {
  if (!r.s_.side.overtakes) return false;
  const auto overtakes = [&](const StreamPlan& stream) { return r.b_.rules(stream).first_after < never; };
  return std::ranges::any_of(r.b_.points[point].streams.of(r.b_.streams), [&](const StreamPlan& stream) {
    return overtakes(stream) || (stream.is_line() && overtakes(r.b_.streams[stream.order]));
  });
}

bool is_to_overtake(const Replication& r, std::uint32_t slot, Time at) {
  return r.s_.side.overtakes && r.s_.side.promises[slot].overtakes <= at && leaves_at(r, slot) > at;
}

/// What was kept for a whole order, or from his class, may be his now.
void overtake(Replication& r, std::uint32_t slot, Time at) {
  const Entry& old = r.s_.entries[slot];
  const std::vector<std::uint32_t> lines = old.together ? lines_of(r, old) : std::vector{slot};
  std::vector<std::uint32_t> points;
  for (const std::uint32_t line : lines) {
    points.push_back(r.s_.entries[line].point);
    join_first_queue(r, line, at);
  }
  r.s_.side.promises[slot].overtakes = never;
  expect_deadline(r, slot);
  for (const std::uint32_t point : points)
    if (r.allocatable(point) > 0) r.allocate(point, at);
}

}  // namespace restock::engine
