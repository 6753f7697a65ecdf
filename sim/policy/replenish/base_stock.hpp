#pragma once

#include "policy/level.hpp"
#include "policy/view.hpp"

#include <string_view>

namespace restock {

struct BaseStock {
  static constexpr std::string_view name = "base_stock";
  static constexpr std::string_view summary =
      "(S-1,S): every demand is ordered at once; choose it for slow or expensive goods whose orders cost nothing to "
      "place";
  static constexpr std::string_view source = "Zipkin (2000), Foundations of Inventory Management, section 6.2";
  static constexpr bool continuous = true;
  PolicyLevel S = 0;
  static void fields(auto& self, auto& f) {
    f.required("S", self.S, "base-stock level: position to return to after every demand [units]");
    f.check(self.S.can_be_level(), "S is a level here, and eoq is about lots");
  }
  Quantity wake_at() const { return S - 1; }
  Quantity target() const { return S; }
  Quantity order(const PlannerView& view) const { return S - view.position(); }
};

}  // namespace restock
