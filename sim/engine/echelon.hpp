// Policies that watch the stock of everybody downstream: verbs of a Replication that nobody else needs to know.
#pragma once

#include "engine/replication.hpp"

namespace restock::echelons {

void reset(Replication& r);
/// Whether the policy of a point watches its echelon.
bool watches(const Replication& r, std::uint32_t point);
/// What its planner sees: sums over the echelon, in units of the point.
PlannerView view(Replication& r, std::uint32_t point);
/// Something of a member may have fallen: every echelon that it belongs to is looked at.
void ask(Replication& r, std::uint32_t member);
/// The same of a demand that is another member's order: the sum stays, but whoever is low acts at every demand.
void ask_if_low(Replication& r, std::uint32_t member);
/// A member's customers may have used up its share.
void after_wake(Replication& r, std::uint32_t member);
/// The policy of the point has acted.
void after_review(Replication& r, std::uint32_t point);
/// Units that customers of a member may still demand before somebody has to look; `unlimited` if nobody has.
Quantity units_left(const Replication& r, std::uint32_t member);
/// Before the first event.
void start(Replication& r);

}  // namespace restock::echelons
