// What keeps a scenario from having a steady state. Private to campaign/.
#pragma once

#include "core/issue.hpp"
#include "input/scenario.hpp"

namespace restock {

/// One problem for each part of the scenario that makes one day of the window unlike another: dates in it, trend,
/// seasonality, a trace. Rhythms of supply and reviews (a review each week, working days) are none.
void refuse_unsteady(const Scenario& scenario, Issues& issues);

}  // namespace restock
