// The twin's customers whose payment fails when their goods are there.
#include "twin/world.hpp"

namespace restock::twin {

bool World::payment_fails(const Entry& entry) const {
  const DraftStream& plan = b_.streams[entry.together ? order_of(entry.row.stream) : entry.row.stream];
  if (entry.initial || plan.payment_fails == 0.0) return false;
  Draws words = draws(plan.who, Purpose::payment, entry.row.number);
  return words.uniform() < plan.payment_fails;
}

/// The seller cancels what is still in the queue of such a one.
void World::leave_unpaid(std::uint32_t at, std::uint32_t k, std::uint64_t number) {
  std::list<Entry>& queue = points_[at].queues[b_.streams[k].queue];
  for (auto entry = queue.begin(); entry != queue.end(); ++entry) {
    if (entry->of != Entry::Of::customer || entry->initial || entry->row.stream != k || entry->row.number != number)
      continue;
    entry->why = Entry::Why::payment;
    return leave(k, entry);
  }
}

}  // namespace restock::twin
