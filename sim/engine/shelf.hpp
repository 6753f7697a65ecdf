// A shelf that walk-in customers see, and the back room that it is refilled from. Functions of a Replication, private
// to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

void reset_shelves(Replication& r);
/// The run begins with a shelf as full as it can be.
void set_shelf(Replication& r, std::uint32_t point);
/// When a refill is done or somebody looks; and what happens then.
Time next_move(const Replication& r, std::uint32_t point);
void move_or_look(Replication& r, std::uint32_t point, Time at);
/// What customers at the shelf see: all that can be found, where there is no back room.
Quantity on_shelf(const Replication& r, std::uint32_t point);
Quantity in_back(const Replication& r, std::uint32_t point);
/// Units that are about to leave are of the shelf, as far as they are there. What nobody takes off it leaves the back.
void take_off_shelf(Replication& r, std::uint32_t point, Quantity units, Time at);
/// Units have come or gone: there is no more on the shelf than there is, and a gap calls for a refill.
void shelf_follows(Replication& r, std::uint32_t point, Time at);
/// The levels at the end of the window complete the integrals.
void close_shelves(Replication& r);

}  // namespace restock::engine
