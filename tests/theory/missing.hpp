// Known answers that the language cannot express yet, and what it would take. Printed into README.md.
#pragma once

#include <string_view>

namespace restock::theory {

struct Missing {
  std::string_view name, source, expected, what;
};

inline constexpr Missing missing[]{
    {"W3", "tree of 101 nodes, simulated", "cost 942.746 ± 0.074", "more than eight priority classes at one sender"},
};

}  // namespace restock::theory
