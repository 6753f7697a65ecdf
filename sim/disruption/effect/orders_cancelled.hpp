// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "core/where.hpp"

#include <string_view>

namespace restock {

struct OrdersCancelled {
  static constexpr std::string_view name = "orders_cancelled";
  static constexpr std::string_view summary =
      "a supplier cancels some of the orders that he receives meanwhile; choose it for unreliable suppliers and for "
      "better-paying customers ahead of you";
  Selector at;
  Share probability{};
  Duration after{day};

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "suppliers: a name, a glob or a list");
    f.required("probability", self.probability, "share of orders that are cancelled, each by its own draw");
    f.optional("after", self.after, "time from the order's arrival until the customer is told");
    f.check(self.probability.value >= 0.0 && self.probability.value <= 1.0, "probability must lie between 0 and 1");
    // An order follows a cancellation at once: shorter, and a run would be nothing else.
    f.check(self.after.ticks >= minute, "after must be at least 1 min");
  }
};

}  // namespace restock
