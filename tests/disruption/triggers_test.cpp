// Spells of every trigger: where they lie, and how much of the time they take in the long run.
#include "catch.hpp"
#include "core/hash.hpp"
#include "disruption/trigger.hpp"

#include <cmath>
#include <vector>

using namespace restock;

namespace {

SpellLuck luck(std::string_view name, std::uint64_t replication = 0) { return {2026, replication, hash_name(name)}; }

TimeLaw law(Distribution distribution) {
  prepare(distribution);
  return {distribution};
}

std::vector<Spell> spells(const Trigger& trigger, Time clock_start, Time end, const SpellLuck& with = luck("cause")) {
  std::vector<Spell> all;
  for (SpellWalk walk(trigger, with, clock_start); walk.spell().begin < std::min(end, never); walk.advance())
    all.push_back(walk.spell());
  return all;
}

struct Shares {
  double active = 0.0;           ///< of the time
  std::vector<double> of_level;  ///< of the time
  double spells_per_tick = 0.0;
};
Shares shares(const std::vector<Spell>& all, Time length) {
  Shares sum;
  sum.of_level.resize(20);
  for (const Spell& spell : all) {
    const double share = static_cast<double>(std::min(spell.end, length) - spell.begin) / static_cast<double>(length);
    sum.active += share;
    sum.of_level[static_cast<std::size_t>(spell.level)] += share;
  }
  sum.spells_per_tick = static_cast<double>(all.size()) / static_cast<double>(length);
  return sum;
}

}  // namespace

TEST_CASE("a permanent cause begins with the clock and never ends") {
  const std::vector<Spell> all = spells(Always{}, -5 * day, never);
  REQUIRE(all.size() == 1);
  CHECK(all[0] == Spell{-5 * day, never, 0, 1});
}

TEST_CASE("a scheduled spell lies where it was put; before the clock there is only the rest of it") {
  const Trigger strike = Scheduled{{10 * day}, {4 * day}};
  CHECK(spells(strike, 0, never) == std::vector<Spell>{{10 * day, 14 * day, 0, 1}});
  CHECK(spells(strike, 12 * day, never) == std::vector<Spell>{{12 * day, 14 * day, 0, 1}});
  CHECK(spells(strike, 14 * day, never).empty());
}

TEST_CASE("weekends have always been there, or begin when it is said") {
  const Trigger weekends = Repeating{{7 * day}, {2 * day}, {}};
  const std::vector<Spell> all = spells(weekends, -6 * day, 10 * day);
  REQUIRE(all.size() == 3);
  CHECK(all[0].begin == -6 * day);
  CHECK(all[0].end == -5 * day);
  CHECK(all[1].begin == 0);
  CHECK(all[2].end == 9 * day);
  const std::vector<Spell> later_on = spells(Repeating{{7 * day}, {2 * day}, Instant{3 * day}}, -30 * day, 20 * day);
  REQUIRE(later_on.size() == 3);
  CHECK(later_on[0].begin == 3 * day);
  CHECK(later_on[2].end == 19 * day);
}

// Alternating renewal: the share of time down is E[down] / (E[up] + E[down]), whatever the laws (Ross, Stochastic
// Processes, theorem 3.4.4), and spells come at a rate of 1 / (E[up] + E[down]).
TEST_CASE("breakdowns take the share of time that renewal theory says") {
  const Time length = 400'000 * minute;
  const auto check = [&](const TimeLaw& up, const TimeLaw& down) {
    const double cycle = mean(up.law) + mean(down.law);
    const Shares found = shares(spells(RandomSpells{up, down}, 0, length), length);
    const double cycles = static_cast<double>(length) / cycle;
    // The variance of the down time in a long time t: t (Var[down] E[up]² + Var[up] E[down]²) / cycle³.
    const double spread =
        variance(down.law) * mean(up.law) * mean(up.law) + variance(up.law) * mean(down.law) * mean(down.law);
    const double error = std::sqrt(spread / cycle / cycle / cycle / static_cast<double>(length));
    CHECK(std::fabs(found.active - mean(down.law) / cycle) < 4.0 * error + 1e-9);
    CHECK(found.spells_per_tick * cycle == Approx(1.0).margin(4.0 * 1.5 / std::sqrt(cycles)));
  };
  check(law(Exponential{{40.0 * minute}}), law(Exponential{{6.0 * minute}}));
  check(law(Gamma{{10.0 * minute}, 2.0}), law(Constant{{1.0 * minute}}));
  check(law(Constant{{30.0 * minute}}), law(Uniform{{1.0 * minute}, {3.0 * minute}}));
}

// Two-state Markov chain, rates a (to down) and b (to up): P(down at t | up at 0) = a/(a+b) (1 − exp(−(a+b)t)).
TEST_CASE("with exponential laws the state forgets its start as a Markov chain does") {
  const Trigger trigger = RandomSpells{law(Exponential{{4.0 * minute}}), law(Exponential{{1.0 * minute}})};
  const double a = 0.25;
  const double b = 1.0;
  constexpr int runs = 20'000;
  for (const double days : {0.3, 1.0, 3.0}) {
    int down = 0;
    for (std::uint64_t r = 0; r < runs; ++r)
      down += SpellWalk(trigger, luck("chain", r), 0).level_at(static_cast<Time>(days * static_cast<double>(minute)));
    const double expected = a / (a + b) * (1.0 - std::exp(-(a + b) * days));
    CHECK(static_cast<double>(down) / runs ==
          Approx(expected).margin(4.0 * std::sqrt(expected * (1.0 - expected) / runs)));
  }
}

TEST_CASE("a period is down with probability begin / (begin + end), and spells are geometric") {
  const double begin = 0.04;
  const double end = 0.25;
  const Time periods = 400'000;
  const std::vector<Spell> all = spells(PerPeriodSpells{{minute}, {begin}, {end}}, 0, periods * minute);
  const double share = begin / (begin + end);
  // The indicator's autocorrelation is (1 − begin − end)^k: its mean over n has variance p(1−p)(1+r)/(1−r)/n.
  const double r = 1.0 - begin - end;
  const double error = std::sqrt(share * (1.0 - share) * (1.0 + r) / (1.0 - r) / static_cast<double>(periods));
  CHECK(shares(all, periods * minute).active == Approx(share).margin(4.0 * error));
  std::size_t single = 0;
  for (const Spell& spell : all) {
    REQUIRE(spell.begin % minute == 0);
    REQUIRE(spell.end % minute == 0);
    single += spell.end - spell.begin == minute ? 1U : 0U;
  }
  const auto n = static_cast<double>(all.size());
  CHECK(static_cast<double>(single) / n == Approx(end).margin(4.0 * std::sqrt(end * (1.0 - end) / n)));
  CHECK(all.front().begin >= minute);  // it is off in the period in which the clock starts
}

TEST_CASE("a longer warm-up does not move the luck of a period") {
  const Trigger trigger = PerPeriodSpells{{day}, {0.2}, {0.5}};
  SpellWalk near(trigger, luck("same"), -3 * day);
  SpellWalk far(trigger, luck("same"), -40 * day);
  int differ = 0;
  for (Time at = 30 * day; at < 400 * day; at += day) differ += near.level_at(at) != far.level_at(at) ? 1 : 0;
  CHECK(differ == 0);  // once both chains have been in one state they stay together
}

// Birth-death chain in continuous time: flows between neighbours balance.
TEST_CASE("levels of scarcity take the shares of a birth-death chain") {
  const Regimes regimes{{{60 * minute}, {20 * minute}, {10 * minute}}, {0.3}};
  const Time length = 1'200'000 * minute;
  const Shares found = shares(spells(regimes, 0, length), length);
  const double one = (1.0 / 60.0) / (0.7 / 20.0);
  const double two = one * (0.3 / 20.0) / (1.0 / 10.0);
  const double total = 1.0 + one + two;
  CHECK(found.of_level[1] == Approx(one / total).epsilon(0.03));
  CHECK(found.of_level[2] == Approx(two / total).epsilon(0.05));
  CHECK(found.active == Approx((one + two) / total).epsilon(0.03));
}

TEST_CASE("spells follow each other in order, numbered, and a copy looks ahead without moving the walk") {
  const std::vector<Trigger> triggers = {
      RandomSpells{law(Exponential{{2.0}}), law(Exponential{{1.0}})},  // so short that many spells have no length
      RandomSpells{law(Constant{{0.0}}), law(Constant{{3.0}})},
      PerPeriodSpells{{3}, {0.5}, {0.9}},
      Regimes{{{4}, {2}, {2}, {1}}, {0.5}},
      Repeating{{7}, {3}, {}},
  };
  for (const Trigger& trigger : triggers) {
    SpellWalk walk(trigger, luck("order"), -20);
    Spell last{-20, -20, 0, 1};
    for (int n = 0; n < 400; ++n, walk.advance()) {
      SpellWalk ahead = walk;
      ahead.seek(walk.spell().end + 100);
      REQUIRE(ahead.spell().begin > walk.spell().begin);
      REQUIRE(walk.spell().begin >= last.end);
      REQUIRE(walk.spell().end > walk.spell().begin);
      REQUIRE(walk.spell().number >= last.number);
      last = walk.spell();
    }
  }
}

TEST_CASE("a cause's spells depend on its name and on the replication, and on nothing else") {
  const Trigger trigger = RandomSpells{law(Exponential{{5.0 * day}}), law(Exponential{{1.0 * day}})};
  const auto first = spells(trigger, 0, 500 * day, luck("a"));
  CHECK(first == spells(trigger, 0, 500 * day, luck("a")));
  CHECK(first != spells(trigger, 0, 500 * day, luck("b")));
  CHECK(first != spells(trigger, 0, 500 * day, luck("a", 1)));
}
