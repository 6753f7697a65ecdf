// Who gets the stock: what is kept from whom, and how orders share what is not enough. Functions of a Replication,
// private to engine/.
#pragma once

#include "engine/replication.hpp"

#include <vector>

namespace restock::engine {

void reset_rationing(Replication& r);
/// The reserves that a point begins with.
void set_first_reserves(Replication& r, std::uint32_t point);
bool rations(const Replication& r, std::uint32_t point);

/// Of what is available at a point so much is kept from a stream's customers: its critical level, and what is reserved
/// for other channels.
Quantity kept_from_customers(const Replication& r, std::uint32_t stream);
/// Likewise from one who waits.
Quantity kept_from(const Replication& r, const Entry& entry);
/// What an entry may take, or reserve, of what those ahead of it have left.
Quantity may_take(const Replication& r, const Entry& entry, Quantity left);

/// Units have left for a customer: of what is reserved for his channel, as far as there is any.
void draw_on_reserve(Replication& r, std::uint32_t stream, Quantity units);
/// Units that he was not sold, and would have been if nothing were kept from him.
void count_held_back(Replication& r, const Customer& customer, Quantity units, Quantity sold);

/// When a reserve of the point is set or released next; and what happens then.
Time next_reserve(const Replication& r, std::uint32_t point);
void set_next_reserve(Replication& r, std::uint32_t point, Time at);

/// The orders of one class that share out what those before them have left.
struct Sharers {
  std::vector<std::uint32_t> slots;
  std::vector<Quantity> wanted;

  void add(const Replication& r, std::uint32_t slot);
  /// What of it is open to them: less the most that is kept from one, now that those before them have theirs.
  Quantity open(const Replication& r, Quantity left) const;
  /// What each of them gets.
  std::vector<Quantity> shares(const Replication& r, SharingRule rule, Quantity left) const;
  Quantity taken(const Replication& r, Quantity left) const;
};
/// Whether an entry is such an order.
bool is_sharer(const Replication& r, const Entry& entry);

}  // namespace restock::engine
