// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/where.hpp"

#include <string_view>

namespace restock {

struct YieldDrop {
  static constexpr std::string_view name = "yield_drop";
  static constexpr std::string_view summary =
      "of what is finished meanwhile fewer units are good; choose it for bad material, worn tools, new staff";
  Selector at;
  double factor = 0.5;

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "suppliers or plants with production: a name, a glob or a list");
    f.required("factor", self.factor, "the yield as a share of the usual one");
    f.check(self.factor >= 0.01 && self.factor < 1.0, "factor must be at least 0.01 and below 1");
  }
};

}  // namespace restock
