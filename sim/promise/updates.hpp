// When somebody who waits is told a new date: the list of the family. The seller looks at the dates of all who wait at
// start + k · the time between two looks, before the demand of that instant.
#pragma once

#include "core/time.hpp"

#include <string_view>
#include <variant>

namespace restock {

struct NoUpdates {
  static constexpr std::string_view name = "never";
  static constexpr std::string_view summary = "silence: nobody hears anything until his goods are shipped";
  static void fields(auto&, auto&) {}
  Time every() const { return 0; }
  bool tells(Time, Time) const { return false; }
};

struct RegularUpdates {
  static constexpr std::string_view name = "regular";
  static constexpr std::string_view summary =
      "everybody who waits is told his date, as it is now, at every look; choose it for a weekly status mail";
  Duration look{week};
  static void fields(auto& self, auto& f) {
    f.optional("every", self.look, "time from one look to the next");
    f.check(self.look.ticks >= hour, "every must be at least 1 h");
  }
  Time every() const { return look.ticks; }
  bool tells(Time, Time) const { return true; }
};

struct UpdatesOnSlip {
  static constexpr std::string_view name = "on_slip";
  static constexpr std::string_view summary =
      "he is told when his date has moved beyond what he was told last, or when there is one at last; choose it for "
      "honest dates without needless mail";
  Duration beyond{};
  Duration look{day};
  static void fields(auto& self, auto& f) {
    f.optional("beyond", self.beyond, "slips up to this long are kept from him");
    f.optional("every", self.look, "time from one look to the next");
    f.check(self.beyond.ticks >= 0, "beyond must not be negative");
    f.check(self.look.ticks >= hour, "every must be at least 1 h");
  }
  Time every() const { return look.ticks; }
  bool tells(Time told, Time date) const {
    if (told == never) return date < never;
    return date == never || date > later(told, beyond.ticks);
  }
};

using Updates = std::variant<NoUpdates, RegularUpdates, UpdatesOnSlip>;

/// Time between two looks; 0: nobody looks.
inline Time look_every(const Updates& updates) {
  return std::visit([](const auto& rule) { return rule.every(); }, updates);
}
/// Whether somebody who was told `told` hears that it is `date` now.
inline bool tells(const Updates& updates, Time told, Time date) {
  return std::visit([&](const auto& rule) { return rule.tells(told, date); }, updates);
}

}  // namespace restock
