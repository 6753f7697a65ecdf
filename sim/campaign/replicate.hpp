// One replication of one variant: run, its facts checked, and what goes wrong told with the names of the place. Used by
// whoever runs cells and whoever traces an order.
#pragma once

#include "campaign/plan.hpp"
#include "engine/run.hpp"

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <stop_token>

namespace restock {

/// The user's model failed while it ran: a script of his, as far as is known today.
struct ModelFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Throws ContractBroken when a conservation law is broken or an instant does not end, and ModelFailed.
Record replicate(const ResultHeader& header, const Variant& variant, std::uint64_t replication, State& state,
                 LedgerSink* sink = nullptr, Watch* watch = nullptr);

/// The same as records that add up (CellSum), one a component, so that the State is as small as the largest of them.
/// One record where all is one component, or each stock point is kept. Components may be run on several threads, which
/// then have States of their own; records are taken in the order of components, one at a time. False when a stop was
/// asked for and something is missing.
using TakeRecord = std::function<void(const Record& record, const Layout& layout)>;
bool replicate_in_parts(const ResultHeader& header, const Variant& variant, std::uint64_t replication, State& state,
                        const TakeRecord& take, const std::stop_token& stop = {}, unsigned threads = 1);

}  // namespace restock
