// A hand-made record: two sites (a depot and a shop), one product; the depot feeds the shop over one link.
#pragma once

#include "measure/kpi.hpp"
#include "measure/ledger_sum.hpp"

#include "catch.hpp"

namespace restock::test {

inline Layout two_level_layout() {
  Layout layout;
  layout.length = 10 * day;
  layout.sites = 2;
  layout.products = 1;
  layout.segments = 1;
  layout.point_site = {SiteId(0), SiteId(1)};
  layout.point_product = {ProductId(0), ProductId(0)};
  PointRates depot, shop;
  depot.holding = 0.5 / static_cast<double>(day);
  depot.ordering = 20.0;
  depot.purchase = 4.0;
  depot.value = 4.0;
  shop.holding = 1.0 / static_cast<double>(day);
  shop.backorder = 2.0 / static_cast<double>(day);
  shop.backorder_per_unit = 1.5;
  shop.lost_margin = 6.0;
  shop.cancel = 3.0;
  shop.price = 10.0;
  shop.value = 4.0;
  layout.point_rates = {depot, shop};
  layout.stream_point = {PointId(1)};
  layout.stream_segment = {SegmentId(0)};
  layout.link_to = {PointId(0), PointId(1)};
  layout.link_rates = {LinkRates{0.0, 0.25, 5.0}, LinkRates{0.5 / static_cast<double>(day), 0.0, 2.0}};
  return layout;
}

/// 100 units ordered at the shop: 70 at once, 12 later, 8 + 2 + 0 lost, 3 + 1 cancelled, 4 open.
inline Record two_level_record() {
  Record record;
  OrderFacts orders;
  orders.orders = 90;
  orders.demand = 100;
  orders.filled = 70;
  orders.shipped_from_backorder = 12;
  orders.backordered = 20;
  orders.oversold = 2;
  orders.lost_out_of_stock = 8;
  orders.lost_declined = 2;
  orders.cancelled_by_customer = 3;
  orders.cancelled_by_seller = 1;
  orders.promised = 10;
  orders.promise_kept = 9;
  orders.cancelled_before_due = 2;
  orders.slip_units = 8;
  orders.wait = widen(12, 2 * day);
  orders.queue_time = widen(20, 3 * day);
  orders.slip = -widen(8, day / 2);
  record.streams = {orders};

  StockFacts depot;
  depot.opening_on_hand = 50;
  depot.received = depot.received_external = 60;
  depot.shipped_downstream = 80;
  depot.closing_on_hand = 30;
  depot.integrals.on_hand = widen(40, 10 * day);
  depot.integrals.ready = 10 * day;
  depot.integrals.backlog = widen(5, 10 * day);
  depot.replenishment_orders = 2;
  depot.replenishment_units = 60;
  depot.internal_demand = 85;
  depot.internal_filled = 68;
  depot.lead_time = widen(60, 4 * day);
  depot.lead_time_units = 60;
  StockFacts shop;
  shop.opening_on_hand = 20;
  shop.received = 75;
  shop.on_order_growth = -75;      // what came in had been ordered before
  shop.shipped_to_customers = 84;  // two of them ordered before the window
  shop.closing_on_hand = 11;
  shop.integrals.on_hand = widen(15, 10 * day);
  shop.integrals.on_record = widen(16, 10 * day);
  shop.integrals.backlog = shop.integrals.customer_backlog = widen(3, 10 * day);
  shop.integrals.ready = 8 * day;
  shop.integrals.phantom = day;
  shop.backordered = 20;
  shop.cancelled = 4;
  shop.lost = 10;
  shop.cycles = 10;
  shop.cycles_without_shortage = 7;
  shop.lead_time = widen(75, day);
  shop.lead_time_units = 75;
  record.points = {depot, shop};
  record.links = {LinkFacts{widen(6, 10 * day), 2, 60}, LinkFacts{widen(8, 10 * day), 10, 80}};
  record.waits.resize(1);
  record.waits[0].add(day, 6);
  record.waits[0].add(3 * day, 6);
  record.fingerprint = 42;
  return record;
}

inline double metric_of(const char* name, const Ledger& ledger) {
  return metrics()[metric_index(name).value()].of(ledger);
}

}  // namespace restock::test
