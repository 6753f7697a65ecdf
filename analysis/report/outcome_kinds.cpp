#include "analysis/report/outcome_kinds.hpp"

#include <cmath>

namespace restock::report {

std::span<const OutcomeKind> outcome_kinds() {
  static const std::vector<OutcomeKind> kinds{
      {"filled", "shipped from stock at once", "o-filled"},
      {"shipped_from_backorder", "shipped from backorder", "o-late"},
      {"sold_later", "sold at a later visit", "o-later"},
      {"lost_out_of_stock", "lost: out of stock", "o-lost"},
      {"lost_declined", "lost: wait declined", "o-declined"},
      {"lost_discontinued", "lost: no longer listed", "o-gone"},
      {"cancelled_by_customer", "cancelled: patience ran out", "o-left", {"cancelled_slip", "cancelled_silence"}},
      {"cancelled_slip", "cancelled: told of a slip", "o-slip"},
      {"cancelled_silence", "cancelled: promise past, no word", "o-silence"},
      {"cancelled_by_seller", "cancelled by the seller", "o-seller"},
      {"open_at_end", "open at the end", "o-open"}};
  return kinds;
}

std::vector<double> kind_values(const Study& study, const OutcomeKind& kind, std::size_t contestant) {
  const std::span<const double> whole = study.values(metric_of(kind.metric), contestant);
  std::vector<double> values(whole.begin(), whole.end());
  for (const char* part : kind.without) {
    const std::span<const double> less = study.values(metric_of(part), contestant);
    for (std::size_t r = 0; r < values.size(); ++r)
      if (!std::isnan(less[r])) values[r] -= less[r];
  }
  return values;
}

}  // namespace restock::report
