#pragma once

#include "policy/lot_size/needs.hpp"

#include <algorithm>
#include <string_view>

namespace restock {

struct FixedPeriod {
  static constexpr std::string_view name = "fixed_period";
  static constexpr std::string_view summary =
      "an order covers the needs of so many review periods; choose it when suppliers are ordered from in turn";
  static constexpr std::string_view source = "Silver, Pyke & Thomas (2017), section 5.6.1 (period order quantity)";
  static constexpr bool needs_costs = false;
  int periods = 4;
  static void fields(auto& self, auto& f) {
    f.required("periods", self.periods, "review periods that an order covers");
    f.check(self.periods >= 1 && self.periods <= 400, "periods must lie between 1 and 400");
  }

  Quantity lot(const LotNeeds& needs) const {
    Quantity sum = 0;
    const auto most = std::min<std::size_t>(needs.net.size(), static_cast<std::size_t>(periods));
    for (std::size_t i = 0; i < most; ++i) sum += needs.net[i];
    return sum;
  }
};

}  // namespace restock
