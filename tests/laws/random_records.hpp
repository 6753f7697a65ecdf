// Random causes of wrong records, and counts, for random blueprints.
#pragma once

#include "engine/record_rules.hpp"

namespace restock::laws {

/// Times are mostly multiples of `grain`, which forces ties.
RecordRules random_records(Time grain);

}  // namespace restock::laws
