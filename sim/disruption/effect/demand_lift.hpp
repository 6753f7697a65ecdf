// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/where.hpp"

#include <string>
#include <string_view>

namespace restock {

struct DemandLift {
  static constexpr std::string_view name = "demand_lift";
  static constexpr std::string_view summary =
      "more or fewer customers meanwhile, as a regime surge brings them; choose it for panic buying, a competitor's "
      "outage, a lockdown, where the same event also hits supply";
  Selector at;
  Selector product;
  std::string class_name;
  double factor = 1.0;

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "sites where customers order: a name, a glob or a list");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.required("factor", self.factor, "the rate meanwhile, as a factor on the rate without it; below 1 it is a dip");
    f.check(self.factor >= 0.0 && self.factor <= 100.0, "factor must lie between 0 and 100");
    f.check(self.factor != 1.0, "factor 1 changes nothing");
  }
};

}  // namespace restock
