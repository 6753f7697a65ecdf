// One member of the list in disruption/trigger.hpp.
#pragma once

#include "disruption/spell.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace restock {

struct Repeating {
  static constexpr std::string_view name = "repeating";
  static constexpr std::string_view summary =
      "spells at equal distances, the first at `from`; choose it for weekends, holidays and planned maintenance";
  Duration every{30 * day};
  Duration span{};
  std::optional<Instant> from;  ///< none: it has always been so, with a spell at `start`

  static void fields(auto& self, auto& f) {
    f.required("every", self.every, "time from the begin of a spell to the begin of the next");
    f.required("for", self.span, "how long a spell lasts");
    f.optional("from", self.from,
               "when the first spell begins: a date, or a time after start; left out: it has always been so, with a "
               "spell that begins at start");
    f.check(self.every.ticks > 0, "every must be above 0");
    f.check(self.span.ticks > 0 && self.span.ticks < self.every.ticks, "for must lie between 0 and every");
  }
  Spell first(Time clock_start, const SpellLuck&) const {
    const Time begin = from ? from->ticks : bucket_of(clock_start, every.ticks) * every.ticks;
    return {begin, later(begin, span.ticks), 0};
  }
  Spell next(const Spell& last, const SpellLuck&) const {
    const Time begin = later(last.begin, every.ticks);
    return {begin, later(begin, span.ticks), last.number + 1};
  }
};

}  // namespace restock
