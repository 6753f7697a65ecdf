// Old orders come first: who has waited for so long joins a queue before all classes. Functions of a Replication,
// private to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

/// Whether a point has such a queue.
bool has_first_queue(const Replication& r, std::uint32_t point);
/// A deadline has come: whether it is his turn to overtake, and not to leave.
bool is_to_overtake(const Replication& r, std::uint32_t slot, Time at);
/// He, and all lines of an order that ships together, come before all classes.
void overtake(Replication& r, std::uint32_t slot, Time at);

}  // namespace restock::engine
