// Orders of several lines. Functions of a Replication, private to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

void reset_baskets(Replication& r);
/// Whether the orders of a stream may have more than one line.
bool has_basket(const Replication& r, std::uint32_t stream);
/// A customer comes with all that he wants.
void order_lines(Replication& r, std::uint32_t point, std::uint32_t stream, std::uint64_t number, Quantity units,
                 Time at);
/// A customer has all of his order at once, or all of one of its lines.
void order_is_filled(Replication& r, const Customer& customer);
/// A line of an order has ended.
void line_ended(Replication& r, std::uint32_t basket, bool filled, bool on_time);

}  // namespace restock::engine
