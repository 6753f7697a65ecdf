// One member of the list in disruption/trigger.hpp.
#pragma once

#include "disruption/spell.hpp"

#include <string_view>

namespace restock {

struct Always {
  static constexpr std::string_view name = "always";
  static constexpr std::string_view summary = "one spell without end; choose it to see what a permanent change does";

  static void fields(auto&, auto&) {}
  Spell first(Time clock_start, const SpellLuck&) const { return {clock_start, never, 0}; }
  Spell next(const Spell& last, const SpellLuck&) const { return {never, never, last.number + 1}; }
};

}  // namespace restock
