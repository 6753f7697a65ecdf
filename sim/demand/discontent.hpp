// What news, and none, do to somebody who waits. He brings a measure of discontent that he bears, exponential with mean
// 1, drawn once; each slip that he is told of adds to it, and so does every tick that his date is past and he hears
// nothing. When it is full he leaves: a proportional hazard model in which the hazards of slips and silence add up
// (Cox 1972), so the same customer bears less under worse news, whatever the policy.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

#include <string_view>
#include <variant>

namespace restock {

struct StaysAfterSlip {
  static constexpr std::string_view name = "stay";
  static constexpr std::string_view summary = "nobody cancels because of the news";
  static void fields(auto&, auto&) {}
};

struct LeavesAfterSlip {
  static constexpr std::string_view name = "leave";
  static constexpr std::string_view summary =
      "of those who are told that their date slips by d days, 1 − (1 − at_once)·(1 − per_day)^d cancel; one who hears "
      "that there is no date any more, as after a slip of 0 days";
  Share at_once{};
  Share per_day{};
  static void fields(auto& self, auto& f) {
    f.optional("at_once", self.at_once, "share that cancels after any slip, however short");
    f.optional("per_day", self.per_day, "share of the others that cancels for each day of the slip");
    f.check(self.at_once.value >= 0.0 && self.at_once.value <= 1.0, "at_once must lie between 0 and 1");
    f.check(self.per_day.value >= 0.0 && self.per_day.value < 1.0, "per_day must lie from 0 to below 1");
  }
};

using SlipReaction = std::variant<StaysAfterSlip, LeavesAfterSlip>;

/// What adds to it.
struct DiscontentRules {
  double slip = 0.0;           ///< any slip
  double slip_per_tick = 0.0;  ///< and each tick of it
  double silence = 0.0;        ///< each tick past the date without news

  bool any() const { return slip > 0.0 || slip_per_tick > 0.0 || silence > 0.0; }
  double of_slip(Time told, Time date) const {
    if (told == never || date <= told) return 0.0;
    return slip + (date < never ? slip_per_tick * static_cast<double>(date - told) : 0.0);
  }
  double of_silence(Time told, Time now) const { return told < now ? silence * static_cast<double>(now - told) : 0.0; }
  /// When he has had enough of silence, who was told `told` and bears `left` more; `never`: not by silence.
  Time enough_at(Time told, double left) const {
    if (told == never || silence <= 0.0) return never;
    const double ticks = left / silence;
    if (!(ticks < 9e17)) return never;
    const auto whole = static_cast<Time>(ticks);
    return later(told, whole + 1);
  }
};

}  // namespace restock
