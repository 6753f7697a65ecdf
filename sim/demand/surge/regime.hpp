#pragma once

#include "core/time.hpp"
#include "disruption/trigger.hpp"

#include <string_view>
#include <variant>

namespace restock {

struct Regime {
  static constexpr std::string_view name = "regime";
  static constexpr std::string_view summary =
      "more or less demand while a spell lasts (Markov-modulated demand with random spells of exponential lengths); "
      "choose it for good and bad times";
  Trigger when = Always{};
  double lift = 1.0;

  static void fields(auto& self, auto& f) {
    f.required("when", self.when,
               "when it lasts: a trigger, e.g. random(up: exponential(60 d), down: exponential(9 d))");
    f.required("lift", self.lift, "the rate meanwhile, as a factor on the rate without it; below 1 it is a dip");
    f.check(!std::holds_alternative<Threshold>(self.when),
            "demand must not depend on state, so that all alternatives meet the same customers: let the threshold "
            "drive a disruption of supply, or choose a trigger that runs by the calendar");
    f.check(self.lift >= 0.0 && self.lift <= 100.0, "lift must lie between 0 and 100");
  }
  double amplitude() const { return lift > 1.0 ? lift - 1.0 : 0.0; }
};

}  // namespace restock
