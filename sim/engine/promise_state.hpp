// What somebody who waits has been told, and how much more he bears. A side table of the State: one for each entry.
#pragma once

#include "core/time.hpp"

namespace restock {

struct PromiseState {
  Time told = never;       ///< the date he was told last; `never`: none
  double left = 0.0;       ///< of the discontent that he bears
  Time unheard = never;    ///< when he would leave if he never heard anything after the order
  Time patience = never;   ///< when his own is over
  Time limit = never;      ///< and the seller's
  Time overtakes = never;  ///< when he comes before all classes, if he is still there; afterwards `never`
};

}  // namespace restock
