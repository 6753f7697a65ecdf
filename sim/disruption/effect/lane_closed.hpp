// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/where.hpp"

#include <string_view>

namespace restock {

struct LaneClosed {
  static constexpr std::string_view name = "lane_closed";
  static constexpr std::string_view summary =
      "nothing moves: goods on the way stop and go on where they stood, what is dispatched meanwhile starts when it "
      "opens (with via or sailings: at sea, and what sails); choose it for a blocked canal, a closed border, a strike "
      "of drivers";
  Selector lane;

  static void fields(auto& self, auto& f) {
    f.required("lane", self.lane, "lanes, by name (from->to): a name, a glob or a list");
  }
};

}  // namespace restock
