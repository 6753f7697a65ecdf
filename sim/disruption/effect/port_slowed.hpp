// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/where.hpp"

#include <string_view>

namespace restock {

struct PortSlowed {
  static constexpr std::string_view name = "port_slowed";
  static constexpr std::string_view summary =
      "vessels at berth are handled at a share of the usual speed, those that are there already too; choose it for "
      "go-slows, short shifts, wind at the cranes, or with a factor above 1 for extra shifts";
  Selector at;
  double factor = 0.5;

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "ports: a name, a glob or a list");
    f.required("factor", self.factor, "speed as a share of the usual one: 0.5 doubles the time that is left at berth");
    f.check(self.factor >= 0.001 && self.factor <= 1000.0, "factor must lie between 0.001 and 1000");
  }
};

}  // namespace restock
