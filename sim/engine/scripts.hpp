// Policies that are scripts: read anew for each replication, asked at reviews. Private to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

void reset_scripts(Replication& r);
Quantity ask_script(Replication& r, std::uint32_t point, const ScriptPolicy& policy, const PlannerView& view);

}  // namespace restock::engine
