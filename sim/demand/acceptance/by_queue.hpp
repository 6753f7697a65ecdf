#pragma once

#include "core/quantity.hpp"
#include "demand/offer_view.hpp"
#include "random/draws.hpp"

#include <string_view>

namespace restock {

struct AcceptsByQueue {
  static constexpr std::string_view name = "by_queue";
  static constexpr std::string_view summary =
      "with k units waiting a customer joins with probability ratio^(k + 1); choose it when customers see the queue";
  Share ratio{1.0};
  static void fields(auto& self, auto& f) {
    f.required("ratio", self.ratio, "each unit ahead, and the customer's own place, multiplies the chance by this");
    f.check(self.ratio.value >= 0.0 && self.ratio.value <= 1.0, "ratio must lie between 0 and 1");
  }
  bool accepts(const OfferView& offer, Draws& draws) const {
    const double u = draws.uniform();
    double chance = ratio.value;
    for (Quantity k = 0; k < offer.units_in_queue && chance > u; ++k) chance *= ratio.value;
    return u < chance;
  }
};

}  // namespace restock
