#pragma once

#include "policy/view.hpp"

#include <algorithm>
#include <string_view>

namespace restock {

struct Conwip {
  static constexpr std::string_view name = "conwip";
  static constexpr std::string_view summary =
      "constant work in progress: like base_stock, but at most `wip` units are released and not finished; the rest "
      "waits to be released; choose it for a plant whose lines clog when everything is released at once";
  static constexpr std::string_view source =
      "Spearman, Woodruff & Hopp (1990), International Journal of Production Research 28(5), 879-894";
  static constexpr bool continuous = true;
  static constexpr bool limits_supply = true;
  Quantity wip = 1;
  Quantity S = 0;
  static void fields(auto& self, auto& f) {
    f.required("wip", self.wip, "most units between release and receipt into stock");
    f.optional("S", self.S,
               "finished goods and work in progress to keep beyond what is owed [units]; 0: make to order");
    f.check(self.wip >= 1, "wip must be at least 1");
  }
  Quantity wake_at() const { return S - 1; }
  Quantity target() const { return S; }
  Quantity order(const PlannerView& view) const {
    return std::max<Quantity>(0, std::min(S - view.position(), wip - view.on_order));
  }
};

}  // namespace restock
