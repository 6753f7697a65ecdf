#include "laws/random_days.hpp"

#include "laws/picks.hpp"

#include <variant>

namespace restock::laws {

WorkingDays random_days(const Draft& b, Time grain) {
  WorkingDays days;
  Time at = -b.warmup - grain * pick(0, 6);
  while (at < b.length + b.drain + 40 * grain) {
    const Time begin = at + grain * pick(1, 5);
    at = begin + grain * pick(1, 4);
    days.closed.push_back({begin, at});
  }
  if (chance(40)) days.cut_off = pick(0, 24) * hour;
  days.midnight = pick(0, 3) * 6 * hour;
  return days;
}

InformationRules random_information(const Policy& policy, Time grain) {
  InformationRules late{
      {{grain * pick(1, 4)}, {grain * pick(0, 5)}}, chance(75) ? grain * pick(0, 8) : pick(0, 3), chance(60)};
  std::visit(
      [&](const auto& rule) {
        if constexpr (requires { rule.calendar; })
          if (chance(40)) late.refresh = rule.calendar;
      },
      policy);
  return late;
}

}  // namespace restock::laws
