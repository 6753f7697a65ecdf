// What the bits of a result may depend on besides its scenario: kept in /run of every result, and compared when a run
// that should give the same bits does not. Used by this room and by app/.
#pragma once

#include "output/h5.hpp"

#include <string>
#include <vector>

namespace restock {

struct Ingredient {
  std::string name;   ///< of the attribute in /run: `compiler`, `boost`, `lua`, `c_library`, `hdf5`, `processor`
  std::string value;  ///< empty: not recorded
};

/// Of this program on this machine, always the same names in the same order.
std::vector<Ingredient> ingredients();

/// As a result records them; those it does not record (written before they were kept) are empty.
std::vector<Ingredient> read_ingredients(const h5::Place& run);

}  // namespace restock
