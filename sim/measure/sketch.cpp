// A quantile read off the bins of a span sketch; the counting itself is inline in the header.
#include "measure/sketch.hpp"

namespace restock {

double SpanSketch::quantile(double p) const {
  if (counts_.empty()) return 0.0;
  // From the end, since high quantiles are asked for: down to the first bin that with all before it holds the share.
  Quantity seen = total();
  const double rank = p * static_cast<double>(seen);
  auto found = static_cast<std::uint32_t>(counts_.size() - 1);
  for (std::uint32_t bin = found; seen > 0 && static_cast<double>(seen) >= rank; --bin) {
    found = bin;
    seen -= counts_[bin];
    if (bin == 0) break;
  }
  return middle(found);
}

Time SpanSketch::at_most(double p) const {
  const double rank = p * static_cast<double>(total());
  Quantity seen = 0;
  for (std::uint32_t bin = 0; bin < counts_.size(); ++bin) {
    seen += counts_[bin];
    if (seen > 0 && static_cast<double>(seen) >= rank) return to_ticks(lower(bin + 1)) - 1;
  }
  return 0;
}

}  // namespace restock
