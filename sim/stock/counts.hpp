// When stock is counted by plan: the list of the family. `after` is the instant of planned count n, later than `last`
// (for n = 0: the tick before the clock starts); `at` is the address of its draws, whose number the member sets.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "random/law.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <variant>

namespace restock {

struct CountsEvery {
  static constexpr std::string_view name = "every";
  static constexpr std::string_view summary =
      "a full count at a fixed interval; choose it for inventory days and for cycle counts by class (one rule a class)";
  Duration interval{30 * day};
  Duration first{};
  Duration jitter{};
  static void fields(auto& self, auto& f) {
    f.required("interval", self.interval, "time from one count to the next");
    f.optional("first", self.first, "time from `start` (modulo the interval) to a count");
    f.optional("jitter", self.jitter, "each count is late by a time of its own, evenly between 0 and this");
    f.check(self.interval.ticks > 0, "interval must be above 0");
    f.check(self.first.ticks >= 0, "first must not be negative");
    f.check(self.jitter.ticks >= 0 && (self.jitter.ticks == 0 || self.jitter.ticks < self.interval.ticks),
            "jitter must not be negative, and must be below the interval");
  }
  Time after(Time last, std::uint64_t, Address at) const {
    if (jitter.ticks == 0) return calendar_instant(last + 1, interval.ticks, first.ticks);
    Time planned = calendar_instant(last + 1 - jitter.ticks, interval.ticks, first.ticks);
    for (;; planned += interval.ticks) {
      at.nth = static_cast<std::uint64_t>(bucket_of(planned, interval.ticks));
      const double late = Draws(at).uniform() * static_cast<double>(jitter.ticks);
      if (planned + to_ticks(late) > last) return planned + to_ticks(late);
    }
  }
};

struct CountsAtRandom {
  static constexpr std::string_view name = "random";
  static constexpr std::string_view summary =
      "independent gaps of any law between counts; choose it when counts come when there is time for them";
  TimeLaw gap{};
  static void fields(auto& self, auto& f) {
    f.required("gap", self.gap, "time from one count to the next; the first comes one gap after the clock starts");
    f.check(mean(self.gap.law) >= 1.0, "the mean gap must be at least one tick (1 us)");
  }
  Time after(Time last, std::uint64_t n, Address at) const {
    at.nth = n;
    Draws draws(at);
    return later(last, std::max<Time>(1, gap.sample_ticks(draws)));
  }
};

struct CountsSampled {
  static constexpr std::string_view name = "sample";
  static constexpr std::string_view summary =
      "at every instant a share of the stock points, drawn afresh; choose it for random-sample audits";
  Duration every{day};
  Share share{0.05};
  static void fields(auto& self, auto& f) {
    f.required("every", self.every, "time from one sample to the next");
    f.required("share", self.share, "share of the stock points counted each time");
    f.check(self.every.ticks > 0, "every must be above 0");
    f.check(self.share.value >= 1e-6, "share must be at least 0.000001");
  }
  Time after(Time last, std::uint64_t, Address at) const {
    Time instant = calendar_instant(last + 1, every.ticks, 0);
    for (; instant < never; instant += every.ticks) {
      at.nth = static_cast<std::uint64_t>(bucket_of(instant, every.ticks));
      if (Draws(at).uniform() < share.value) break;
    }
    return std::min(instant, never);
  }
};

using Counts = std::variant<CountsEvery, CountsAtRandom, CountsSampled>;

/// What a count finds of the units that are there.
struct CountReading {
  double read_rate = 1.0;  ///< probability that a unit that is there is read
  double right = 1.0;      ///< probability that the count is not off
  QuantityLaw error{};     ///< by how much it is off, up or down with equal probability

  Quantity of(Quantity there, Draws& draws) const {
    Quantity found = there;
    if (read_rate < 1.0) {
      found = 0;
      for (Quantity unit = 0; unit < there; ++unit)
        if (draws.uniform() < read_rate) ++found;
    }
    if (right >= 1.0 || draws.uniform() < right) return found;
    const Quantity off = sample_quantity(error.law, draws);
    return draws.uniform() < 0.5 ? found + off : std::max<Quantity>(0, found - off);
  }
};

}  // namespace restock
