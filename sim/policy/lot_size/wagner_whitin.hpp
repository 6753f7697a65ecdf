#pragma once

#include "policy/lot_size/needs.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace restock {

/// An optimal plan: in which periods to order so that what it costs to order (one figure for each period) and to hold
/// what is left at the end of each is least; of several such plans that with the latest last order. Needs of a period
/// are met from the last order in or before it.
struct LotPlan {
  double cost = 0.0;
  std::vector<std::size_t> orders;  ///< periods, ascending
};
inline LotPlan best_plan(std::span<const Quantity> net, std::span<const double> ordering, double holding) {
  const std::size_t n = net.size();
  std::vector<double> least(n + 1, 0.0);    // cost of the first k periods
  std::vector<std::size_t> last(n + 1, 0);  // the period of their last order
  for (std::size_t k = 1; k <= n; ++k) {
    double carried = 0.0;  // of units ordered in period j for the periods after it
    double units = 0.0;    // wanted in periods j … k − 1
    bool first = true;
    for (std::size_t j = k; j-- > 0;) {
      carried += holding * units;
      units += static_cast<double>(net[j]);
      const double cost = least[j] + (units > 0.0 ? ordering[j] : 0.0) + carried;
      if (first || cost < least[k]) {
        least[k] = cost;
        last[k] = j;
        first = false;
      }
    }
  }
  LotPlan plan{least[n], {}};
  for (std::size_t k = n; k > 0; k = last[k]) plan.orders.insert(plan.orders.begin(), last[k]);
  return plan;
}

struct WagnerWhitin {
  static constexpr std::string_view name = "wagner_whitin";
  static constexpr std::string_view summary =
      "the first lot of the cheapest plan for the horizon; choose it when needs come in lumps, and as the yardstick of "
      "other lots";
  static constexpr std::string_view source = "Wagner & Whitin (1958)";
  static constexpr bool needs_costs = true;
  static void fields(auto&, auto&) {}

  Quantity lot(const LotNeeds& needs) const {
    const std::vector<double> ordering(needs.net.size(), needs.ordering);
    const LotPlan plan = best_plan(needs.net, ordering, needs.holding);
    const std::size_t until = plan.orders.size() > 1 ? plan.orders[1] : needs.net.size();
    Quantity sum = 0;
    for (std::size_t i = 0; i < until; ++i) sum += needs.net[i];
    return sum;
  }
};

}  // namespace restock
