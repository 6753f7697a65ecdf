// One replication of one alternative on the axes of a result, from the record of all stock points or from those of the
// components one after another. Used by campaign/.
#pragma once

#include "measure/ledger_sum.hpp"
#include "output/results.hpp"

#include <cstddef>
#include <cstdint>

namespace restock {

/// Whether a cell has the sketches that only a run's result keeps, all but waits: a sweep's cells do without.
enum class KeptSketches : std::uint8_t { all, only_waits };

class CellSum {
 public:
  /// `map` leads from the alternative's own ids to the axes; `layout` is that of all its stock points. All three have
  /// to outlive the sum.
  CellSum(const ResultHeader& header, const AlternativeMap& map, const Layout& layout,
          KeptSketches sketches = KeptSketches::all);

  /// Adds a record, whose layout is the whole or a component's. Those of components are for details below stock_point.
  void add(const Record& record, const Layout& layout);
  /// Once all is added.
  CellResult result(std::size_t alternative, std::size_t replication);

 private:
  const ResultHeader& header_;
  const AlternativeMap& map_;
  KeptSketches sketches_;
  LedgerSum sum_;
  CellResult cell_;
};

/// Of one record that is the whole. Without a map the header's own is taken.
CellResult make_cell(const ResultHeader& header, const AlternativeMap& map, std::size_t alternative,
                     std::size_t replication, const Record& record, const Layout& layout);
CellResult make_cell(const ResultHeader& header, std::size_t alternative, std::size_t replication, const Record& record,
                     const Layout& layout);

}  // namespace restock
