// What a result says of resampled inputs, for scenarios that state `inputs`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace restock {

struct ResampledInput {
  std::string name;
  std::int64_t observations = 0;
  bool blocks = false;  ///< of a demand trace
};

struct ResampledInputs {
  std::size_t resamples = 0;          ///< 0: the scenario does not state `inputs`
  std::vector<ResampledInput> names;  ///< of all alternatives

  /// How many independent values there are of a metric: resamples, or replications where there are none.
  std::size_t independent(std::size_t replications) const {
    return resamples == 0 || resamples > replications ? replications : resamples;
  }
};

}  // namespace restock
