// The levels of policies that something else than the scenario has set, as they are when the window closes.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

struct ReorderPointAtEnd {
  static constexpr About about{"reorder_point_at_end", "units",
                               "reorder points s that are set by auto, at the end of the window", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return l.levels.points > 0 ? count(l.levels.s) : undefined; }
};

struct OrderUpToAtEnd {
  static constexpr About about{"order_up_to_at_end", "units",
                               "order-up-to levels S of policies that auto sets, at the end of the window",
                               Better::none, Adds::sum};
  static double of(const Ledger& l) { return l.levels.points > 0 ? count(l.levels.S) : undefined; }
};

struct OrderQuantityAtEnd {
  static constexpr About about{"order_quantity_at_end", "units",
                               "lots Q of policies that auto sets, at the end of the window", Better::none, Adds::sum};
  static double of(const Ledger& l) { return l.levels.points > 0 ? count(l.levels.Q) : undefined; }
};

struct LevelChanges {
  static constexpr About about{"level_changes", "reviews", "reviews of levels that changed one", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return l.levels.points > 0 ? count(l.levels.changes) : undefined; }
};

}  // namespace restock
