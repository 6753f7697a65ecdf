// Products that are held until their release, and sold down once they are retired. Functions of a Replication, private
// to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

/// What a point begins with: held, if its product is to be released.
void set_listing(Replication& r, std::uint32_t point);
void on_release(Replication& r, std::uint32_t point);
/// Whether nobody orders of suppliers any more: the product is retired, or what comes in would be written off.
bool orders_no_more(const Replication& r, std::uint32_t point);
/// Whether customers can be sold what a point has at `at`.
bool sells(const Replication& r, std::uint32_t point, Time at);

}  // namespace restock::engine
