#include "measure/ledger.hpp"

#include "core/millionths.hpp"

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

void add_streams(const Record& record, const Layout& layout, std::vector<Ledger>& ledgers) {
  for (std::size_t s = 0; s < record.streams.size(); ++s) {
    Ledger& ledger = ledgers[layout.stream_point[s].index()];
    ledger.orders += record.streams[s];
    if (!record.promises.empty()) ledger.promises += record.promises[s];
    if (!record.customer_facts.empty()) ledger.customers += record.customer_facts[s];
    const std::size_t segment = layout.stream_segment[s].index();
    if (segment >= layout.first_bargain)
      ledger.bargains += record.streams[s];
    else if (segment >= layout.first_surge)
      ledger.surge_demand += record.streams[s].demand;
  }
}

/// Whoever came for the price only is no loss at full price: only the others' margin is lost.
void leave_bargains_out(const Layout& layout, std::vector<Ledger>& ledgers) {
  for (std::size_t p = 0; p < ledgers.size(); ++p) {
    const OrderFacts& bargains = ledgers[p].bargains;
    const Quantity units = bargains.lost_out_of_stock + bargains.lost_discontinued;
    if (units > 0)
      ledgers[p].money.lost_margin = times(ledgers[p].stock.lost - units, layout.point_rates[p].lost_margin);
  }
}

void take_sketches(const Record& record, std::size_t group, Ledger& ledger) {
  ledger.waits = record.waits[group];
  if (record.late.empty()) return;  // a record that was made by hand may keep waits only
  ledger.late = record.late[group];
  ledger.early = record.early[group];
  ledger.left = record.left[group];
}

void add_port(Ledger& ledger, const PortFacts& facts, std::int64_t berths) {
  ledger.ports += facts;
  ledger.berths += berths;
}

void add_links(const Record& record, const Layout& layout, std::vector<Ledger>& ledgers) {
  for (std::size_t l = 0; l < record.links.size(); ++l) {
    const LinkFacts& facts = record.links[l];
    const LinkRates& rates = layout.link_rates[l];
    Ledger& ledger = ledgers[layout.link_to[l].index()];
    ledger.links.in_transit += facts.in_transit;
    ledger.links.shipments += facts.shipments;
    ledger.links.units += facts.units;
    ledger.links.rolled += facts.rolled;
    ledger.money.holding += times(facts.in_transit, rates.in_transit);
    ledger.money.freight += times(facts.units, rates.freight) + times(facts.shipments, rates.freight_per_shipment);
  }
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

std::vector<Ledger> point_ledgers(const Record& record, const Layout& layout, Detail detail) {
  std::vector<Ledger> ledgers(record.points.size());
  for (std::size_t p = 0; p < ledgers.size(); ++p) {
    Ledger& ledger = ledgers[p];
    ledger.length = layout.length;
    ledger.points = 1;
    ledger.stock = record.points[p];
    ledger.money = money_of(record.points[p], layout.point_rates[p], layout.length);
    if (!record.information.empty()) ledger.information = record.information[p];
    if (!record.forecasts.empty()) ledger.forecasts = record.forecasts[p];
    if (!record.levels.empty()) ledger.levels = record.levels[p];
    if (detail >= Detail::stock_point) take_sketches(record, p, ledger);
  }
  for (std::size_t p = 0; p < record.errors.size(); ++p) ledgers[p].errors = record.errors[p];
  for (std::size_t p = 0; p < record.losses.size(); ++p) ledgers[p].losses = record.losses[p];
  for (std::size_t p = 0; p < record.extra.size(); ++p) add_extra(ledgers[p], record.extra[p], layout.point_rates[p]);
  for (std::size_t p = 0; p < record.shelves.size(); ++p) {
    ledgers[p].shelves = record.shelves[p];
    ledgers[p].money.move = times(record.shelves[p].moves, layout.point_rates[p].move);
  }
  add_streams(record, layout, ledgers);
  leave_bargains_out(layout, ledgers);
  add_links(record, layout, ledgers);
  return ledgers;
}

std::vector<Ledger> site_ledgers(const std::vector<Ledger>& points, const Record& record, const Layout& layout,
                                 Detail detail) {
  std::vector<Ledger> ledgers(layout.sites);
  for (Ledger& ledger : ledgers) ledger.length = layout.length;
  for (std::size_t p = 0; p < points.size(); ++p) ledgers[layout.point_site[p].index()] += points[p];
  for (std::size_t i = 0; i < record.ports.size(); ++i)
    add_port(ledgers[layout.port_site[i].index()], record.ports[i], layout.port_berths[i]);
  if (detail == Detail::site)
    for (std::size_t i = 0; i < ledgers.size(); ++i) take_sketches(record, i, ledgers[i]);
  return ledgers;
}

Ledger network_ledger(const std::vector<Ledger>& points, const Record& record, const Layout& layout) {
  Ledger network;
  network.length = layout.length;
  double sold = 0.0;
  for (std::size_t p = 0; p < points.size(); ++p) {
    network += points[p];
    sold += times(points[p].stock.shipped_to_customers, layout.point_rates[p].value);
  }
  for (std::size_t i = 0; i < record.ports.size(); ++i) add_port(network, record.ports[i], layout.port_berths[i]);
  network.money.shipped = sold;
  network.stock.ordered = record.ordered;
  network.stock.demanded = record.demanded;
  for (SpanSketch* sketch : {&network.waits, &network.late, &network.early, &network.left}) sketch->clear();
  for (const SpanSketch& sketch : record.waits) network.waits += sketch;
  for (const SpanSketch& sketch : record.late) network.late += sketch;
  for (const SpanSketch& sketch : record.early) network.early += sketch;
  for (const SpanSketch& sketch : record.left) network.left += sketch;
  return network;
}

}  // namespace restock
