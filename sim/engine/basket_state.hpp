// Orders of several lines that are under way. A side table of the State, empty where every order has one line.
#pragma once

#include "core/quantity.hpp"
#include "engine/pool.hpp"

#include <cstdint>
#include <vector>

namespace restock {

struct OpenBasket {
  std::uint32_t stream = 0;    ///< whose order it is
  std::uint32_t lines = 0;     ///< that have not ended
  std::uint32_t first = none;  ///< of an order that waits to ship together: its first line's entry
  bool cohort = false;
  bool filled = true;   ///< all lines that ended were
  bool on_time = true;  ///< likewise
};

struct OrderLine {
  std::uint32_t point = 0;
  std::uint32_t stream = 0;
  Quantity units = 0;
};

struct BasketTables {
  std::vector<std::uint32_t> of_stream;  ///< into Blueprint::baskets, or none
  Pool<OpenBasket> open;
  std::vector<OrderLine> lines;  ///< of the order that is being placed

  bool any() const { return !of_stream.empty(); }
};

}  // namespace restock
