// One member of the list in disruption/trigger.hpp.
#pragma once

#include "core/quantity.hpp"
#include "disruption/spell.hpp"
#include "random/gaps.hpp"

#include <string_view>
#include <vector>

namespace restock {

/// A birth-death chain of levels 0, 1, …; every stay at a level above 0 is a spell of that level. Stationary shares:
/// share(i) · worse(i) / stay(i) = share(i + 1) · (1 − worse(i + 1)) / stay(i + 1), worse = 1 at level 0, 0 at the top.
struct Regimes {
  static constexpr std::string_view name = "regimes";
  static constexpr std::string_view summary =
      "a market that gets tighter and easier step by step: exponential stays at levels 0 (normal), 1, 2 …; at level k "
      "every effect counts k times; choose it for seasons of scarcity that build up";
  std::vector<Duration> stay{};
  Share worse{0.5};

  static void fields(auto& self, auto& f) {
    f.required("stay", self.stay, "mean time at level 0, 1, 2 …, e.g. [60 d, 20 d, 10 d]; it starts at level 0");
    f.optional("worse", self.worse, "probability that a level between is left for the next worse one");
    f.check(self.stay.size() >= 2 && self.stay.size() <= 20, "stay must name 2 to 20 levels");
    f.check(self.all_positive(), "stay must be above 0 at every level");
    f.check(self.worse.value >= 0.0 && self.worse.value < 1.0, "worse must be at least 0 and below 1");
  }
  bool all_positive() const {
    for (const Duration& mean : stay)
      if (mean.ticks <= 0) return false;
    return true;
  }

  Spell first(Time clock_start, const SpellLuck& luck) const { return stay_at(1, rest(clock_start, 0, luck), 0, luck); }
  Spell next(const Spell& last, const SpellLuck& luck) const {
    const std::uint64_t number = last.number + 1;
    Draws move = luck.draws(Purpose::spell_period, last.number);
    const bool top = static_cast<std::size_t>(last.level) + 1 == stay.size();
    const int level = !top && move.uniform() < worse.value ? last.level + 1 : last.level - 1;
    if (level > 0) return stay_at(level, last.end, number, luck);
    return stay_at(1, rest(last.end, number, luck), number, luck);
  }

 private:
  static Time span(Duration mean, Draws draws) {
    return to_ticks(static_cast<double>(mean.ticks) * exponential_gap(draws.next()));
  }
  /// When the stay at level 0 ends that comes before spell `number`.
  Time rest(Time at, std::uint64_t number, const SpellLuck& luck) const {
    return later(at, span(stay[0], luck.draws(Purpose::spell_up, number)));
  }
  Spell stay_at(int level, Time at, std::uint64_t number, const SpellLuck& luck) const {
    const Duration mean = stay[static_cast<std::size_t>(level)];
    return {at, later(at, span(mean, luck.draws(Purpose::spell_down, number))), number, level};
  }
};

}  // namespace restock
