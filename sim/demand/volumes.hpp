// How much of an entry's demand each of its stock points has.
#pragma once

#include "core/where.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace restock {

/// A table of stock points, each with the factor on the entry's rate that is its own. There may be ten million of them,
/// so a row names its site and its product by their places among the names that occur.
struct Volumes {
  /// A name, and where the file has it first. Empty where it has no such column.
  struct Name {
    std::string text;
    Where where;
  };
  struct Row {
    std::uint32_t site = 0;
    std::uint32_t product = 0;
    double volume = 1.0;  ///< at least 0; 0: nobody comes
  };
  std::vector<Name> sites;
  std::vector<Name> products;
  std::vector<Row> rows;  ///< as the file has them
};

}  // namespace restock
