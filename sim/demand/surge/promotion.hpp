#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "demand/level.hpp"

#include <string_view>
#include <vector>

namespace restock {

struct Promotion {
  static constexpr std::string_view name = "promotion";
  static constexpr std::string_view summary =
      "a lift between two dates, part of it taken from the time after; choose it for what marketing has planned";
  Instant from{};
  Duration lasts{};
  double lift = 1.0;
  Share pull_forward{};
  Duration hangover{};
  Duration every{};

  static void fields(auto& self, auto& f) {
    f.required("from", self.from, "when it begins");
    f.required("for", self.lasts, "how long it lasts");
    f.required("lift", self.lift, "the rate inside, as a factor on the rate without it; below 1 it is a dip");
    f.optional("pull_forward", self.pull_forward, "share of the extra customers who only came earlier than they would");
    f.optional("hangover", self.hangover, "time after the end over which those are missing");
    f.optional("every", self.every, "the promotion comes again after this time; left out: it comes once");
    f.check(self.lasts.ticks > 0, "for must be above 0");
    f.check(self.lift >= 0.0 && self.lift <= 100.0, "lift must lie between 0 and 100");
    f.check(self.pull_forward.value <= 0.0 || self.lift > 1.0, "pull_forward needs a lift above 1");
    f.check(self.pull_forward.value <= 0.0 || self.hangover.ticks > 0, "pull_forward needs a hangover above 0");
    f.check(self.hangover.ticks >= 0 && (self.hangover.ticks == 0 || self.pull_forward.value > 0.0),
            "hangover needs a pull_forward above 0");
    f.check(self.hangover.ticks <= 0 || self.level_after() >= 0.0,
            "hangover is too short: more customers would be missing than come");
    f.check(self.every.ticks == 0 || self.every.ticks >= self.lasts.ticks + self.hangover.ticks,
            "every must be at least for and hangover together");
  }

  double amplitude() const { return lift > 1.0 ? lift - 1.0 : 0.0; }
  /// Factor on the rate during the hangover: as many units are missing as were pulled forward, at an even level.
  double level_after() const {
    return 1.0 -
           pull_forward.value * amplitude() * static_cast<double>(lasts.ticks) / static_cast<double>(hangover.ticks);
  }
  bool on(Time t) const {
    if (t < from.ticks) return false;
    return (every.ticks > 0 ? (t - from.ticks) % every.ticks : t - from.ticks) < lasts.ticks;
  }
  /// Whether any of [begin, end) lies inside.
  bool touches(Time begin, Time end) const {
    if (end <= from.ticks) return false;
    if (on(begin) || begin < from.ticks) return true;
    return every.ticks > 0 && (begin - from.ticks) / every.ticks != (end - 1 - from.ticks) / every.ticks;
  }
  /// Share of [begin, end) that lies inside.
  double share_of(Time begin, Time end) const;
  /// What it takes from the stream's own level.
  std::vector<std::vector<LevelStep>> dips(Time begin, Time end) const;
};

}  // namespace restock
