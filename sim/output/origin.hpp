// Where a result comes from, whatever kind it is: what it says of its scenario, its program and its run. Used by
// campaign/, to run the same again, and by app/.
#pragma once

#include "output/ingredients.hpp"
#include "output/results.hpp"

#include <string>
#include <vector>

namespace restock {

struct Origin {
  std::string path;
  std::string filetype;     ///< `restock.result`, `restock.sweep` or `restock.cells`
  bool attributes = false;  ///< a result of `restock attribute`
  ResultHeader header;      ///< without axes and replications
  RunFacts run;
  std::vector<Ingredient> built_with;
};

/// Throws ResultError.
Origin read_origin(const std::string& path);

/// The scenario that it was made of, to be run again. Throws ResultError where it is not the one of its hash.
const std::string& scenario_text(const Origin& origin);

}  // namespace restock
