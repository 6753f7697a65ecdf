// What others have met with, and who stays away for it. Functions of a Replication, private to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

void reset_goodwill(Replication& r);
/// Whether a candidate who would come does not, for what others met with.
bool stays_away(Replication& r, std::uint32_t stream, std::uint64_t number, Quantity units, Time at);
/// Somebody has met with something bad, or good.
void lose_goodwill(Replication& r, std::uint32_t stream, Millionths LoyaltyRules::*step);
void gain_goodwill(Replication& r, std::uint32_t stream);

}  // namespace restock::engine
