// Products that are ordered together: verbs of a Replication that nobody else needs to know.
#pragma once

#include "engine/replication.hpp"

namespace restock::joint {

void reset(Replication& r);
/// The point has placed an order: the others of its group who can join it do.
void fill_up(Replication& r, std::uint32_t point);

}  // namespace restock::joint
