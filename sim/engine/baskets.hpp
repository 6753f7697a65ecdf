// Orders of several lines. Functions of a Replication, private to engine/.
#pragma once

#include "engine/replication.hpp"

#include <vector>

namespace restock::engine {

void reset_baskets(Replication& r);
/// Whether the orders of a stream may have more than one line.
bool has_basket(const Replication& r, std::uint32_t stream);
/// A customer comes with all that he wants.
void order_lines(Replication& r, std::uint32_t point, std::uint32_t stream, std::uint64_t number, Quantity units,
                 Time at);
/// A line of an order has ended.
void line_ended(Replication& r, std::uint32_t basket, bool filled, bool on_time);

/// Of an order that ships together, by one of the entries that wait: all of them, the first line's first.
std::vector<std::uint32_t> lines_of(const Replication& r, const Entry& entry);
std::uint32_t first_line_of(const Replication& r, const Entry& entry);
/// Whether all of it can be shipped, the entry itself put aside; and how it is.
bool others_can_ship(const Replication& r, std::uint32_t slot);
void ship_together(Replication& r, std::uint32_t slot, Time at);

}  // namespace restock::engine
