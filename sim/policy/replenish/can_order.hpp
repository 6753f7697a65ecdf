#pragma once

#include "policy/view.hpp"

#include <string_view>

namespace restock {

/// The products of a group order together: those that are at or below c join the one that is at s.
struct CanOrder {
  static constexpr std::string_view name = "can_order";
  static constexpr std::string_view summary =
      "(s,c,S): at position s or below order up to S, and with it every other product from there that is at its c or "
      "below; choose it where the fixed cost is of the order (a lorry, a customs entry), not of the product";
  static constexpr std::string_view source =
      "Balintfy (1964), Management Science 10(2); Silver (1974), International Journal of Production Research 12(6)";
  static constexpr bool continuous = true;
  Quantity s = 0;
  Quantity c = 0;
  Quantity S = 1;
  static void fields(auto& self, auto& f) {
    f.required("s", self.s, "must-order level: at or below it an order is placed [units]");
    f.required("c", self.c, "can-order level: at or below it the product joins an order of another [units]");
    f.required("S", self.S, "order-up-to level [units]");
    f.check(self.s <= self.c && self.c < self.S, "s must not be above c, and c must be below S");
  }
  Quantity wake_at() const { return s; }
  Quantity target() const { return S; }
  Quantity order(const PlannerView& view) const { return view.position() <= s ? S - view.position() : 0; }
  /// What it adds to an order of another product.
  Quantity join(const PlannerView& view) const { return view.position() <= c ? S - view.position() : 0; }
};

}  // namespace restock
