// One member of the list in disruption/trigger.hpp.
#pragma once

#include "disruption/spell.hpp"
#include "random/law.hpp"

#include <string_view>

namespace restock {

/// Alternating renewal; with two exponential laws it is the two-state Markov chain.
struct RandomSpells {
  static constexpr std::string_view name = "random";
  static constexpr std::string_view summary =
      "time without and time with the cause take turns, each of its own law; it is without when the clock starts; "
      "choose it for breakdowns and other bad luck";
  TimeLaw up{};
  TimeLaw down{};

  static void fields(auto& self, auto& f) {
    f.required("up", self.up, "time from the end of a spell to the begin of the next");
    f.required("down", self.down, "how long a spell lasts");
    f.check(mean(self.down.law) >= 1.0, "down must not be 0");
  }
  Spell first(Time clock_start, const SpellLuck& luck) const { return after(clock_start, 0, luck); }
  Spell next(const Spell& last, const SpellLuck& luck) const { return after(last.end, last.number + 1, luck); }

 private:
  Spell after(Time at, std::uint64_t number, const SpellLuck& luck) const {
    Draws ups = luck.draws(Purpose::spell_up, number);
    const Time begin = later(at, up.sample_ticks(ups));
    Draws downs = luck.draws(Purpose::spell_down, number);
    return {begin, later(begin, down.sample_ticks(downs)), number};
  }
};

}  // namespace restock
