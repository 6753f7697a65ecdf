// Rules that say the same in numbers.
#include "compile/alike.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <type_traits>
#include <variant>

namespace restock {
namespace {

/// What a rule says, in a fixed order; none where it says more than numbers.
template <std::size_t Count>
using Numbers = std::optional<std::array<std::int64_t, Count>>;

/// The numbers of a policy that has a level or two, and maybe a calendar. Members that are not listed here keep a row
/// for each of their rules, which costs memory and nothing else.
struct LevelsOf {
  using Levels = std::optional<std::array<std::int64_t, 4>>;  ///< two levels, review period, first review
  static Levels given(const PolicyLevel& a, const PolicyLevel& b, const ReviewCalendar& calendar = {}) {
    if (a.rule || b.rule) return std::nullopt;
    return {{a.units, b.units, calendar.every.ticks, calendar.first.ticks}};
  }
  Levels operator()(const BaseStock& p) const { return given(p.S, 0); }
  Levels operator()(const MinMax& p) const { return given(p.s, p.S); }
  Levels operator()(const ReorderPoint& p) const { return given(p.s, p.Q); }
  Levels operator()(const OrderUpTo& p) const { return given(p.S, 0, p.calendar); }
  Levels operator()(const PeriodicMinMax& p) const { return given(p.s, p.S, p.calendar); }
  Levels operator()(const PeriodicReorderPoint& p) const { return given(p.s, p.Q, p.calendar); }
  Levels operator()(const auto&) const { return std::nullopt; }
};

Numbers<10> numbers_of(const ReplenishmentRule& rule) {
  const auto levels = std::visit(LevelsOf{}, rule.policy);
  const auto* primary = std::get_if<SourcePrimary>(&rule.source);
  const bool looks_at_lateness = primary != nullptr && primary->late_after.has_value();
  if (!levels || looks_at_lateness || rule.lot.round_up_from.value != 0.0) return std::nullopt;
  return {{static_cast<std::int64_t>(rule.policy.index()), (*levels)[0], (*levels)[1], (*levels)[2], (*levels)[3],
           rule.lot.minimum, rule.lot.multiple, rule.lot.maximum, static_cast<std::int64_t>(rule.on_cancel),
           static_cast<std::int64_t>(rule.source.index())}};
}

Numbers<3> numbers_of(const InitialRule& rule) {
  if (!rule.pipeline.empty()) return std::nullopt;
  return {{rule.on_hand.value_or(-1), rule.on_record.value_or(INT64_MIN), rule.backlog}};
}

template <class Rule>
std::vector<std::uint32_t> first_of(const std::vector<Rule>& rules) {
  std::map<typename decltype(numbers_of(rules[0]))::value_type, std::uint32_t> seen;
  std::vector<std::uint32_t> first(rules.size());
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    first[i] = i;
    if (const auto numbers = numbers_of(rules[i])) first[i] = seen.try_emplace(*numbers, i).first->second;
  }
  return first;
}

}  // namespace

std::vector<std::uint32_t> first_alike(const std::vector<ReplenishmentRule>& rules) { return first_of(rules); }
std::vector<std::uint32_t> first_alike(const std::vector<InitialRule>& rules) { return first_of(rules); }

}  // namespace restock
