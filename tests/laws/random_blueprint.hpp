// Random blueprints that force what is hard: ties, zero times, caps of 0, wrong records, shared lines, kits.
#pragma once

#include "twin/draft.hpp"

#include <rapidcheck.h>

#include <ostream>

namespace restock {

/// A valid blueprint of up to eight stock points and as many streams, with a few hundred customers at most.
rc::Gen<Draft> random_blueprint();

/// Found by rapidcheck when it prints a case.
void showValue(const Draft& blueprint, std::ostream& out);

}  // namespace restock

template <>
struct rc::Arbitrary<restock::Draft> {
  static Gen<restock::Draft> arbitrary() { return restock::random_blueprint(); }
};
