// Facts of one stock point about stock kept back, expedited, too old, too much or reduced in price. Kept only where a
// blueprint asks for one of them.
#pragma once

#include "core/quantity.hpp"
#include "core/wide.hpp"
#include "measure/markdown_facts.hpp"

#include <cstdint>

namespace restock {

struct ExtraFacts {
  /// Customers' units that were not sold at once, and would have been but for a critical level or a reserve.
  Quantity held_back = 0;
  Quantity expedited = 0;       ///< units on their way here that were moved to a faster carrier
  Quantity expired = 0;         ///< units that were too old
  Quantity written_off = 0;     ///< units that were left at the end of their product's life
  Wide excess = 0;              ///< units × ticks above the cover target
  std::int64_t perishable = 0;  ///< 1 where stock does not last
  MarkdownFacts markdown{};

  ExtraFacts& operator+=(const ExtraFacts& o) {
    held_back += o.held_back;
    expedited += o.expedited;
    expired += o.expired;
    written_off += o.written_off;
    excess += o.excess;
    perishable += o.perishable;
    markdown += o.markdown;
    return *this;
  }
  friend bool operator==(const ExtraFacts&, const ExtraFacts&) = default;
};

}  // namespace restock
