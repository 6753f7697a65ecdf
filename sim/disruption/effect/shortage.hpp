// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/rules.hpp"
#include "core/time.hpp"
#include "core/where.hpp"

#include <string_view>

namespace restock {

struct MaterialShortage {
  static constexpr std::string_view name = "shortage";
  static constexpr std::string_view summary =
      "a supplier lacks material: of every order he receives a share goes on at once; choose it for allocation in "
      "tight markets, when everybody gets a part of what he ordered";
  Selector at;
  Share fill{0.5};
  RestRule rest = RestRule::late;
  Duration after{day};

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "suppliers: a name, a glob or a list");
    f.required("fill", self.fill, "share of each order that goes on at once, in whole units, rounded down");
    f.optional("rest", self.rest, "late: the rest goes on when the spell ends; cancelled: it leaves the order");
    f.optional("after", self.after, "when the rest is cancelled: time until the customer is told");
    f.check(self.fill.value >= 0.0 && self.fill.value <= 1.0, "fill must lie between 0 and 1");
    // An order follows a cancellation at once: shorter, and a run would be nothing else.
    f.check(self.after.ticks >= minute, "after must be at least 1 min");
  }
};

}  // namespace restock
