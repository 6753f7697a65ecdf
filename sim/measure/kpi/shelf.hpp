// Stock in two places: what customers found on the shelf. Undefined where there is no back room.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

/// The value where there is a shelf.
inline double at_shelves(double value, const Ledger& l) { return l.shelves.shelves > 0 ? value : undefined; }

struct MeanOnShelf {
  static constexpr About about{"mean_on_shelf", "units", "stock on the shelf, where there is a back room as well",
                               Better::none, Adds::sum};
  static double of(const Ledger& l) { return at_shelves(average(l.shelves.shelf, l), l); }
};

struct ShelfReadyRate {
  static constexpr About about{
      "shelf_ready_rate",     "1",         "share of time with something on the shelf", Better::higher,
      Adds::mean_over_points, Takes::share};
  static double of(const Ledger& l) {
    return ratio(to_double(l.shelves.ready), static_cast<double>(l.length) * count(l.shelves.shelves));
  }
};

struct LostWithStockInBack {
  static constexpr About about{"lost_with_stock_in_back", "units",
                               "units lost at an empty shelf while as many lay in the back room", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return at_shelves(count(l.shelves.lost_with_stock), l); }
};

struct ShelfMoves {
  static constexpr About about{"shelf_moves", "1", "moves from the back room to the shelf", Better::none, Adds::sum};
  static double of(const Ledger& l) { return at_shelves(count(l.shelves.moves), l); }
};

struct UnitsMoved {
  static constexpr About about{"units_moved", "units", "units moved from the back room to the shelf", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return at_shelves(count(l.shelves.moved), l); }
};

}  // namespace restock
