// Goods on their way that are moved to a faster carrier. Functions of a Replication, private to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

void reset_expediting(Replication& r);
void plan_look(Replication& r, std::uint32_t point, Time from);
void on_expedite(Replication& r, std::uint32_t point);
/// A shipment has left for a point, or is there.
void has_left(Replication& r, std::uint32_t slot);
void has_come(Replication& r, std::uint32_t slot);

}  // namespace restock::engine
