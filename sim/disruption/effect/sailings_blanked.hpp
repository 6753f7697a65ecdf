// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/where.hpp"

#include <string_view>

namespace restock {

struct SailingsBlanked {
  static constexpr std::string_view name = "sailings_blanked";
  static constexpr std::string_view summary =
      "no vessel sails: what waits rolls to the next sailing; choose it for carriers that blank sailings when demand "
      "is weak or the port is full";
  Selector lane;

  static void fields(auto& self, auto& f) {
    f.required("lane", self.lane, "lanes with sailings, by name (from->to): a name, a glob or a list");
  }
};

}  // namespace restock
