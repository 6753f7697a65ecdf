// The cells of an attribution, a coalition of causes in a replication each, numbered so that what keeps and shares the
// work of sweeps keeps and shares theirs. Private to campaign/.
#pragma once

#include "campaign/attribution_plan.hpp"
#include "campaign/attribution_run.hpp"
#include "output/cell_values.hpp"
#include "output/sweep_header.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace restock {

inline constexpr const char* attribution_design = "attribution";  ///< of the header: these cells are no sweep's

struct AttributionCell {
  Coalition on = 0;
  std::size_t replication = 0;
};

class AttributionCells {
 public:
  explicit AttributionCells(const AttributionPlan& plan);

  const SweepHeader& header() const { return header_; }
  std::size_t size() const { return cells_.size(); }
  const AttributionCell& operator[](std::size_t number) const { return cells_[number]; }

  /// Which alternative of the result a coalition is; none where only its outcomes count.
  std::optional<std::size_t> alternative_of(Coalition on) const;
  /// What was found in a cell. Of coalitions that are no alternative only totals are kept.
  CellValues values_of(std::size_t number, const Record& record, const Layout& layout) const;
  /// Puts the outcomes of a cell into their places.
  void collect(const CellValues& values, CoalitionValues& into) const;

 private:
  const AttributionPlan& plan_;
  std::vector<AttributionCell> cells_;
  SweepHeader header_;
};

}  // namespace restock
