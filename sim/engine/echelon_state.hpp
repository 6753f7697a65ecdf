// Who watches which stock points together, and how far their customers may go before somebody must look. Part of the
// State, empty unless some policy watches its echelon. Private to engine/.
#pragma once

#include "core/quantity.hpp"
#include "core/rows.hpp"

#include <cstdint>
#include <vector>

namespace restock {

/// A stock point as a member of one echelon.
struct EchelonShare {
  std::uint32_t echelon = 0;
  Quantity content = 1;
  Quantity limit = unlimited;  ///< of PointState::demanded: with this many units the echelon is looked at
};

struct EchelonTables {
  std::vector<std::uint32_t> of;     ///< by point: the echelon that its policy watches, or none
  std::vector<Rows> memberships;     ///< by point, into shares
  std::vector<EchelonShare> shares;  ///< grouped by member
  std::vector<char> low;             ///< by echelon: at or below its reorder point when it was last looked at

  bool any() const { return !of.empty(); }
};

}  // namespace restock
