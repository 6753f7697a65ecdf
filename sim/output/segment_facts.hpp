// What /outcomes has of the customers of a segment, in the order of its labels: what became of their units, and flows.
// Said once, for whatever writes facts and for what reads them back. Used by this room and by campaign/.
#pragma once

#include "measure/facts.hpp"
#include "output/schema.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace restock {

using SegmentFact = Quantity OrderFacts::*;

/// By the numbers of outcome_names. Null for what is open: it is what the others leave of the demand.
inline constexpr std::array<SegmentFact, outcome_names.size()> outcome_facts{&OrderFacts::filled,
                                                                             &OrderFacts::shipped_from_backorder,
                                                                             &OrderFacts::lost_out_of_stock,
                                                                             &OrderFacts::lost_declined,
                                                                             &OrderFacts::lost_discontinued,
                                                                             &OrderFacts::cancelled_by_customer,
                                                                             &OrderFacts::cancelled_by_seller,
                                                                             nullptr,
                                                                             &OrderFacts::sold_later};

inline Quantity units_of(const OrderFacts& facts, std::size_t outcome) {
  return outcome_facts[outcome] != nullptr ? facts.*outcome_facts[outcome] : facts.open_at_end();
}

struct Flow {
  std::string_view name;  ///< of its dataset in /outcomes
  SegmentFact fact;
};
inline constexpr std::array<Flow, 6> flows{{{"orders", &OrderFacts::orders},
                                            {"demand", &OrderFacts::demand},
                                            {"backordered", &OrderFacts::backordered},
                                            {"oversold", &OrderFacts::oversold},
                                            {"promised", &OrderFacts::promised},
                                            {"promise_kept", &OrderFacts::promise_kept}}};

/// How many facts a cell keeps of a segment: the outcomes, then the flows.
inline constexpr std::size_t segment_fact_count = outcome_facts.size() + flows.size();

}  // namespace restock
