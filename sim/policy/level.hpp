// A level of a replenishment policy as it may be written: a number of units, or auto(…) and what it is to achieve.
#pragma once

#include "core/quantity.hpp"
#include "core/rules.hpp"
#include "core/time.hpp"
#include "policy/lead_demand.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

namespace restock {

/// How a level is set. What it means for s, S and Q: policy/set_levels.hpp.
struct AutoLevel {
  static constexpr std::string_view name = "auto";
  static constexpr std::string_view summary =
      "set from what is known of demand and lead time: once, before the run (that grows stale), or at every `review`, "
      "from the forecast, its errors and the lead times seen";
  static constexpr std::string_view source =
      "Silver, Pyke & Thomas (2017), sections 4.3 (EOQ), 6.7 (s), 6.9 (S); Axsäter (2015), 5.3; Zipkin (2000), 6.4 "
      "(costs); Silver & Bischak (2011) (fill rate under periodic review)";
  std::optional<LevelBy> by;
  std::optional<Share> service;
  std::optional<Share> fill_rate;
  std::optional<Duration> cover;
  std::optional<Quantity> safety_stock;
  LeadDemand law = NormalDemand{};
  std::optional<Duration> review;
  std::optional<LeadTimeOf> lead_time;

  static void fields(auto& self, auto& f) {
    f.optional(
        "by", self.by,
        "by costs. eoq, for Q, or S beside s (then s + EOQ): √(2·demand·ordering/holding). newsvendor: the level "
        "at which P(demand ≤ level) reaches backorder/(backorder + holding), over the lots for s; without a "
        "backorder cost, under periodic review, margin/(margin + holding of a review period)");
    f.optional(
        "service", self.service,
        "probability of no shortage between ordering and the next chance to order: the least level with P(demand "
        "over lead time and review period ≤ level) at least this (cycle service, P1)");
    f.optional("fill_rate", self.fill_rate,
               "share of demand met from stock: the least level whose expected shortage per cycle, over the lot or the "
               "demand of a review period, is at most 1 − this (P2)");
    f.optional("cover", self.cover, "units wanted in this time: a level, or for Q a lot, in days of supply");
    f.optional("safety_stock", self.safety_stock,
               "mean demand over lead time and review period, and these units on top [units]");
    f.optional("law", self.law, "law of demand over the lead time, by its mean and variance");
    f.optional(
        "review", self.review,
        "the level is set anew at start + k · this, from the forecast (section forecast) and what it missed; left "
        "out: never");
    f.optional("lead_time", self.lead_time,
               "for levels that are reviewed: observed (mean and variance of all receipts so far; the default) or "
               "planned (as announced)");
    const int goals = (self.by ? 1 : 0) + (self.service ? 1 : 0) + (self.fill_rate ? 1 : 0) + (self.cover ? 1 : 0) +
                      (self.safety_stock ? 1 : 0);
    f.check(goals == 1, "auto needs one of eoq, newsvendor, service, fill_rate, cover and safety_stock");
    f.check(!self.service || (self.service->value > 0.0 && self.service->value < 1.0),
            "service must lie strictly between 0 and 1");
    f.check(!self.fill_rate || (self.fill_rate->value > 0.0 && self.fill_rate->value < 1.0),
            "fill_rate must lie strictly between 0 and 1");
    f.check(!self.cover || self.cover->ticks > 0, "cover must be above 0");
    f.check(!self.review || self.review->ticks >= hour, "review must be at least 1 h");
    f.check(self.review || !std::holds_alternative<EmpiricalDemand>(self.law),
            "law empirical needs review: it is made of what has been seen");
    f.check(self.review || !self.lead_time, "lead_time needs review: it is about what is seen of lead times");
  }

  bool is_due(Time at) const { return review && at % review->ticks == 0; }
};

/// The other way of writing a level.
struct GivenLevel {
  static constexpr std::string_view name = "units";
  static constexpr std::string_view summary = "a stated number of units";
  Quantity units = 0;
  static void fields(auto& self, auto& f) { f.required("units", self.units, "the level [units]"); }
};

using LevelRule = std::variant<GivenLevel, AutoLevel>;

/// A number of units, and the rule by which they are to be set, if they are: where policies run, nobody asks for it.
struct PolicyLevel {
  Quantity units = 0;
  std::shared_ptr<const AutoLevel> rule;  ///< shared, so that a policy stays small

  PolicyLevel(Quantity given = 0) : units(given) {}  // NOLINT(google-explicit-constructor): a level is a number
  explicit PolicyLevel(const LevelRule& written) {
    if (const auto* given = std::get_if<GivenLevel>(&written)) units = given->units;
    if (const auto* automatic = std::get_if<AutoLevel>(&written)) rule = std::make_shared<const AutoLevel>(*automatic);
  }
  operator Quantity() const { return units; }  // NOLINT(google-explicit-constructor)

  /// For checks of what is written: nothing can be said of what is set later.
  bool below(const PolicyLevel& other) const { return rule || other.rule || units < other.units; }
  bool at_least(Quantity least) const { return rule || units >= least; }
  /// Whether a rule, if there is one, is about a lot, or about a level of stock.
  bool can_be_lot() const { return !rule || rule->cover || rule->by == LevelBy::eoq; }
  bool can_be_level() const { return !rule || rule->by != LevelBy::eoq; }
};

/// The rules of a policy's levels.
struct LevelRules {
  std::optional<AutoLevel> s, S, Q;

  bool any() const { return s || S || Q; }
  bool reviewed() const { return (s && s->review) || (S && S->review) || (Q && Q->review); }
  /// When one of them is due after `at`.
  Time next_after(Time at) const {
    Time next = never;
    for (const auto* rule : {&s, &S, &Q})
      if (*rule && (*rule)->review) next = std::min(next, calendar_instant(at + 1, (*rule)->review->ticks, 0));
    return next;
  }
  /// Buckets of the past that their laws look at.
  int history() const {
    int most = 0;
    for (const auto* rule : {&s, &S, &Q})
      if (*rule)
        if (const auto* past = std::get_if<EmpiricalDemand>(&(*rule)->law)) most = std::max(most, past->history);
    return most;
  }
};

}  // namespace restock
