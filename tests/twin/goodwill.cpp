// The twin's goodwill: what the customers of a stream have met with, and who stays away for it.
#include "twin/world.hpp"

namespace restock::twin {

bool World::stays_away(std::uint32_t k, std::uint64_t number, Quantity units) {
  const DraftStream& plan = b_.streams[k];
  if (!plan.loyalty) return false;
  Draws words = draws(plan.who, Purpose::loyalty, number);
  if (words.uniform() * 1e6 < static_cast<double>(streams_[k].goodwill)) return false;
  customer_facts(k, in_window()).stayed_away += units;
  history_.note(plan.who, Fact::stayed_away, now_.tick, number, units);
  return true;
}

void World::bad_experience(std::uint32_t k, Millionths LoyaltyRules::*step) {
  const std::uint32_t whole = order_of(k);
  const auto& rules = b_.streams[whole].loyalty;
  if (rules) streams_[whole].goodwill = rules->after_bad(streams_[whole].goodwill, (*rules).*step);
}

void World::good_experience(std::uint32_t k) {
  const std::uint32_t whole = order_of(k);
  const auto& rules = b_.streams[whole].loyalty;
  if (rules) streams_[whole].goodwill = rules->after_good(streams_[whole].goodwill);
}

/// Somebody who has waited gets goods, which are shipped at `out`.
void World::experience_of_wait(const Entry& entry, Time out) {
  const std::uint32_t k = entry.row.stream;
  if (now_.tick == entry.since) return good_experience(k);
  if (entry.promise == never) return;
  if (out <= entry.promise) return good_experience(k);
  bad_experience(k, &LoyaltyRules::late);
}

}  // namespace restock::twin
