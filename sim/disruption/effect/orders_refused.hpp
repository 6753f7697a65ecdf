// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/where.hpp"

#include <string_view>

namespace restock {

struct OrdersRefused {
  static constexpr std::string_view name = "orders_refused";
  static constexpr std::string_view summary =
      "nobody can order there: continuous policies look again at the end, periodic ones miss their review, and other "
      "sources are used where there are any; choose it for textbook supplier disruptions and allocation stops";
  Selector at;

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "sites that refuse replenishment orders: a name, a glob or a list");
  }
};

}  // namespace restock
