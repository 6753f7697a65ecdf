// Random causes of wrong records, counts, and shelves with a back room, for random blueprints.
#pragma once

#include "engine/record_rules.hpp"
#include "stock/refill.hpp"

namespace restock::laws {

/// Times are mostly multiples of `grain`, which forces ties.
RecordRules random_records(Time grain);
ShelfRules random_shelf(Time grain);

}  // namespace restock::laws
