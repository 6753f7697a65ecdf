// The rules by which a run in stages goes on or ends. Private to campaign/.
#pragma once

#include "campaign/finished_cells.hpp"
#include "campaign/stages.hpp"
#include "output/stopping.hpp"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace restock {

class StageRule {
 public:
  virtual ~StageRule() = default;
  /// When all who were to go on have so many replications: the alternatives that go on. None: that was enough.
  virtual std::vector<std::size_t> look(const FinishedCells& cells, std::size_t replications) = 0;
  /// How it ended.
  virtual void tell(const FinishedCells& cells, Stopping& stopping) const = 0;
};

/// `names` are the alternatives; `resamples` those of the inputs, 0: none. Throws CannotDecide.
std::unique_ptr<StageRule> make_rule(const std::variant<UntilPrecise, UntilSelected>& until,
                                     std::vector<std::string> names, std::size_t resamples);

}  // namespace restock
