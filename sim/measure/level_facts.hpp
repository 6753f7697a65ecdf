// The levels that a policy had when the window closed, where something else than the scenario set them.
#pragma once

#include "core/quantity.hpp"

namespace restock {

struct LevelFacts {
  Quantity points = 0;   ///< stock points with such levels
  Quantity s = 0;        ///< reorder point
  Quantity S = 0;        ///< order-up-to level
  Quantity Q = 0;        ///< lot
  Quantity changes = 0;  ///< times that a review in the window changed one of them

  LevelFacts& operator+=(const LevelFacts& o) {
    points += o.points;
    s += o.s;
    S += o.S;
    Q += o.Q;
    changes += o.changes;
    return *this;
  }
  friend bool operator==(const LevelFacts&, const LevelFacts&) = default;
};

}  // namespace restock
