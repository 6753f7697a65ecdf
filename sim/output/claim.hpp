// What became of a check of the scenario: part of a result, beside its numbers. Made by campaign/, kept by the writer,
// shown by analysis/.
#pragma once

#include "core/relation.hpp"
#include "estimate/judge.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

struct CheckedClaim {
  std::string text;                        ///< `fill_rate at shop >= 95 %`
  std::string alternative, site, product;  ///< site and product empty: all of them
  std::size_t metric = 0;
  Relation relation = Relation::at_least;
  double bound = 0.0;
  std::string file;  ///< where the check was written
  int line = 0;
  Estimate value;
  Judgement judgement = Judgement::undecided;
  std::optional<std::size_t> enough;  ///< undecided: about so many replications would tell
};

std::string_view to_text(Judgement judgement);

/// One line for each: `met: fill_rate at shop >= 95 % in base`.
std::string claims_text(const std::vector<CheckedClaim>& claims);

}  // namespace restock
