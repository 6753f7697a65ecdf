// Working days and late information, at random.
#pragma once

#include "twin/draft.hpp"

namespace restock::laws {

/// Closed stretches of some ticks, with open ones between, far beyond the end.
WorkingDays random_days(const Draft& b, Time grain);
/// Data that come late, now and then when the policy is reviewed.
InformationRules random_information(const Policy& policy, Time grain);

}  // namespace restock::laws
