// One member of the list in disruption/trigger.hpp.
#pragma once

#include "core/quantity.hpp"
#include "disruption/spell.hpp"

#include <string_view>

namespace restock {

/// A two-state Markov chain in discrete time. Periods are [k·every, (k+1)·every) from `start`, before it too; the draw
/// of a period is addressed by k, so that a longer warm-up moves nobody's luck.
struct PerPeriodSpells {
  static constexpr std::string_view name = "by_period";
  static constexpr std::string_view summary =
      "every period it begins or ends with a given probability; it is off in the period in which the clock starts; "
      "choose it for textbook supply disruptions and daily data";
  Duration every{day};
  Share begin{};
  Share end{1.0};

  static void fields(auto& self, auto& f) {
    f.optional("every", self.every, "length of a period; periods begin at start");
    f.required("begin", self.begin, "probability that a period has the cause when the period before had it not");
    f.required("end", self.end, "probability that a period is without the cause when the period before had it");
    // One draw a period: a rare cause in short periods would be looked for until the end of time.
    f.check(self.every.ticks >= minute, "every must be at least 1 min");
    f.check(self.begin.value >= 0.0 && self.begin.value <= 1.0, "begin must lie between 0 and 1");
    f.check(self.end.value >= 0.0 && self.end.value <= 1.0, "end must lie between 0 and 1");
  }
  Spell first(Time clock_start, const SpellLuck& luck) const {
    return after(bucket_of(clock_start, every.ticks), 0, luck);
  }
  Spell next(const Spell& last, const SpellLuck& luck) const {
    return after(last.end / every.ticks, last.number + 1, luck);
  }

 private:
  Time change_after(Time period, double probability, const SpellLuck& luck) const {
    const Time last = never / every.ticks;
    if (probability <= 0.0) return last + 1;
    for (++period; period <= last; ++period)
      if (luck.draws(Purpose::spell_period, static_cast<std::uint64_t>(period)).uniform() < probability) break;
    return period;
  }
  /// The spell that begins after a period without.
  Spell after(Time period, std::uint64_t number, const SpellLuck& luck) const {
    const Time last = never / every.ticks;
    const Time down = change_after(period, begin.value, luck);
    if (down > last) return {never, never, number};
    const Time up = change_after(down, end.value, luck);
    return {down * every.ticks, up > last ? never : up * every.ticks, number};
  }
};

}  // namespace restock
