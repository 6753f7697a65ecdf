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
/// What a customer says to a date.
enum class Reply : std::uint8_t { nothing_offered, declines, accepts };
/// He would be told `date` (`never`: none) for units that can be there at `eta`.
Reply reply_to(const Replication& r, const Customer& customer, Time eta, Time date);
/// Whether he accepts to wait so long, with the queue that he sees.
bool accepts_wait(const Replication& r, const Customer& customer, Time wait);
/// How units end that are lost so.
Outcome outcome_of(Fact lost);
/// The date that he is told.
Time date_for(Replication& r, const Customer& customer, Time eta);

}  // namespace restock::engine
