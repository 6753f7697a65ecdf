// The order of ledger rows in a result file: by cell, whatever finishes first.
#include "campaign/turnstile.hpp"

namespace restock {

bool Turnstile::wait_for(std::size_t cell) {
  std::unique_lock lock(mutex_);
  turn_.wait(lock, [&] { return off_ || next_ == cell; });
  return !off_;
}

bool Turnstile::is_turn_of(std::size_t cell) {
  const std::lock_guard lock(mutex_);
  return next_ == cell;
}

void Turnstile::pass(std::size_t cell) {
  {
    const std::lock_guard lock(mutex_);
    next_ = cell + 1;
  }
  turn_.notify_all();
}

void Turnstile::call_off() {
  {
    const std::lock_guard lock(mutex_);
    off_ = true;
  }
  turn_.notify_all();
}

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
