// One member of the list in disruption/trigger.hpp. The only one whose spells depend on what happens: they are not
// known beforehand, so whoever runs the model looks at the stated instants and begins and ends them.
#pragma once

#include "core/quantity.hpp"
#include "core/rules.hpp"
#include "core/where.hpp"
#include "disruption/spell.hpp"

#include <optional>
#include <string_view>

namespace restock {

struct Threshold {
  static constexpr std::string_view name = "threshold";
  static constexpr std::string_view summary =
      "active while a sum over stock points or ports is beyond a limit, as it is looked at at equal distances of time; "
      "choose it for what people do about shortage and queues: blank sailings, extra shifts, stops of orders";
  Watched of = Watched::backlog;
  Selector at;
  Selector product;
  std::optional<Quantity> above;
  std::optional<Quantity> below;
  std::optional<Quantity> until;
  Duration check{hour};
  Duration delay{};
  Duration least{};

  static void fields(auto& self, auto& f) {
    f.required("of", self.of,
               "what is summed: backlog, on_hand, on_record or on_order of stock points [units], or port_queue, the "
               "vessels at anchor");
    f.required("at", self.at, "over which sites (ports, for port_queue): a name, a glob or a list");
    f.optional("product", self.product, "and which products; default all");
    f.optional("above", self.above, "it begins when the sum is above this");
    f.optional("below", self.below, "or: when the sum is below this");
    f.optional("until", self.until,
               "it ends when the sum is back at this or beyond; default: at the limit where it begins");
    f.optional("check", self.check, "how often the sum is looked at, from start on");
    f.optional("delay", self.delay, "time from the look that finds it beyond the limit to the begin, in any case");
    f.optional("least", self.least, "how long it lasts at least");
    f.check(self.above.has_value() != self.below.has_value(), "above or below must be given, one of the two");
    f.check(!self.above || !self.until || *self.until <= *self.above, "until must not be above the limit");
    f.check(!self.below || !self.until || *self.until >= *self.below, "until must not be below the limit");
    f.check(self.check.ticks >= minute, "check must be at least 1 min");
    f.check(self.delay.ticks >= 0 && self.least.ticks >= 0, "delay and least must not be negative");
    f.check(self.of != Watched::port_queue || self.product.patterns.empty(), "product is for stock, not for queues");
  }
  bool begins(Quantity sum) const { return above ? sum > *above : sum < below.value_or(0); }
  bool ends(Quantity sum) const {
    return above ? sum <= until.value_or(*above) : sum >= until.value_or(below.value_or(0));
  }
  /// The first instant at or after `from` at which it is looked.
  Time look_at_or_after(Time from) const { return calendar_instant(from, check.ticks, 0); }

  Spell first(Time, const SpellLuck&) const { return {}; }
  Spell next(const Spell& last, const SpellLuck&) const { return {never, never, last.number + 1}; }
};

}  // namespace restock
