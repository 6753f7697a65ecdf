// Facts of a stock point in two places. Kept only where a blueprint asks for it.
#pragma once

#include "core/quantity.hpp"
#include "core/wide.hpp"

#include <cstdint>

namespace restock {

struct ShelfFacts {
  std::int64_t shelves = 0;      ///< 1 where there is a shelf
  Wide shelf = 0;                ///< units × ticks on the shelf
  Wide ready = 0;                ///< ticks with something on the shelf
  Quantity moves = 0;            ///< from the back room
  Quantity moved = 0;            ///< units
  Quantity lost_with_stock = 0;  ///< units lost by customers at the shelf while as many lay in the back room

  ShelfFacts& operator+=(const ShelfFacts& o) {
    shelves += o.shelves;
    shelf += o.shelf;
    ready += o.ready;
    moves += o.moves;
    moved += o.moved;
    lost_with_stock += o.lost_with_stock;
    return *this;
  }
  friend bool operator==(const ShelfFacts&, const ShelfFacts&) = default;
};

}  // namespace restock
