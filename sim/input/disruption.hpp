// What can go wrong, as the user writes it. Part of scenario.hpp.
#pragma once

#include "core/where.hpp"
#include "disruption/effect.hpp"
#include "disruption/trigger.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace restock {

/// A cause: when x what. Its name addresses its draws.
struct Disruption {
  std::string name;
  Where where;
  Trigger when = Always{};
  std::vector<Effect> effects;

  static void fields(auto& self, auto& f) {
    f.required("when", self.when, "when it is active");
    f.required("effects", self.effects, "what it does meanwhile: [{kind: lane_closed, lane: port->dc}, …]");
    f.check(!self.effects.empty(), "effects must name at least one effect");
    f.check(
        !std::holds_alternative<Threshold>(self.when) ||
            std::ranges::none_of(self.effects, [](const Effect& e) { return std::holds_alternative<DemandLift>(e); }),
        "demand must not depend on state, so that all alternatives meet the same customers: a threshold cannot lift "
        "demand; choose a trigger that runs by the calendar");
  }
};

}  // namespace restock
