// What a policy with two sources orders at one review. Such a policy has `orders(view, due)` beside `order(view)`:
// `due` are the units that are announced to be here within the planned lead time of the fast lane.
#pragma once

#include "core/quantity.hpp"

namespace restock {

struct TwoOrders {
  Quantity slow = 0;
  Quantity fast = 0;
};

template <class P>
concept HasTwoSources = requires(const P& policy) {
  policy.orders({}, Quantity{}).fast;
};

}  // namespace restock
