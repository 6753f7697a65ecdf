// How customers of a demand stream arrive: the list of the family. Candidates never depend on stock.
#pragma once

#include "demand/arrivals/batches.hpp"
#include "demand/arrivals/intermittent.hpp"
#include "demand/arrivals/per_period.hpp"
#include "demand/arrivals/poisson.hpp"
#include "demand/arrivals/renewal.hpp"
#include "demand/arrivals/trace.hpp"

#include <variant>

namespace restock {

using Arrivals = std::variant<PoissonArrivals, RenewalArrivals, PerPeriodArrivals, TraceArrivals, IntermittentArrivals,
                              BatchArrivals>;

}  // namespace restock
