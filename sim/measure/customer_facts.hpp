// Facts of one demand stream about customers who come back, stay away, are kept on, overtake or cannot pay, of the
// cohort. Kept only where a blueprint has such.
#pragma once

#include "core/quantity.hpp"

namespace restock {

struct CustomerFacts {
  Quantity turned_away = 0;       ///< units to which stock was denied and whose customer will try again, each time
  Quantity waits_notice = 0;      ///< the part of them whose customer wants to be told
  Quantity visits = 0;            ///< orders that came for a further visit
  Quantity away = 0;              ///< units whose customer was to come again when the run ended: open
  Quantity stayed_away = 0;       ///< units of those who would have come but for what others met with: no demand
  Quantity reassessed = 0;        ///< times that the seller looked at an order at his limit
  Quantity kept_on = 0;           ///< the part of them after which it was kept
  Quantity overtook = 0;          ///< units of orders that came before all classes, for how long they had waited
  Quantity payment_failed = 0;    ///< units cancelled by the seller because payment failed
  Quantity payment_declined = 0;  ///< units not taken on backorder because payment would have failed

  CustomerFacts& operator+=(const CustomerFacts& o) {
    turned_away += o.turned_away;
    waits_notice += o.waits_notice;
    visits += o.visits;
    away += o.away;
    stayed_away += o.stayed_away;
    reassessed += o.reassessed;
    kept_on += o.kept_on;
    overtook += o.overtook;
    payment_failed += o.payment_failed;
    payment_declined += o.payment_declined;
    return *this;
  }
  friend bool operator==(const CustomerFacts&, const CustomerFacts&) = default;
};

}  // namespace restock
