// The twin's orders of several lines.
#include "twin/world.hpp"

#include <vector>

namespace restock::twin {

const BasketPlan* World::basket_of(std::uint32_t k) const {
  for (const BasketPlan& plan : b_.baskets)
    if (plan.stream == k) return &plan;
  return nullptr;
}

/// The stream whose orders these are, or are lines of.
std::uint32_t World::order_of(std::uint32_t k) const { return b_.streams[k].is_line() ? b_.streams[k].order : k; }

/// A customer and, as customers of their own streams, what he wants besides.
std::vector<Guest> World::lines_of(const Guest& first) {
  std::vector<Guest> lines{first};
  const std::uint64_t number = first.row.number;
  const BasketPlan* plan = basket_of(first.row.stream);
  if (plan == nullptr) return lines;
  for (const BasketLinePlan& line : plan->lines.of(b_.basket_lines)) {
    Draws words = draws(b_.streams[line.stream].who, Purpose::basket, number);
    if (line.chance < 1.0 && words.uniform() >= line.chance) continue;
    const Quantity units = units_of(line.stream, number);
    if (units > 0) lines.push_back(guest_of(line.stream, number, units));
  }
  open_orders_[{first.row.stream, number}] = {lines.size()};
  return lines;
}

/// A line has ended, and perhaps the last of its order.
void World::count_whole(const OrderRow& row, Quantity in_time) {
  OrderFacts& f = record_.streams[order_of(row.stream)];
  const bool filled = row.filled == row.units;
  const bool on_time = row.filled + in_time == row.units;
  const auto found = open_orders_.find({order_of(row.stream), row.number});
  if (found == open_orders_.end()) {
    if (filled) ++f.orders_filled;
    if (on_time) ++f.orders_on_time;
    return;
  }
  OpenOrder& whole = found->second;
  whole.filled = whole.filled && filled;
  whole.on_time = whole.on_time && on_time;
  if (--whole.lines > 0) return;
  if (whole.filled) ++f.orders_filled;
  if (whole.on_time) ++f.orders_on_time;
  open_orders_.erase(found);
}

}  // namespace restock::twin
