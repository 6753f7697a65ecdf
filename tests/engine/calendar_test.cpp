// The calendar gives events back in their order, however many are pending and however far apart they lie.
#include "engine/calendar.hpp"
#include "catch.hpp"
#include "core/hash.hpp"

#include <set>
#include <vector>

using namespace restock;

namespace {

/// Luck of a fixed seed.
struct Luck {
  std::uint64_t state = 1;
  std::uint64_t below(std::uint64_t limit) {
    state = fold(state ^ 0x9e3779b97f4a7c15U, 0xbf58476d1ce4e5b9U) + 1;
    return state % limit;
  }
};

/// How far ahead events are put: at once, in ticks that many share, within days, and almost never.
constexpr Time spans[]{1, 60, 1'000'000, day, 30 * day, never / 4};

/// Puts in and takes out, up to `most` at a time; empties it now and then.
bool keeps_order(Luck& luck, Calendar& calendar, std::size_t most, int steps) {
  std::set<Event> pending;
  Time now = 0;
  for (int i = 0; i < steps; ++i) {
    const bool filling = i / 2'000 % 3 != 2;
    if (pending.empty() || (filling && (pending.size() < most || luck.below(2) == 0))) {
      const Time span = spans[luck.below(std::size(spans))];
      const Time tick = std::min(never - 1, now + static_cast<Time>(luck.below(static_cast<std::uint64_t>(span))));
      const Event event{tick, luck.below(8), static_cast<std::uint64_t>(i), 0, EventKind::wake};
      calendar.push(event);
      pending.insert(event);
    } else {
      if (calendar.empty() || calendar.top().number != pending.begin()->number) return false;
      now = calendar.top().tick;
      calendar.pop();
      pending.erase(pending.begin());
    }
    if (calendar.size() != pending.size() || calendar.empty() != pending.empty()) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("events come in the order of their keys: few, many, together, far apart, and after it was empty") {
  Luck luck;
  Calendar calendar;
  for (const std::size_t most : {1U, 10U, 100U, 300U, 1'000U, 5'000U}) {
    INFO(most);
    for (int round = 0; round < 5; ++round) {
      calendar.clear();
      CHECK(keeps_order(luck, calendar, most, 20'000));
    }
  }
}

TEST_CASE("thousands of events of one instant come by their numbers") {
  Calendar calendar;
  for (std::uint64_t n = 0; n < 10'000; ++n) calendar.push({day, 5, 9'999 - n, 0, EventKind::review});
  std::vector<std::uint64_t> numbers;
  for (; !calendar.empty(); calendar.pop()) numbers.push_back(calendar.top().number);
  REQUIRE(numbers.size() == 10'000);
  for (std::uint64_t n = 0; n < numbers.size(); ++n)
    if (numbers[n] != n) FAIL(n);
}
