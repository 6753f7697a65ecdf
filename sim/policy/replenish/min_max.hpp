#pragma once

#include "policy/view.hpp"

#include <string_view>

namespace restock {

struct MinMax {
  static constexpr std::string_view name = "min_max";
  static constexpr std::string_view summary =
      "(s,S): once the position falls to s or below, order up to S; choose it when each order has a fixed cost";
  static constexpr std::string_view source = "Scarf (1960); Silver, Pyke & Thomas (2017), section 6.3";
  static constexpr bool continuous = true;
  Quantity s = 0;
  Quantity S = 1;
  static void fields(auto& self, auto& f) {
    f.required("s", self.s, "reorder point: order at or below this position [units]");
    f.required("S", self.S, "order-up-to level: position to return to [units]");
    f.check(self.s < self.S, "s must be below S");
  }
  Quantity wake_at() const { return s; }
  Quantity target() const { return S; }
  Quantity order(const PlannerView& view) const { return view.position() <= s ? S - view.position() : 0; }
};

}  // namespace restock
