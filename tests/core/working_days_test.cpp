// Working days against going through them hour by hour.
#include "core/working_days.hpp"

#include "catch.hpp"

#include <random>

using namespace restock;

namespace {

/// Closed hours of 200 days, as a list of hours and as stretches.
struct Hours {
  std::vector<bool> closed;
  WorkingDays days;

  explicit Hours(unsigned seed) : closed(200 * 24, false) {
    std::mt19937 words(seed);
    for (std::size_t at = words() % 30; at < closed.size(); at += 1 + words() % 90) {
      const std::size_t end = std::min(closed.size(), at + 1 + words() % 50);
      for (; at < end; ++at) closed[at] = true;
    }
    for (std::size_t h = 0; h < closed.size(); ++h) {
      if (!closed[h]) continue;
      const Time begin = static_cast<Time>(h) * hour;
      if (h > 0 && closed[h - 1]) {
        days.closed.back().end += hour;
      } else {
        days.closed.push_back({begin, begin + hour});
      }
    }
    days.cut_off = static_cast<Time>(words() % 25) * hour;
    days.midnight = static_cast<Time>(words() % 24) * hour;
  }
  bool is_closed(Time at) const {
    const auto h = static_cast<std::size_t>(at / hour);
    return h < closed.size() && closed[h];
  }
  Time opening(Time at) const {
    while (is_closed(at)) at = (at / hour + 1) * hour;
    return at;
  }
};

}  // namespace

TEST_CASE("openings and spans of open time are what counting the hours gives") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    const Hours hours(seed);
    for (Time at = 0; at < 190 * day; at += 5 * hour + 7 * minute) {
      CHECK(hours.days.open_at_or_after(at) == hours.opening(at));
      for (const Time span : {Time{0}, hour, 30 * hour, 5 * day}) {
        Time left = span;
        Time now = hours.opening(at);
        while (left > 0) {
          const Time step = std::min(left, (now / hour + 1) * hour - now);
          left -= step;
          now = hours.opening(now + step);
        }
        CHECK(hours.days.after(at, span) == now);
      }
      Time first = at;  // the earliest instant, in whole hours below it, that is put off to `at` or later
      while (first > 0 && hours.opening((first - 1) / hour * hour) >= at) first = (first - 1) / hour * hour;
      if (hours.opening(at) != at || first < at) CHECK(hours.days.work_since(at) <= at);
      CHECK(hours.days.work_since(at) == (hours.is_closed(at) || first < at ? first : at));
    }
  }
}

TEST_CASE("an order after the cut-off is the next working day's") {
  WorkingDays office;
  office.closed = {{5 * day, 7 * day}};
  office.cut_off = 14 * hour;
  CHECK(office.taken_up(3 * day + 14 * hour) == 3 * day + 14 * hour);
  CHECK(office.taken_up(3 * day + 14 * hour + 1) == 4 * day);
  CHECK(office.taken_up(4 * day + 15 * hour) == 7 * day);
  CHECK(office.taken_up(5 * day + 9 * hour) == 7 * day);
  CHECK(office.taken_up(-10 * hour) == -10 * hour);
  CHECK(office.taken_up(-9 * hour) == 0);
}

TEST_CASE("five working days after the begin of a Monday is the begin of the next; never stays never") {
  WorkingDays office;
  office.closed = {{5 * day, 7 * day}, {12 * day, 14 * day}};
  CHECK(office.after(0, 5 * day) == 7 * day);
  CHECK(office.after(10 * hour, 5 * day) == 7 * day + 10 * hour);
  CHECK(office.after(6 * day, day) == 8 * day);
  CHECK(office.after(3 * day, never) == never);
}
