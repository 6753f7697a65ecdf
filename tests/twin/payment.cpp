// The twin's customers who cannot pay: when they order, or when their goods are there.
#include "twin/world.hpp"

namespace restock::twin {

bool World::authorises_at_order(std::uint32_t k) const { return b_.streams[k].pays_at_order; }

/// Of an order that ships together its first line's word counts.
bool World::draws_failure(std::uint32_t k, std::uint64_t number) const {
  const DraftStream& plan = b_.streams[k];
  if (plan.payment_fails == 0.0) return false;
  Draws words = draws(plan.who, Purpose::payment, number);
  return words.uniform() < plan.payment_fails;
}

/// Asked of somebody who is about to wait.
bool World::cannot_pay(const OrderRow& customer) const {
  return authorises_at_order(customer.stream) && draws_failure(customer.stream, customer.number);
}

/// Nothing is booked: he is lost, and does not try again.
void World::decline_payment(Guest& guest, Quantity units) {
  const std::uint32_t k = guest.row.stream;
  const Loss& loss = retired(b_.streams[k].point.value) ? product_gone : out_of_stock;
  customer_facts(k, guest.cohort).payment_declined += units;
  lose(guest, units, loss, true);
  end_order(guest.row, guest.cohort, loss.outcome);
}

/// Units are cancelled that were paid for when they were ordered.
void World::give_back_payment(std::uint32_t k, Quantity units) {
  if (authorises_at_order(k)) extra(b_.streams[k].point.value).refunded += units;
}

/// Asked of somebody who has waited when units are there for him.
bool World::payment_fails(const Entry& entry) const {
  const std::uint32_t k = entry.together ? order_of(entry.row.stream) : entry.row.stream;
  return !entry.initial && !authorises_at_order(k) && draws_failure(k, entry.row.number);
}

/// The seller cancels what is still in the queue of such a one.
void World::leave_unpaid(std::uint32_t k, std::uint64_t number) {
  const auto entry = find_entry(k, number);
  if (!entry) return;
  (*entry)->why = Entry::Why::payment;
  leave(k, *entry);
}

}  // namespace restock::twin
