// Lateral transshipment: customers' units that come from other stock points. Functions of a Replication, private to
// engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

/// Units have left a point for a customer who came to another.
void taken_from(Replication& r, std::uint32_t point);
void reset_calls(Replication& r);
/// Whether a point calls units from others.
bool calls(const Replication& r, std::uint32_t point);
/// A customer has not got `joins` units that he will wait for in any case, and `deficit` that he may be offered. All of
/// them are called from neighbours, or none; whether they were. `outcome` is that of the rest of his order.
bool call_neighbours(Replication& r, const Customer& customer, Quantity joins, Quantity deficit, Outcome outcome);
void on_call_arrives(Replication& r, std::uint32_t call);
/// The customer of a call has left: what is under way is the point's own.
void call_is_left(Replication& r, std::uint32_t call);
/// Whether somebody at the point waits for units that are under way to him.
bool somebody_waits_for_call(const Replication& r, std::uint32_t point);
/// A customer is about to lose `units`: whether he takes them of another stock point instead.
bool takes_second_choice(Replication& r, const Customer& customer, Quantity units);
/// Those who watch the echelons of the neighbours that gave are asked.
void ask_givers(Replication& r);

}  // namespace restock::engine
