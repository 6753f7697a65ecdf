// How stock that is not enough is shared out among the orders of other sites that wait for it. Pure arithmetic.
#pragma once

#include "core/quantity.hpp"
#include "core/rules.hpp"
#include "core/wide.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace restock {

/// To each the part of what there is that he asks for of the whole, rounded down; the units left over go to those who
/// lost most by rounding, of equals to the first. Everything that is wanted, if there is enough.
inline std::vector<Quantity> in_proportion(const std::vector<Quantity>& wanted, Quantity available) {
  const Quantity all = std::accumulate(wanted.begin(), wanted.end(), Quantity{0});
  if (all <= available) return wanted;
  std::vector<Quantity> shares;
  std::vector<Wide> lost;
  std::vector<std::size_t> order(wanted.size());
  Quantity left = available;
  for (const Quantity units : wanted) {
    const Wide part = widen(units, available);
    shares.push_back(static_cast<Quantity>(part / all));
    lost.push_back(part % all);
    left -= shares.back();
  }
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return lost[a] > lost[b]; });
  for (std::size_t i = 0; left > 0; ++i, --left) ++shares[order[i]];
  return shares;
}

/// To each the same, but to nobody more than he asks for; the units left over go to the first.
inline std::vector<Quantity> in_equal_parts(const std::vector<Quantity>& wanted, Quantity available) {
  std::vector<Quantity> shares(wanted.size(), 0);
  std::vector<std::size_t> order(wanted.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wanted[i]; });
  Quantity left = available;
  Quantity level = 0;  // what everybody has who still wants more
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto still = static_cast<Quantity>(order.size() - i);
    const Quantity next = std::min(wanted[order[i]], level + left / still);
    left -= (next - level) * still;
    level = next;
    shares[order[i]] = level;
    if (level < wanted[order[i]]) {
      for (; i < order.size(); ++i) shares[order[i]] = level;
      break;
    }
  }
  for (std::size_t i = 0; i < wanted.size() && left > 0; ++i) {
    if (shares[i] == wanted[i]) continue;
    ++shares[i];
    --left;
  }
  return shares;
}

/// Shares of what is available, in the order of those who wait.
inline std::vector<Quantity> share_out(SharingRule rule, const std::vector<Quantity>& wanted, Quantity available) {
  return rule == SharingRule::uniform ? in_equal_parts(wanted, available) : in_proportion(wanted, available);
}

}  // namespace restock
