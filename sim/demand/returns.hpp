// Goods that customers send back: whether one does is his own, drawn once, whatever he was sold and when.
#pragma once

#include "core/time.hpp"
#include "random/draws.hpp"
#include "random/law.hpp"

#include <algorithm>
#include <optional>

namespace restock {

struct ReturnRules {
  double share = 0.0;       ///< of customers who send back all that they got
  TimeLaw after{};          ///< from the shipment to the return, the same for all his shipments
  double sold_again = 1.0;  ///< share of them whose goods go back to stock; the others' are scrapped
};

struct SentBack {
  Time after = 0;
  bool to_stock = true;
};

/// `draws` stands at the beginning of the customer's words; nothing: he keeps what he gets.
inline std::optional<SentBack> sends_back(const ReturnRules& rules, Draws& draws) {
  if (!(draws.uniform() < rules.share)) return std::nullopt;
  const bool to_stock = draws.uniform() < rules.sold_again;
  return SentBack{std::max<Time>(1, rules.after.sample_ticks(draws)), to_stock};
}

}  // namespace restock
