// Customers to whom stock was denied and who come again, by themselves or when they are told that there is some.
// Functions of a Replication, private to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

void reset_visits(Replication& r);
/// Whether somebody may come again to a point.
bool expects_visits(const Replication& r, std::uint32_t point);
/// Whether somebody may want to be told of stock there: whatever sets some free has an effect that nobody can foresee.
bool tells_of_stock(const Replication& r, std::uint32_t point);
/// Units that those who will come again may take off the position.
Quantity units_away(const Replication& r, std::uint32_t point);
/// Whether somebody has come again in this instant.
bool somebody_came(const Replication& r, std::uint32_t point);
/// Units are denied to a customer, who would be lost by `lost`; returns whether he comes again.
bool tries_again(Replication& r, const Customer& customer, Quantity units, Fact lost);
/// When somebody comes again, or waits for a notice no longer; and what happens then.
Time next_visitor(const Replication& r, std::uint32_t point);
void meet_visitor(Replication& r, std::uint32_t point, Time at);
/// After an allocation: if there is stock to be had, whoever wants to know is told.
void tell_of_stock(Replication& r, std::uint32_t point, Time at);
/// Who is still to come when the run ends is open.
void visits_at_end(Replication& r);
/// Facts of a customer of the cohort, or nobody's.
CustomerFacts& customer_facts_of(Replication& r, std::uint32_t stream, bool cohort);

}  // namespace restock::engine
