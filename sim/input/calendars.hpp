// The section `calendars`: working days. Part of scenario.hpp.
#pragma once

#include "core/time.hpp"
#include "core/where.hpp"

#include <optional>
#include <string>
#include <vector>

namespace restock {

enum class Weekday : std::uint8_t { mon, tue, wed, thu, fri, sat, sun };

struct Shutdown {
  Instant from{};
  Duration lasts{};

  static void fields(auto& self, auto& f) {
    f.required("from", self.from, "date, or time after start; whole days are closed");
    f.required("lasts", self.lasts, "how long");
    f.check(self.lasts.ticks > 0, "lasts must be above 0");
  }
};

struct CalendarRule {
  std::string name;
  Where where;
  std::vector<Weekday> days{Weekday::mon, Weekday::tue, Weekday::wed, Weekday::thu, Weekday::fri};
  std::vector<Instant> holidays;
  std::vector<Shutdown> shutdowns;
  std::optional<Duration> cut_off;

  static void fields(auto& self, auto& f) {
    f.optional("days", self.days, "working days of the week");
    f.optional("holidays", self.holidays, "dates on which nobody works");
    f.optional("shutdowns", self.shutdowns, "stretches in which nobody works: [{ from: 2026-08-03, lasts: 14 d }]");
    f.optional("cut_off", self.cut_off,
               "time of day (14 h) until which an order counts as that day's; later ones are taken up at the begin of "
               "the next working day");
    f.check(!self.days.empty(), "days must not be empty");
    f.check(!self.cut_off || (self.cut_off->ticks >= 0 && self.cut_off->ticks <= day),
            "cut_off must lie between 0 h and 24 h");
  }
};

}  // namespace restock
