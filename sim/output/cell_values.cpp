#include "output/cell_values.hpp"

#include "core/hash.hpp"

#include <bit>

namespace restock {

namespace {

void append_table(std::vector<double>& to, const std::vector<std::vector<double>>& table) {
  for (const std::vector<double>& row : table) to.insert(to.end(), row.begin(), row.end());
}

}  // namespace

std::span<const SampledLevel> sampled_levels() {
  static constexpr std::array<SampledLevel, 8> levels{{{"on_hand", &Sample::on_hand, 1.0},
                                                       {"on_record", &Sample::on_record, 1.0},
                                                       {"on_order", &Sample::on_order, 1.0},
                                                       {"backlog", &Sample::backlog, 1.0},
                                                       {"forecast", &Sample::forecast, 0.001},
                                                       {"reorder_point", &Sample::reorder_point, 1.0},
                                                       {"order_up_to", &Sample::order_up_to, 1.0},
                                                       {"order_quantity", &Sample::order_quantity, 1.0}}};
  return levels;
}

CellValues flatten(std::size_t cell, const CellResult& result) {
  CellValues values;
  values.cell = cell;
  values.fingerprint = result.fingerprint;
  values.totals = result.totals;
  append_table(values.sites, result.sites);
  append_table(values.points, result.points);
  for (const OrderFacts& f : result.segments) {
    for (const Quantity fact :
         {f.filled, f.shipped_from_backorder, f.lost_out_of_stock, f.lost_declined, f.lost_discontinued,
          f.cancelled_by_customer, f.cancelled_by_seller, f.open_at_end(), f.sold_later, f.orders, f.demand,
          f.backordered, f.oversold, f.promised, f.promise_kept})
      values.outcomes.push_back(fact);
    values.waited.push_back(to_double(f.wait) / static_cast<double>(day));
  }
  values.active = result.active;
  values.spells = result.spells;
  values.waits = result.waits.counts();
  for (const Sample& sample : result.series)
    for (const SampledLevel& level : sampled_levels()) values.series.push_back(sample.*level.value);
  values.port_queue = result.port_series;
  values.disruption_level = result.cause_series;
  return values;
}

std::uint64_t add_to_content(std::uint64_t content, const CellValues& values) {
  const auto add = [&content](std::uint64_t word) { content = fold(content ^ word, 0xbf58476d1ce4e5b9U) + word; };
  add(values.cell);
  add(values.fingerprint);
  for (const auto* reals :
       {&values.totals, &values.sites, &values.points, &values.waited, &values.active, &values.spells}) {
    add(reals->size());
    for (const double value : *reals) add(std::bit_cast<std::uint64_t>(value));
  }
  std::size_t bins = values.waits.size();
  while (bins > 0 && values.waits[bins - 1] == 0) --bins;
  add(bins);
  for (std::size_t i = 0; i < bins; ++i) add(static_cast<std::uint64_t>(values.waits[i]));
  for (const auto* wholes : {&values.outcomes, &values.series, &values.port_queue, &values.disruption_level}) {
    add(wholes->size());
    for (const std::int64_t value : *wholes) add(static_cast<std::uint64_t>(value));
  }
  return content;
}

std::size_t bytes_of(const CellValues& values) {
  std::size_t numbers = 2;
  for (const auto* reals :
       {&values.totals, &values.sites, &values.points, &values.waited, &values.active, &values.spells})
    numbers += reals->size();
  for (const auto* wholes :
       {&values.outcomes, &values.waits, &values.series, &values.port_queue, &values.disruption_level})
    numbers += wholes->size();
  return numbers * sizeof(double);
}

}  // namespace restock
