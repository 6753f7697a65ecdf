// One member of the list in disruption/trigger.hpp.
#pragma once

#include "disruption/spell.hpp"

#include <string_view>

namespace restock {

struct Scheduled {
  static constexpr std::string_view name = "scheduled";
  static constexpr std::string_view summary =
      "one spell at a known date; choose it for what has happened or is announced: a strike, a closure, a move";
  Instant from{};
  Duration span{};

  static void fields(auto& self, auto& f) {
    f.required("from", self.from, "when it begins: a date, or a time after start");
    f.required("for", self.span, "how long it lasts");
    f.check(self.span.ticks > 0, "for must be above 0");
  }
  Spell first(Time, const SpellLuck&) const { return {from.ticks, later(from.ticks, span.ticks), 0}; }
  Spell next(const Spell& last, const SpellLuck&) const { return {never, never, last.number + 1}; }
};

}  // namespace restock
