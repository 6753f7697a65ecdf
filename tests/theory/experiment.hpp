// A case is run as a user would run it: its file is read, patched by its alternatives and simulated. The seed comes
// from the case's name. Then every expectation is judged.
#pragma once

#include "theory/measures.hpp"

#include <span>
#include <string>
#include <vector>

namespace restock::theory {

/// Whether this build is fast enough to simulate until the laws can be judged. Under a sanitizer, without optimisation
/// or where every line is counted two replications of everything are run, and only deterministic scenarios are judged.
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && \
    !defined(RESTOCK_COVERAGE)
inline constexpr bool in_full = true;
#else
inline constexpr bool in_full = false;
#endif

/// What theory says about one alternative of a scenario (`base`: as written).
struct Expectation {
  std::string alternative;
  std::string metric;
  Measure measure;
  double value = 0.0;
  double tolerance = 0.0;    ///< relative; below 1e-8: the run is deterministic and has to meet the value as exactly
  double uncertainty = 0.0;  ///< standard error of the value itself, where it is not exact
};

/// A scenario file, `cases/<name>.yaml`, and what is known about it.
struct Case {
  std::string name;
  std::vector<Expectation> expected;
};

/// What the simulation says to one expectation.
struct Finding {
  double mean = 0.0;
  double error = 0.0;  ///< standard error of the mean over replications, with the value's own
  bool deterministic = false;

  /// Near: within four standard errors (deterministic: within the tolerance). Sharp: these are within the tolerance.
  bool near(const Expectation& expected) const;
  bool sharp(const Expectation& expected) const;
  bool agrees(const Expectation& expected) const { return near(expected) && sharp(expected); }
};

/// The findings of all expectations, in order. `patches` (`path=value`) are set on every alternative: mutations.
std::vector<Finding> run(const Case& what, std::span<const std::string> patches = {});

/// The text of a case's scenario.
std::string text_of(const Case& what);

}  // namespace restock::theory
