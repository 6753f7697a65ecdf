// What a customer is told whose units are not there: what was sold and is missing, what a backorder is offered for, and
// what he makes of it. Functions of a Replication, private to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

/// What a customer does whom a backorder is offered, or not.
enum class Answer : std::uint8_t { accepts, leaves, comes_again };

/// Units that were sold on the record and are not there; returns how many of them join the queue.
Quantity pick_short(Replication& r, const Customer& customer, Quantity missing, Outcome& outcome);
/// Whether the customer accepts to wait for `deficit` units, beside those who join in any case; else they are lost, or
/// he comes again.
Answer offer_backorder(Replication& r, const Customer& customer, Quantity joins, Quantity deficit, Time& promise,
                       Outcome& outcome);
/// The date that he is told.
Time date_for(Replication& r, const Customer& customer, Time eta);

}  // namespace restock::engine
