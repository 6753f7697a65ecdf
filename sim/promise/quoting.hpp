// What a customer who is offered a backorder is told of when it will ship: the list of the family. Pure: from the date
// at which it can be served as far as the seller knows (engine/quote.cpp), and from how late supply was before.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

#include <string_view>
#include <variant>

namespace restock {

struct PipelineQuote {
  static constexpr std::string_view name = "pipeline";
  static constexpr std::string_view summary =
      "the date at which announced supply reaches him, after all who come before; choose it where incoming stock is "
      "allocated to the queue";
  static constexpr bool needs_supply = true;
  static void fields(auto&, auto&) {}
  Time date(Time, Time eta, Time) const { return eta; }
};

struct BufferedQuote {
  static constexpr std::string_view name = "buffered";
  static constexpr std::string_view summary =
      "that date and some time on top; choose it where a promise kept is worth more than a short one";
  static constexpr bool needs_supply = true;
  Duration by{};
  static void fields(auto& self, auto& f) {
    f.required("by", self.by, "time on top");
    f.check(self.by.ticks >= 0, "by must not be negative");
  }
  Time date(Time, Time eta, Time) const { return eta < never ? later(eta, by.ticks) : never; }
};

struct LatenessQuote {
  static constexpr std::string_view name = "lateness";
  static constexpr std::string_view summary =
      "that date and a quantile of how late supply has come to the stock point so far, after the date announced when "
      "it "
      "was ordered; choose it where suppliers are late and nobody knows by how much";
  static constexpr bool needs_supply = true;
  Share quantile{0.9};
  static void fields(auto& self, auto& f) {
    f.optional("quantile", self.quantile, "share of receipts that were not later than what is put on top");
    f.check(self.quantile.value > 0.0 && self.quantile.value < 1.0, "quantile must lie between 0 and 1");
  }
  Time date(Time, Time eta, Time late) const { return eta < never ? later(eta, late) : never; }
};

struct FixedQuote {
  static constexpr std::string_view name = "fixed";
  static constexpr std::string_view summary =
      "so long after the order, whatever is under way, also when nothing is (“ships in 2–3 weeks” promises 3 weeks)";
  static constexpr bool needs_supply = false;
  Duration wait{};
  static void fields(auto& self, auto& f) {
    f.required("wait", self.wait, "time from order to the promised date");
    f.check(self.wait.ticks >= 0, "wait must not be negative");
  }
  Time date(Time now, Time, Time) const { return later(now, wait.ticks); }
};

struct NoQuote {
  static constexpr std::string_view name = "none";
  static constexpr std::string_view summary =
      "no date: the backorder is offered without one, also when nothing is under way, and nothing is promised";
  static constexpr bool needs_supply = false;
  static void fields(auto&, auto&) {}
  Time date(Time, Time, Time) const { return never; }
};

using Quoting = std::variant<PipelineQuote, BufferedQuote, LatenessQuote, FixedQuote, NoQuote>;

/// The date that is told; `never`: none. `late`: the quantile that asks_lateness() names.
inline Time quoted_date(const Quoting& quoting, Time now, Time eta, Time late) {
  return std::visit([&](const auto& rule) { return rule.date(now, eta, late); }, quoting);
}
/// Whether a backorder is offered only while supply is in sight.
inline bool needs_supply(const Quoting& quoting) {
  return std::visit([](const auto& rule) { return rule.needs_supply; }, quoting);
}
/// What somebody who waits is told: where the quote was a text, the date at which he can be served.
inline Time date_of_news(const Quoting& quoting, Time eta, Time late) {
  return needs_supply(quoting) ? quoted_date(quoting, 0, eta, late) : eta;
}
/// The quantile of lateness that it asks for; 0: none.
inline double asks_lateness(const Quoting& quoting) {
  const auto* lateness = std::get_if<LatenessQuote>(&quoting);
  return lateness != nullptr ? lateness->quantile.value : 0.0;
}

}  // namespace restock
