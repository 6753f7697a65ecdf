// Goods that customers send back. Functions of a Replication, private to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

void reset_returns(Replication& r);
/// Whether customers of a point send goods back.
bool expects_returns(const Replication& r, std::uint32_t point);
/// Units have left for a customer, who did not pay `off` of their price.
void may_send_back(Replication& r, std::uint32_t stream, std::uint64_t number, Quantity units, Millionths off, Time at);
/// When goods come back next; and what happens then.
Time next_back(const Replication& r, std::uint32_t point);
void take_back(Replication& r, std::uint32_t point, Time at);

}  // namespace restock::engine
