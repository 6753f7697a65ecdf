// Customers who cannot pay, when they order or when their goods are there, and what is paid back. Functions of a
// Replication, private to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

/// Whether anybody's money may go back.
bool refunds(const Replication& r);
/// Whether somebody who would wait is asked to pay now, and cannot; of an order that ships together, its first line's
/// customer.
bool fails_at_order(const Replication& r, const Customer& customer);
/// His units are not taken on backorder: they are lost, as if nothing had been offered, and he does not try again.
void decline(Replication& r, const Customer& customer, Quantity units, Fact lost);
/// Of units that would join the queue those that do: none where payment fails at order, which is their end then.
Quantity paid_for(Replication& r, const Customer& customer, Quantity units, Outcome& outcome);
/// Whether somebody who waits cannot pay for what is there for him.
bool fails_at_shipment(const Replication& r, std::uint32_t slot);
/// Somebody who waited has left: what he has paid goes back.
void pay_back(Replication& r, const Entry& entry, Quantity units);

}  // namespace restock::engine
