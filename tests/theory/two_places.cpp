// Stock in two places: a shelf and a back room.
#include "theory/known_answers.hpp"

namespace restock::theory {

namespace {

Measure moves_per_day() {
  return fact(
      [](const Ledger& l) { return static_cast<double>(l.shelves.moves) * day / static_cast<double>(l.length); });
}

}  // namespace

Chapter two_places() {
  return {{"TP-01",
           {{"base", "lost fraction", kpi("lost_rate"), 0.0395061728395, 0.02},
            {"base", "shelf_ready_rate", kpi("shelf_ready_rate"), 0.96049382716, 0.002},
            {"base", "mean_on_shelf", kpi("mean_on_shelf"), 7.27901234568, 0.01},
            {"base", "moves a day", moves_per_day(), 2, 0.01}}},
          {"TP-02",
           {{"base", "mean_on_shelf", kpi("mean_on_shelf"), 2.5, 0.0},
            {"base", "shelf_ready_rate", kpi("shelf_ready_rate"), 0.875, 0.0},
            {"base", "lost_with_stock_in_back", kpi("lost_with_stock_in_back"), 1.0, 0.0},
            {"base", "shelf_moves", kpi("shelf_moves"), 2.0, 0.0},
            {"base", "units_moved", kpi("units_moved"), 8.0, 0.0},
            {"base", "move_cost", kpi("move_cost"), 3.0, 0.0}}}};
}

}  // namespace restock::theory
