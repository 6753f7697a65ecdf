#pragma once

#include "policy/view.hpp"

#include <string_view>

namespace restock {

struct OrderOnDemand {
  static constexpr std::string_view name = "order_on_demand";
  static constexpr std::string_view summary =
      "make to order: nothing is kept, and what customers order is ordered for them, unit for unit; choose it for what "
      "is too dear, too rare or too individual to stock, where customers wait";
  static constexpr std::string_view source = "Hopp & Spearman (2008), Factory Physics, section 10.2 (make to order)";
  static constexpr bool continuous = true;
  Quantity collect = 1;
  static void fields(auto& self, auto& f) {
    f.optional("collect", self.collect, "orders are collected until so many units are owed, and ordered together");
    f.check(self.collect >= 1, "collect must be at least 1");
  }
  Quantity wake_at() const { return -collect; }
  Quantity target() const { return 0; }
  Quantity order(const PlannerView& view) const { return view.position() <= wake_at() ? -view.position() : 0; }
};

}  // namespace restock
