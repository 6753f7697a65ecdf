// The order of ledger rows in a result file: by cell, whatever finishes first.
#include "campaign/turnstile.hpp"

namespace restock {

void CellLedger::write_through() {
  gate_.writer().append_orders(alternative_, replication_, orders_);
  gate_.writer().append_replenishments(alternative_, replication_, replenishments_);
  gate_.writer().append_promises(alternative_, replication_, promises_);
  orders_.clear();
  replenishments_.clear();
  promises_.clear();
}

void CellLedger::orders(const std::vector<OrderRow>& rows) {
  orders_.insert(orders_.end(), rows.begin(), rows.end());
  if (gate_.is_turn_of(cell_) || (orders_.size() > most_kept && gate_.wait_for(cell_))) write_through();
}

void CellLedger::replenishments(const std::vector<ReplenishmentRow>& rows) {
  replenishments_.insert(replenishments_.end(), rows.begin(), rows.end());
  if (gate_.is_turn_of(cell_) || (replenishments_.size() > most_kept && gate_.wait_for(cell_))) write_through();
}

void CellLedger::promises(const std::vector<PromiseRow>& rows) {
  promises_.insert(promises_.end(), rows.begin(), rows.end());
  if (gate_.is_turn_of(cell_) || (promises_.size() > most_kept && gate_.wait_for(cell_))) write_through();
}

void CellLedger::finish() {
  if (!gate_.wait_for(cell_)) return;
  write_through();
  gate_.pass(cell_);
}

}  // namespace restock
