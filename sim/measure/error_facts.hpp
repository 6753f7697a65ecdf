// What wrong records did at one stock point, beyond what every point counts. Kept only where a blueprint asks for it.
#pragma once

#include "core/quantity.hpp"
#include "core/wide.hpp"

namespace restock {

struct ErrorFacts {
  Wide misplaced = 0;                 ///< units × ticks that were there and could not be found
  Quantity lost_while_misplaced = 0;  ///< customers' units lost while as many lay misplaced
  Quantity misreceived = 0;           ///< |units| by which what was posted of receipts differs from what came
  Quantity kept = 0;                  ///< units that were picked here and were another's: these stayed
  Quantity strayed = 0;               ///< units that left here for another's
  Quantity misscanned = 0;            ///< |units| by which what was posted of sales differs from what was handed over

  ErrorFacts& operator+=(const ErrorFacts& o) {
    misplaced += o.misplaced;
    lost_while_misplaced += o.lost_while_misplaced;
    misreceived += o.misreceived;
    kept += o.kept;
    strayed += o.strayed;
    misscanned += o.misscanned;
    return *this;
  }
  friend bool operator==(const ErrorFacts&, const ErrorFacts&) = default;
};

}  // namespace restock
