// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/where.hpp"

#include <optional>
#include <string_view>

namespace restock {

struct DispatchHeld {
  static constexpr std::string_view name = "dispatch_held";
  static constexpr std::string_view summary =
      "nothing is dispatched; orders wait and are released at the end, what is on the way goes on; choose it for a "
      "strike at the sender, a lack of trucks, a customs stop";
  std::optional<Selector> at;
  std::optional<Selector> lane;

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at, "sites that dispatch nothing, over any lane: a name, a glob or a list");
    f.optional("lane", self.lane, "or lanes, by name (from->to): a name, a glob or a list");
    f.check(self.at.has_value() != self.lane.has_value(), "at or lane must be given, one of the two");
  }
};

}  // namespace restock
