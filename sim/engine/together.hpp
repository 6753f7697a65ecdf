// Orders of several lines that ship complete. Functions of a Replication, private to engine/.
#pragma once

#include "engine/replication.hpp"

#include <vector>

namespace restock::engine {

/// The lines of such an order meet their stock points.
void serve_together(Replication& r, const std::vector<OrderLine>& lines, std::uint32_t basket, std::uint64_t number,
                    Time at);
/// By one of the entries that wait for it: all of them, the first line's first.
std::vector<std::uint32_t> lines_of(const Replication& r, const Entry& entry);
std::uint32_t first_line_of(const Replication& r, const Entry& entry);
/// Whether all of it can be shipped, the entry itself put aside; and how it is.
bool others_can_ship(const Replication& r, std::uint32_t slot);
void ship_together(Replication& r, std::uint32_t slot, Time at);

}  // namespace restock::engine
