// Choices of rapidcheck's from which random blueprints are made; low and false are the simplest, so a case shrinks
// there.
#pragma once

#include "core/time.hpp"
#include "random/law.hpp"

#include <rapidcheck.h>

#include <cstdint>
#include <initializer_list>

namespace restock::laws {

/// A whole number from low to high; shrinks towards low.
inline std::int64_t pick(std::int64_t low, std::int64_t high) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(low, high + 1));
}
inline bool chance(int percent) { return pick(0, 99) >= 100 - percent; }
template <class T>
T one_of(std::initializer_list<T> choices) {
  return choices.begin()[pick(0, static_cast<std::int64_t>(choices.size()) - 1)];
}
inline std::uint32_t index(std::int64_t low, std::int64_t high) { return static_cast<std::uint32_t>(pick(low, high)); }
inline Measure measure(Time ticks) { return {static_cast<double>(ticks)}; }

/// A law of times on the grid of `grain`, up to about `most` of it: constant, zero, a few values or exponential.
inline TimeLaw random_time(Time grain, std::int64_t most) {
  TimeLaw law{Constant{measure(grain * pick(0, most))}};
  switch (pick(0, 5)) {
    case 0:
    case 1:
      break;
    case 2:
      law.law = Constant{measure(0)};
      break;
    case 3:
      law.law = Empirical{{measure(0), measure(grain), measure(grain * most), measure(grain + 1)}, {}};
      break;
    case 4:
      law.law = DiscreteUniform{measure(0), measure(2 * grain)};
      break;
    default:
      law.law = Exponential{measure(grain * std::max<Time>(1, most / 2))};
      break;
  }
  prepare(law.law);
  return law;
}

}  // namespace restock::laws
