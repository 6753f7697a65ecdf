// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/where.hpp"

#include <string_view>

namespace restock {

struct ProductionSlowed {
  static constexpr std::string_view name = "production_slowed";
  static constexpr std::string_view summary =
      "jobs that start on a line meanwhile run at a share of the usual speed; choose it for short staff, energy "
      "rationing, worn machines";
  Selector at;
  double factor = 0.5;

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "suppliers or plants with production lines: a name, a glob or a list");
    f.required("factor", self.factor, "speed as a share of the usual one: 0.5 doubles the line time");
    f.check(self.factor >= 0.001 && self.factor <= 1000.0, "factor must lie between 0.001 and 1000");
  }
};

}  // namespace restock
