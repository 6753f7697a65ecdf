// Replenishment policies: the list of the family, and what every member must offer.
//
// A continuous policy states `wake_at`: it acts only when a demand has brought the position to that level or below.
// A periodic one states a `calendar`. `order` may see the view only; `target` is the stock a run begins with. A
// continuous policy that `limits_supply` may also have to act when stock moves and the position stays where it is.
#pragma once

#include "policy/replenish/base_stock.hpp"
#include "policy/replenish/base_surge.hpp"
#include "policy/replenish/can_order.hpp"
#include "policy/replenish/capped_base_stock.hpp"
#include "policy/replenish/conwip.hpp"
#include "policy/replenish/dual_index.hpp"
#include "policy/replenish/fixed_order.hpp"
#include "policy/replenish/kanban.hpp"
#include "policy/replenish/min_max.hpp"
#include "policy/replenish/mrp.hpp"
#include "policy/replenish/order_on_demand.hpp"
#include "policy/replenish/order_up_to.hpp"
#include "policy/replenish/periodic_min_max.hpp"
#include "policy/replenish/periodic_reorder_point.hpp"
#include "policy/replenish/reorder_point.hpp"
#include "policy/replenish/script.hpp"
#include "policy/replenish/smoothed_order_up_to.hpp"
#include "policy/two_sources.hpp"

#include <concepts>
#include <type_traits>
#include <variant>

namespace restock {

template <class P>
concept ReplenishmentPolicy = requires(const P& policy, const PlannerView& view) {
  { P::name } -> std::convertible_to<std::string_view>;
  { P::summary } -> std::convertible_to<std::string_view>;
  { P::source } -> std::convertible_to<std::string_view>;
  { P::continuous } -> std::convertible_to<bool>;
  { policy.order(view) } -> std::same_as<Quantity>;
  { policy.target() } -> std::same_as<Quantity>;
};

/// Whether a policy looks ahead: at what is foreseen and announced (PlanView), and not at the position alone.
template <class P>
inline constexpr bool plans_ahead = requires {
  requires P::plans;
};

template <ReplenishmentPolicy... Members>
using PolicyList = std::variant<Members...>;

using Policy = PolicyList<BaseStock, ReorderPoint, MinMax, OrderUpTo, PeriodicMinMax, PeriodicReorderPoint, FixedOrder,
                          CappedBaseStock, SmoothedOrderUpTo, OrderOnDemand, Kanban, Conwip, CanOrder, Mrp,
                          ScriptPolicy, DualIndex, BaseSurge>;

/// Whether it acts when demand brings the position down, and not at reviews.
inline bool is_continuous(const Policy& policy) {
  return std::visit([](const auto& p) { return std::remove_cvref_t<decltype(p)>::continuous; }, policy);
}

/// Position at or below which it acts; one of periodic review acts at none.
inline Quantity wake_level(const Policy& policy) {
  return std::visit(
      [](const auto& p) -> Quantity {
        if constexpr (std::remove_cvref_t<decltype(p)>::continuous) {
          return p.wake_at();
        } else {
          return -unlimited;
        }
      },
      policy);
}

/// Whether a policy orders over two lanes.
inline bool orders_from_two(const Policy& policy) {
  return std::visit([](const auto& p) { return HasTwoSources<std::remove_cvref_t<decltype(p)>>; }, policy);
}

/// Whether it looks ahead.
inline bool plans(const Policy& policy) {
  return std::visit([]<class P>(const P&) { return plans_ahead<P>; }, policy);
}

/// Whether it orders less than the position asks for until something has been received or shipped.
inline bool limits_supply(const Policy& policy) {
  return std::visit(
      [](const auto& p) {
        return requires { std::remove_cvref_t<decltype(p)>::limits_supply; };
      },
      policy);
}

/// Whether it orders by a position, which may as well be that of an echelon.
inline bool counts_position(const Policy& policy) {
  const bool other = std::holds_alternative<FixedOrder>(policy) || std::holds_alternative<OrderOnDemand>(policy) ||
                     std::holds_alternative<CanOrder>(policy);
  return !other && !plans(policy) && !orders_from_two(policy) && !limits_supply(policy);
}

}  // namespace restock
