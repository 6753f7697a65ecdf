// Where two histories of the same blueprint first differ: order by order, then tally by tally.
#pragma once

#include "twin/twin.hpp"

#include <string>
#include <vector>

namespace restock {

/// Keeps the rows of a ledger, in the order in which they came.
class KeptRows final : public LedgerSink {
 public:
  void orders(const std::vector<OrderRow>& rows) override { orders_.insert(orders_.end(), rows.begin(), rows.end()); }
  void replenishments(const std::vector<ReplenishmentRow>& rows) override {
    replenishments_.insert(replenishments_.end(), rows.begin(), rows.end());
  }
  void promises(const std::vector<PromiseRow>& rows) override {
    promises_.insert(promises_.end(), rows.begin(), rows.end());
  }
  /// The cohort by (ended, stream, number), as the twin gives it.
  std::vector<OrderRow> sorted_orders() const;
  std::vector<ReplenishmentRow> sorted_replenishments() const;
  const std::vector<PromiseRow>& told() const { return promises_; }

 private:
  std::vector<OrderRow> orders_;
  std::vector<ReplenishmentRow> replenishments_;
  std::vector<PromiseRow> promises_;
};

/// Both in the same total order, for comparison.
void sort_rows(std::vector<ReplenishmentRow>& rows);

/// Empty when they agree. `a` and `b` are the names to call the two by.
std::string first_difference(const char* a, const TwinResult& x, const char* b, const TwinResult& y);
std::string first_difference(const char* a, const Record& x, const char* b, const Record& y);

}  // namespace restock
