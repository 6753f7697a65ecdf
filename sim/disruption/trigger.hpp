// When a cause is active: the list of triggers, and the walk over their spells. To add one: one file in
// disruption/trigger/, one line in the list.
//
// Spells are pure functions of (trigger, seed, replication, who, clock start): they run in calendar time whether
// anybody looks or not, and everyone who walks them sees the same ones. All but those of a threshold, which a walk does
// not show.
#pragma once

#include "disruption/trigger/always.hpp"
#include "disruption/trigger/by_period.hpp"
#include "disruption/trigger/random_spells.hpp"
#include "disruption/trigger/regimes.hpp"
#include "disruption/trigger/repeating.hpp"
#include "disruption/trigger/scheduled.hpp"
#include "disruption/trigger/threshold.hpp"

#include <concepts>
#include <variant>

namespace restock {

/// What a member has to offer: its first spell, and the spell after a spell. Spells do not overlap; an end may be the
/// next begin; a begin of `never` ends them.
template <class T>
concept SpellTrigger = requires(const T& trigger, Time clock_start, const Spell& last, const SpellLuck& luck) {
  { T::name } -> std::convertible_to<std::string_view>;
  { T::summary } -> std::convertible_to<std::string_view>;
  { trigger.first(clock_start, luck) } -> std::same_as<Spell>;
  { trigger.next(last, luck) } -> std::same_as<Spell>;
};

template <SpellTrigger... Members>
using TriggerList = std::variant<Members...>;

using Trigger = TriggerList<Always,           //
                            Scheduled,        //
                            Repeating,        //
                            RandomSpells,     //
                            PerPeriodSpells,  //
                            Regimes,          //
                            Threshold>;

/// Stands at one spell of a cause and moves forward. Cheap to copy: copies look ahead without moving the original.
/// The trigger must outlive the walk.
class SpellWalk {
 public:
  SpellWalk(const Trigger& trigger, const SpellLuck& luck, Time clock_start)
      : trigger_(&trigger),
        luck_(luck),
        clock_start_(clock_start),
        raw_(std::visit([&](const auto& member) { return member.first(clock_start, luck); }, trigger)) {
    settle();
  }

  /// The spell at which the walk stands: not empty, and not over before the clock starts (one that has begun before
  /// begins with the clock). Its begin is `never` when there is none any more.
  const Spell& spell() const { return spell_; }

  void advance() {
    step();
    settle();
  }

  /// Moves to the first spell that ends after `at`. Never moves back.
  void seek(Time at) {
    while (spell_.end <= at && spell_.begin < never) advance();
  }

  /// Moves there and tells the level at `at`: 0 outside of a spell. Ask for times in order.
  int level_at(Time at) {
    seek(at);
    return spell_.begin <= at ? spell_.level : 0;
  }

 private:
  void step() {
    raw_ = std::visit([&](const auto& member) { return member.next(raw_, luck_); }, *trigger_);
  }
  void settle() {
    while (raw_.begin < never && (raw_.end <= raw_.begin || raw_.end <= clock_start_)) step();
    spell_ = raw_;
    if (spell_.begin >= never) spell_.begin = spell_.end = never;
    if (spell_.begin < clock_start_) spell_.begin = clock_start_;
  }

  const Trigger* trigger_;
  SpellLuck luck_;
  Time clock_start_;
  Spell raw_{};    ///< as the trigger made it
  Spell spell_{};  ///< as the clock sees it
};

}  // namespace restock
