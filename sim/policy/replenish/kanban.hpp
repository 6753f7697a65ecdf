#pragma once

#include "policy/view.hpp"

#include <algorithm>
#include <string_view>

namespace restock {

/// A card goes back when its container is emptied, not when somebody is owed: with customers waiting no more than the
/// cards are ever on order. As long as stock lasts it is a base stock in lots, reorder_point(s: (k - 1) n, Q: n).
struct Kanban {
  static constexpr std::string_view name = "kanban";
  static constexpr std::string_view summary =
      "k cards on containers of n units; an emptied container sends its card back as an order of n; choose it for "
      "steady demand between neighbours, where no more than k containers may ever be about";
  static constexpr std::string_view source =
      "Buzacott & Shanthikumar (1993), Stochastic Models of Manufacturing Systems, section 4.5; Hopp & Spearman "
      "(2008), Factory Physics, chapter 4";
  static constexpr bool continuous = true;
  static constexpr bool limits_supply = true;
  Quantity cards = 1;
  Quantity container = 1;
  static void fields(auto& self, auto& f) {
    f.required("cards", self.cards, "k: number of cards");
    f.required("container", self.container, "n: units in a container, and of an order");
    f.check(self.cards >= 1, "cards must be at least 1");
    f.check(self.container >= 1, "container must be at least 1");
    f.check(self.cards < 1'000'000'000 && self.container < 1'000'000'000, "cards and container must stay below 10^9");
  }
  /// The position is never above what is in containers and on order.
  Quantity wake_at() const { return (cards - 1) * container; }
  Quantity target() const { return cards * container; }
  Quantity order(const PlannerView& view) const {
    const Quantity free = target() - std::max<Quantity>(0, view.on_record) - view.on_order;
    return std::max<Quantity>(0, free / container) * container;
  }
};

}  // namespace restock
