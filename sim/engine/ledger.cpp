// The order ledger: rows of customers who wait are open, and every row that is closed goes to the sink at the next
// barrier.
#include "engine/replication.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace restock {

std::uint32_t Replication::open_row(std::uint32_t stream, std::uint64_t number, Quantity units, Time at) {
  if (!writes_orders()) return none;
  OrderRow row;
  row.stream = stream;
  row.number = number;
  row.ordered = at;
  row.units = units;
  return s_.open_rows.make(row);
}

void Replication::close_row(std::uint32_t slot, Outcome outcome, Time at) {
  if (slot == none) return;
  OrderRow& row = s_.open_rows[slot];
  row.outcome = outcome;
  row.ended = at;
  s_.closed_orders.push_back({at, row.number, row.stream, static_cast<std::uint32_t>(s_.closed_rows.size())});
  s_.closed_rows.push_back(row);
  s_.open_rows.release(slot);
}

namespace {

/// The documented order: closing tick, stream, number.
bool ended_before(const ClosedOrder& a, const ClosedOrder& b) {
  if (a.ended != b.ended) return a.ended < b.ended;
  return a.stream != b.stream ? a.stream < b.stream : a.number < b.number;
}

/// Its row, if it is not that of everybody who took his unit home at once.
OrderRow row_of(const ClosedOrder& order, const std::vector<OrderRow>& rows) {
  if (order.row != none) return rows[order.row];
  OrderRow row;
  row.stream = order.stream;
  row.number = order.number;
  row.ordered = row.ended = order.ended;
  row.units = row.filled = 1;
  row.outcome = Outcome::filled;
  return row;
}

}  // namespace

void Replication::flush_orders() {
  std::ranges::sort(s_.closed_orders, ended_before);
  constexpr std::size_t at_once = 512;  // so few that they stay in the cache until they are taken apart
  std::vector<OrderRow> batch;
  batch.reserve(std::min(at_once, s_.closed_orders.size()));
  const auto hand_over = [&] {
    if (!batch.empty()) sink_->orders(batch);
    batch.clear();
  };
  for (const ClosedOrder& order : s_.closed_orders) {
    OrderRow& row = batch.emplace_back(row_of(order, s_.closed_rows));
    row.causes = active_between(row.ordered, row.ended);
    if (batch.size() == at_once) hand_over();
  }
  hand_over();
  s_.closed_orders.clear();
  s_.closed_rows.clear();
}

/// Rows closed before the barrier.
void Replication::flush_rows() {
  if (sink_ == nullptr) return;
  flush_orders();
  for (ReplenishmentRow& row : s_.closed_replenishments) row.causes = active_between(row.placed, row.completed);
  std::ranges::sort(s_.closed_replenishments, {}, [](const ReplenishmentRow& r) {
    return std::tuple(r.completed, r.point, r.placed, r.link, r.units);
  });
  if (!s_.closed_replenishments.empty()) sink_->replenishments(s_.closed_replenishments);
  s_.closed_replenishments.clear();
  std::ranges::sort(s_.told_rows, {}, [](const PromiseRow& r) { return std::tuple(r.told, r.stream, r.number); });
  if (!s_.told_rows.empty()) sink_->promises(s_.told_rows);
  s_.told_rows.clear();
}

}  // namespace restock
