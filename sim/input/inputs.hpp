// The section `inputs`: whether what the scenario took from observations is drawn anew from them. Part of scenario.hpp.
#pragma once

#include "core/time.hpp"

#include <optional>

namespace restock {

/// Empirical laws, and demand traces by blocks, are resampled with replacement: the bootstrap of inputs (Barton &
/// Schruben 1993, Cheng & Holland 1997).
struct InputRules {
  int bootstrap = 50;
  std::optional<Duration> blocks;  ///< none: traces are replayed as they are

  static void fields(auto& self, auto& f) {
    f.required("bootstrap", self.bootstrap,
               "so many resamples of every list of observations (empirical), each as long as the list, drawn from it "
               "with replacement; replication r runs with resample r modulo this number, in every alternative");
    f.optional("blocks", self.blocks,
               "demand traces are resampled too, in blocks of this length, counted from `start`, which keep what "
               "follows what; all whole blocks of the history can be drawn, also those before the run; left out: "
               "traces are replayed as they are");
    f.check(self.bootstrap >= 2 && self.bootstrap <= 10'000, "bootstrap must lie between 2 and 10000");
    f.check(!self.blocks || self.blocks->ticks > 0, "blocks must be above 0");
  }
};

}  // namespace restock
