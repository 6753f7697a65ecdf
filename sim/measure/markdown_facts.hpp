// Facts of one stock point about reduced prices. Part of extra_facts.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "core/wide.hpp"

#include <cstdint>

namespace restock {

struct MarkdownFacts {
  std::int64_t points = 0;   ///< 1 where prices may be reduced
  Quantity units = 0;        ///< shipped to customers at a reduced price
  Wide forgone = 0;          ///< units × millionths of the price that was taken off
  Time reduced = 0;          ///< ticks in which the price was
  std::int64_t changes = 0;  ///< of the price

  MarkdownFacts& operator+=(const MarkdownFacts& o) {
    points += o.points;
    units += o.units;
    forgone += o.forgone;
    reduced += o.reduced;
    changes += o.changes;
    return *this;
  }
  friend bool operator==(const MarkdownFacts&, const MarkdownFacts&) = default;
};

}  // namespace restock
