// Facts about late information at one stock point: integer tallies within the window.
#pragma once

#include "core/quantity.hpp"
#include "core/wide.hpp"

namespace restock {

struct InformationFacts {
  Quantity reviews = 0;  ///< at which old data were looked at
  Wide age = 0;          ///< ticks from their time to the review, over all of these

  InformationFacts& operator+=(const InformationFacts& o) {
    reviews += o.reviews;
    age += o.age;
    return *this;
  }
  friend bool operator==(const InformationFacts&, const InformationFacts&) = default;
};

}  // namespace restock
