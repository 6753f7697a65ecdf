// The order of ledger rows in a result file: by cell, whatever finishes first.
#include "campaign/turnstile.hpp"

namespace restock {

void CellLedger::write_through() {
  // Even if there are none: a cell's place in the index is where its first row would be.
  gate_.writer().append_orders(alternative_, replication_, orders_);
  gate_.writer().append_replenishments(alternative_, replication_, replenishments_);
  gate_.writer().append_promises(alternative_, replication_, promises_);
  orders_.clear();
  replenishments_.clear();
  promises_.clear();
}

template <class Row>
void CellLedger::take(const std::vector<Row>& rows, std::vector<Row>& kept,
                      void (ResultWriter::*append)(std::size_t, std::size_t, std::span<const Row>)) {
  if (gate_.is_turn_of(cell_)) {
    write_through();
    (gate_.writer().*append)(alternative_, replication_, rows);
    return;
  }
  kept.insert(kept.end(), rows.begin(), rows.end());
  if (kept.size() > most_kept && gate_.wait_for(cell_)) write_through();
}

void CellLedger::orders(const std::vector<OrderRow>& rows) { take(rows, orders_, &ResultWriter::append_orders); }

void CellLedger::replenishments(const std::vector<ReplenishmentRow>& rows) {
  take(rows, replenishments_, &ResultWriter::append_replenishments);
}

void CellLedger::promises(const std::vector<PromiseRow>& rows) {
  take(rows, promises_, &ResultWriter::append_promises);
}

void CellLedger::finish() {
  if (!gate_.wait_for(cell_)) return;
  write_through();
  gate_.pass(cell_);
}

}  // namespace restock
