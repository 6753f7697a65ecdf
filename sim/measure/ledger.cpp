#include "measure/ledger.hpp"

#include "core/millionths.hpp"

#include <algorithm>
#include <numeric>

namespace restock {

namespace {

void add_flows(StockFacts& sum, const StockFacts& o) {
  sum.integrals += o.integrals;
  sum.opening_on_hand += o.opening_on_hand;
  sum.closing_on_hand += o.closing_on_hand;
  sum.received += o.received;
  sum.received_external += o.received_external;
  sum.shipped_to_customers += o.shipped_to_customers;
  sum.shipped_downstream += o.shipped_downstream;
  sum.backordered += o.backordered;
  sum.cancelled += o.cancelled;
  sum.lost += o.lost;
  sum.shrunk += o.shrunk;
  sum.counts += o.counts;
  sum.record_adjusted += o.record_adjusted;
  sum.replenishment_orders += o.replenishment_orders;
  sum.replenishment_units += o.replenishment_units;
  sum.supply_cancelled += o.supply_cancelled;
  sum.on_order_growth += o.on_order_growth;
  sum.internal_demand += o.internal_demand;
  sum.internal_filled += o.internal_filled;
  sum.cycles += o.cycles;
  sum.cycles_without_shortage += o.cycles_without_shortage;
  sum.lead_time += o.lead_time;
  sum.lead_time_units += o.lead_time_units;
}

double times(Quantity units, double rate) { return static_cast<double>(units) * rate; }
double times(Wide unit_ticks, double rate) { return to_double(unit_ticks) * rate; }

MoneyParts money_of(const StockFacts& facts, const PointRates& rates, Time length) {
  MoneyParts money;
  money.holding = times(facts.integrals.on_hand, rates.holding);
  money.ordering =
      times(facts.replenishment_orders, rates.ordering) + times(facts.replenishment_units, rates.ordering_per_unit);
  money.purchase = times(facts.received_external, rates.purchase);
  money.goodwill = times(facts.backordered, rates.backorder_per_unit);
  money.backorder = times(facts.integrals.customer_backlog, rates.backorder) + money.goodwill;
  money.lost_margin = times(facts.lost, rates.lost_margin);
  money.cancel = times(facts.cancelled, rates.cancel);
  money.count = times(facts.counts, rates.count);
  money.revenue = times(facts.shipped_to_customers, rates.price);
  money.cost_of_sales = times(facts.shipped_to_customers, rates.value);
  money.stock_change = times(facts.closing_on_hand - facts.opening_on_hand, rates.value);
  money.mean_stock = length > 0 ? times(facts.integrals.on_hand, rates.value) / static_cast<double>(length) : 0.0;
  money.shipped = times(facts.shipped_to_customers + facts.shipped_downstream, rates.value);
  return money;
}

void add_extra(Ledger& ledger, const ExtraFacts& facts, const PointRates& rates) {
  ledger.extra = facts;
  ledger.money.expedite = times(facts.expedited, rates.expedite);
  ledger.money.transship = times(facts.called, rates.transship) + times(facts.calls, rates.transship_call);
  ledger.money.disposal = times(facts.expired, rates.disposal);
  ledger.money.salvage = times(facts.written_off, rates.salvage);
  ledger.money.taking_back = times(facts.returned, rates.taking_back);
  ledger.money.refund = times(facts.refunded, rates.refund);
  ledger.money.refunds =
      times(facts.returned, rates.price) - times(facts.refund_off, rates.price / static_cast<double>(in_one));
  ledger.money.cost_of_sales -= times(facts.to_stock, rates.value);
  ledger.money.forgone = times(facts.markdown.forgone, rates.price / static_cast<double>(in_one));
  ledger.money.revenue -= ledger.money.forgone;
  if (ledger.length > 0) ledger.money.excess = times(facts.excess, rates.value) / static_cast<double>(ledger.length);
}

void add_stream(const Record& record, const Layout& layout, std::size_t s, Ledger& ledger) {
  ledger.orders += record.streams[s];
  if (!record.promises.empty()) ledger.promises += record.promises[s];
  if (!record.customer_facts.empty()) ledger.customers += record.customer_facts[s];
  const std::size_t segment = layout.stream_segment[s].index();
  if (segment >= layout.first_bargain)
    ledger.bargains += record.streams[s];
  else if (segment >= layout.first_surge)
    ledger.surge_demand += record.streams[s].demand;
}

/// Whoever came for the price only is no loss at full price: only the others' margin is lost.
void leave_bargains_out(Ledger& ledger, const PointRates& rates) {
  const Quantity units = ledger.bargains.lost_out_of_stock + ledger.bargains.lost_discontinued;
  if (units > 0) ledger.money.lost_margin = times(ledger.stock.lost - units, rates.lost_margin);
}

void add_link(const LinkFacts& facts, const LinkRates& rates, Ledger& ledger) {
  ledger.links.in_transit += facts.in_transit;
  ledger.links.shipments += facts.shipments;
  ledger.links.units += facts.units;
  ledger.links.rolled += facts.rolled;
  ledger.money.holding += times(facts.in_transit, rates.in_transit);
  ledger.money.freight += times(facts.units, rates.freight) + times(facts.shipments, rates.freight_per_shipment);
}

}  // namespace

MoneyParts& MoneyParts::operator+=(const MoneyParts& other) {
  holding += other.holding;
  ordering += other.ordering;
  purchase += other.purchase;
  freight += other.freight;
  backorder += other.backorder;
  goodwill += other.goodwill;
  lost_margin += other.lost_margin;
  cancel += other.cancel;
  count += other.count;
  move += other.move;
  expedite += other.expedite;
  transship += other.transship;
  disposal += other.disposal;
  taking_back += other.taking_back;
  refunds += other.refunds;
  refund += other.refund;
  salvage += other.salvage;
  excess += other.excess;
  revenue += other.revenue;
  forgone += other.forgone;
  cost_of_sales += other.cost_of_sales;
  stock_change += other.stock_change;
  mean_stock += other.mean_stock;
  shipped += other.shipped;
  return *this;
}

Ledger& Ledger::operator+=(const Ledger& other) {
  length = other.length;
  points += other.points;
  orders += other.orders;
  bargains += other.bargains;
  surge_demand += other.surge_demand;
  add_flows(stock, other.stock);
  stock.ordered = points == other.points ? other.stock.ordered : SeriesMoments{};
  stock.demanded = points == other.points ? other.stock.demanded : SeriesMoments{};
  errors += other.errors;
  losses += other.losses;
  shelves += other.shelves;
  extra += other.extra;
  promises += other.promises;
  customers += other.customers;
  links.in_transit += other.links.in_transit;
  links.shipments += other.links.shipments;
  links.units += other.links.units;
  links.rolled += other.links.rolled;
  information += other.information;
  forecasts += other.forecasts;
  levels += other.levels;
  ports += other.ports;
  berths += other.berths;
  money += other.money;
  waits += other.waits;
  late += other.late;
  early += other.early;
  left += other.left;
  return *this;
}

void add_sketches(const Record& record, std::size_t group, Ledger& ledger) {
  ledger.waits += record.waits[group];
  if (record.late.empty()) return;  // a record that was made by hand may keep waits only
  ledger.late += record.late[group];
  ledger.early += record.early[group];
  ledger.left += record.left[group];
}

RowsOfPoints::RowsOfPoints(const std::vector<PointId>& points, std::size_t count) : first_(count + 1, 0) {
  for (const PointId point : points) ++first_[point.index() + 1];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  if (std::ranges::is_sorted(points)) return;
  order_.resize(points.size());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t row = 0; row < points.size(); ++row) order_[next[points[row].index()]++] = row;
}

PointLedgers::PointLedgers(const Record& record, const Layout& layout, Detail detail)
    : record_(record),
      layout_(layout),
      detail_(detail),
      streams_(layout.stream_point, record.points.size()),
      links_(layout.link_to, record.points.size()) {}

Ledger PointLedgers::operator[](std::size_t p) const {
  const PointRates& rates = layout_.point_rates[p];
  Ledger ledger;
  ledger.length = layout_.length;
  ledger.points = 1;
  ledger.stock = record_.points[p];
  ledger.money = money_of(record_.points[p], rates, layout_.length);
  if (!record_.information.empty()) ledger.information = record_.information[p];
  if (!record_.forecasts.empty()) ledger.forecasts = record_.forecasts[p];
  if (!record_.levels.empty()) ledger.levels = record_.levels[p];
  if (detail_ >= Detail::stock_point) add_sketches(record_, p, ledger);
  if (!record_.errors.empty()) ledger.errors = record_.errors[p];
  if (!record_.losses.empty()) ledger.losses = record_.losses[p];
  if (!record_.extra.empty()) add_extra(ledger, record_.extra[p], rates);
  if (!record_.shelves.empty()) {
    ledger.shelves = record_.shelves[p];
    ledger.money.move = times(record_.shelves[p].moves, rates.move);
  }
  streams_.each(p, [&](std::uint32_t s) { add_stream(record_, layout_, s, ledger); });
  leave_bargains_out(ledger, rates);
  links_.each(p, [&](std::uint32_t l) { add_link(record_.links[l], layout_.link_rates[l], ledger); });
  return ledger;
}

std::vector<Ledger> point_ledgers(const Record& record, const Layout& layout, Detail detail) {
  const PointLedgers points(record, layout, detail);
  std::vector<Ledger> ledgers;
  ledgers.reserve(points.size());
  for (std::size_t p = 0; p < points.size(); ++p) ledgers.push_back(points[p]);
  return ledgers;
}

}  // namespace restock
