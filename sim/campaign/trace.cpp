#include "campaign/trace.hpp"

#include "campaign/replicate.hpp"

namespace restock {

namespace {

/// Keeps one row of the ledger.
class Finder : public LedgerSink {
 public:
  explicit Finder(const OrderChoice& choice) : choice_(choice) {}

  void orders(const std::vector<OrderRow>& rows) override {
    for (const OrderRow& row : rows) {
      if (choice_.outcome && row.outcome != *choice_.outcome) continue;
      if (found_++ == choice_.order) row_ = row;
    }
  }
  void replenishments(const std::vector<ReplenishmentRow>&) override {}

  std::uint64_t found() const { return found_; }
  const std::optional<OrderRow>& row() const { return row_; }

 private:
  const OrderChoice& choice_;
  std::uint64_t found_ = 0;
  std::optional<OrderRow> row_;
};

}  // namespace

std::optional<TracedOrder> trace_order(const ResultHeader& header, const Variant& variant, const OrderChoice& choice,
                                       std::uint64_t& found) {
  State state;
  Finder finder(choice);
  replicate(header, variant, choice.replication, state, &finder);
  found = finder.found();
  if (!finder.row()) return std::nullopt;
  Watch watch{variant.compiled.blueprint.streams[finder.row()->stream].who, finder.row()->number, {}};
  replicate(header, variant, choice.replication, state, nullptr, &watch);
  return TracedOrder{*finder.row(), std::move(watch.notes)};
}

}  // namespace restock
