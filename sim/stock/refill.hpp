// When the shelf of a two-place store is refilled from the back room: the list of the family. `level` is the stock on
// the shelf below which somebody is called at once; `next` the next instant at which somebody looks in any case.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "stock/counts.hpp"

#include <string_view>
#include <variant>

namespace restock {

struct RefillWhenBelow {
  static constexpr std::string_view name = "when_below";
  static constexpr std::string_view summary =
      "somebody is called as soon as the shelf holds fewer units than a level; choose it where staff see the gap";
  Quantity units = 1;
  static void fields(auto& self, auto& f) {
    f.required("level", self.units, "fewer units than this on the shelf call for a refill [units]");
    f.check(self.units >= 1, "level must be at least 1");
  }
  Quantity level(Quantity) const { return units; }
  Time next(Time) const { return never; }
};

struct RefillEvery {
  static constexpr std::string_view name = "rounds";
  static constexpr std::string_view summary =
      "somebody looks at fixed times, whatever the shelf looks like; choose it for the evening shift that fills up";
  Duration interval{day};
  Duration first{};
  static void fields(auto& self, auto& f) {
    f.required("interval", self.interval, "time from one round to the next");
    f.optional("first", self.first, "time from `start` (modulo the interval) to a round");
    f.check(self.interval.ticks > 0, "interval must be above 0");
    f.check(self.first.ticks >= 0, "first must not be negative");
  }
  Quantity level(Quantity) const { return 0; }
  Time next(Time from) const { return calendar_instant(from, interval.ticks, first.ticks); }
};

struct RefillContinuous {
  static constexpr std::string_view name = "continuous";
  static constexpr std::string_view summary =
      "somebody is called as soon as there is room for a pack; choose it for a shelf that is never left alone";
  static void fields(auto&, auto&) {}
  Quantity level(Quantity capacity) const { return capacity; }
  Time next(Time) const { return never; }
};

using Refill = std::variant<RefillWhenBelow, RefillEvery, RefillContinuous>;

/// A stock point in two places: a shelf that walk-in customers see, and a back room.
struct ShelfRules {
  Quantity capacity = 1;
  Quantity pack = 1;
  Quantity level = 0;  ///< fewer on the shelf call for a refill
  Refill refill = RefillContinuous{};
  TimeLaw move_time{};

  /// Units that would go from the back room to the shelf now: whole packs, or all that is left.
  Quantity movable(Quantity shelf, Quantity back) const {
    const Quantity room = capacity - shelf;
    return room >= back ? back : room - room % pack;
  }
  Time next_round(Time from) const {
    return std::visit([from](const auto& rule) { return rule.next(from); }, refill);
  }
};

}  // namespace restock
