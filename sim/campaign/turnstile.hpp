// Lets ledger rows of many cells, simulated side by side, into the file in the order of the cells, in bounded memory:
// the cell whose turn it is writes through, the others keep a buffer and wait when it is full. Private to campaign/.
#pragma once

#include "campaign/turn.hpp"
#include "measure/record.hpp"
#include "output/writer.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace restock {

class Turnstile : public Turn {
 public:
  explicit Turnstile(ResultWriter& writer) : writer_(writer) {}
  ResultWriter& writer() { return writer_; }

 private:
  ResultWriter& writer_;
};

/// The ledger of one cell. Cells are taken in order, so the one whose turn it is always runs and never waits.
class CellLedger : public LedgerSink {
 public:
  CellLedger(Turnstile& gate, std::size_t cell, std::size_t alternative, std::size_t replication)
      : gate_(gate), cell_(cell), alternative_(alternative), replication_(replication) {}

  void orders(const std::vector<OrderRow>& rows) override;
  void replenishments(const std::vector<ReplenishmentRow>& rows) override;
  void promises(const std::vector<PromiseRow>& rows) override;
  /// Writes what is left and hands on the turn.
  void finish();

 private:
  static constexpr std::size_t most_kept = 500'000;
  void write_through();
  /// Straight through where it is this cell's turn.
  template <class Row>
  void take(const std::vector<Row>& rows, std::vector<Row>& kept,
            void (ResultWriter::*append)(std::size_t, std::size_t, std::span<const Row>));

  Turnstile& gate_;
  std::size_t cell_, alternative_, replication_;
  std::vector<OrderRow> orders_;
  std::vector<ReplenishmentRow> replenishments_;
  std::vector<PromiseRow> promises_;
};

}  // namespace restock
