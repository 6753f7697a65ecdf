// How many random cases, and which: the same ones every time unless RC_PARAMS says otherwise.
#pragma once

#include <cstdlib>

namespace restock::laws {

/// Call before a property is checked; rapidcheck reads the settings once, and the environment has the last word.
inline void fix_random_cases() { setenv("RC_PARAMS", "seed=20260101 max_success=2000", 0); }

}  // namespace restock::laws
