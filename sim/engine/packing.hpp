// Picking and packing: what leaves the stock for customers goes through the packers of its site, one unit after
// another. Functions of a Replication, private to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

void reset_packing(Replication& r);
/// Units leave the stock of a point for a customer; returns when they are packed.
Time pack(Replication& r, std::uint32_t point, Quantity units, Time at);

}  // namespace restock::engine
