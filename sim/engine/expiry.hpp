// Stock that does not last, stock that is too much, and what is left at the end of a product's life. Functions of a
// Replication, private to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

void reset_expiry(Replication& r);
/// The lot that a point begins with, and the end of its product's life.
void set_expiry(Replication& r, std::uint32_t point);
/// Units are about to come in: those that are here are told from them.
void new_lot(Replication& r, std::uint32_t point, Quantity units);
/// Units have come in after the end of their product's life.
void came_too_late(Replication& r, std::uint32_t point);
/// When the oldest unit that is there becomes too old, the past if it should be gone already; `never` if there is none.
Time oldest_expires(Replication& r, std::uint32_t point);
void on_expiry(Replication& r, std::uint32_t point, bool of_life);
/// Whether nobody orders any more, because what comes in would be written off.
bool is_over(const Replication& r, std::uint32_t point);

bool has_cover_target(const Replication& r, std::uint32_t point);
void count_excess(Replication& r, std::uint32_t point, Quantity before, Quantity now, Time at);
/// What is known of them when the window closes.
void close_extra(Replication& r, std::uint32_t point, ExtraFacts& facts);

}  // namespace restock::engine
