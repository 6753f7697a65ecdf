// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/time.hpp"
#include "core/where.hpp"

#include <string_view>

namespace restock {

struct LaneDelay {
  static constexpr std::string_view name = "lane_delay";
  static constexpr std::string_view summary =
      "what is dispatched meanwhile takes transit * factor + add (with via or sailings: the sea leg of what sails); "
      "choose it for slow steaming, detours and congestion that lengthens trips";
  Selector lane;
  double factor = 1.0;
  Duration add{};
  bool announced = false;

  static void fields(auto& self, auto& f) {
    f.required("lane", self.lane, "lanes, by name (from->to): a name, a glob or a list");
    f.optional("factor", self.factor, "the transit time is multiplied by this");
    f.optional("add", self.add, "and this is added");
    f.optional("announced", self.announced,
               "whether the announced dates of these shipments allow for it; if not, they come late unannounced");
    f.check(self.factor >= 0.0 && self.factor <= 1000.0, "factor must lie between 0 and 1000");
    f.check(self.add.ticks >= 0, "add must not be negative");
    f.check(self.factor != 1.0 || self.add.ticks > 0, "factor or add must be given, or nothing is delayed");
  }
};

}  // namespace restock
