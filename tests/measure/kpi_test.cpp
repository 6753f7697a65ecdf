// KPIs against numbers worked out by hand on the two-level record of world.hpp.
#include "world.hpp"

#include "core/contract.hpp"
#include "measure/conservation.hpp"

#include <cmath>
#include <set>

using namespace restock;
using namespace restock::test;

TEST_CASE("rates_are_shares_of_all_demand_and_outcomes_add_up") {
  const Layout layout = two_level_layout();
  const Record record = two_level_record();
  const std::vector<Ledger> points = point_ledgers(record, layout, Detail::total);
  const Ledger all = network_ledger(points, record, layout);
  CHECK(metric_of("fill_rate", all) == 0.70);
  CHECK(metric_of("backorder_rate", all) == 0.20);
  CHECK(metric_of("lost_rate", all) == 0.10);
  CHECK(metric_of("cancel_rate", all) == 0.04);
  CHECK(metric_of("open_at_end", all) == 4.0);
  double outcomes = 0.0;
  for (const char* name : {"filled", "shipped_from_backorder", "lost_out_of_stock", "lost_declined",
                           "lost_discontinued", "cancelled_by_customer", "cancelled_by_seller", "open_at_end"})
    outcomes += metric_of(name, all);
  CHECK(outcomes == metric_of("demand", all));
  CHECK(metric_of("internal_fill_rate", all) == 0.8);
  CHECK(metric_of("cycle_service", all) == 0.7);
}

TEST_CASE("a_share_of_time_is_averaged_over_stock_points_and_a_level_is_summed") {
  const Layout layout = two_level_layout();
  const Record record = two_level_record();
  const std::vector<Ledger> points = point_ledgers(record, layout, Detail::total);
  const Ledger all = network_ledger(points, record, layout);
  CHECK(metric_of("ready_rate", points[1]) == Approx(0.8));
  CHECK(metric_of("ready_rate", all) == Approx(0.9));
  CHECK(metric_of("phantom_time", all) == Approx(0.05));
  CHECK(metric_of("mean_on_hand", all) == 55.0);
  CHECK(metric_of("mean_backlog", all) == 8.0);
  CHECK(metric_of("mean_customer_backlog", all) == 3.0);
  CHECK(metric_of("mean_in_transit", all) == 14.0);
  CHECK(metric_of("mean_lead_time", all) == Approx((60.0 * 4.0 + 75.0) / 135.0));
}

TEST_CASE("waits_and_promises_are_in_days_and_early_is_negative") {
  const Layout layout = two_level_layout();
  const Record record = two_level_record();
  const Ledger all = network_ledger(point_ledgers(record, layout, Detail::total), record, layout);
  CHECK(metric_of("mean_wait", all) == 2.0);
  CHECK(metric_of("mean_time_in_queue", all) == 3.0);
  CHECK(metric_of("promise_kept_rate", all) == 0.9);
  CHECK(metric_of("mean_promise_slip", all) == -0.5);
  CHECK(metric_of("p95_wait", all) == Approx(3.0).epsilon(1.0 / 64.0));
}

TEST_CASE("costs_per_day_add_up_and_profit_counts_no_opportunity_cost") {
  const Layout layout = two_level_layout();
  const Record record = two_level_record();
  const Ledger all = network_ledger(point_ledgers(record, layout, Detail::total), record, layout);
  CHECK(metric_of("holding_cost", all) == Approx(40 * 0.5 + 15 * 1.0 + 8 * 0.5));
  CHECK(metric_of("ordering_cost", all) == Approx(2 * 20.0 / 10));
  CHECK(metric_of("purchase_cost", all) == Approx(60 * 4.0 / 10));
  CHECK(metric_of("freight_cost", all) == Approx((60 * 0.25 + 2 * 5.0 + 10 * 2.0) / 10));
  CHECK(metric_of("backorder_cost", all) == Approx(3 * 2.0 + 20 * 1.5 / 10));
  CHECK(metric_of("lost_margin", all) == Approx(10 * 6.0 / 10));
  CHECK(metric_of("cancel_cost", all) == Approx(4 * 3.0 / 10));
  CHECK(metric_of("count_cost", all) == 0.0);
  CHECK(metric_of("revenue", all) == Approx(84 * 10.0 / 10));
  double sum = 0.0;
  for (const char* name : {"holding_cost", "ordering_cost", "purchase_cost", "freight_cost", "backorder_cost",
                           "lost_margin", "cancel_cost", "count_cost"})
    sum += metric_of(name, all);
  CHECK(metric_of("total_cost", all) == Approx(sum));
  const double stock_change = ((30 - 50) + (11 - 20)) * 4.0 / 10;
  CHECK(metric_of("profit", all) == Approx(84.0 - (sum - 6.0 - 3.0) + stock_change));
}

TEST_CASE("reduced_prices_come_off_the_revenue_and_whoever_came_for_them_only_is_no_lost_margin") {
  Record record = two_level_record();
  Layout layout = two_level_layout();
  // 30 of 84 units went at 60 % of the price; 12 more units were asked for at it only: 9 were sold, 3 found nothing.
  record.extra.resize(2);
  record.extra[1].markdown = {1, 30, widen(30, 400'000), 4 * day, 2};
  OrderFacts bargains;
  bargains.demand = 12;
  bargains.filled = 9;
  bargains.lost_out_of_stock = 3;
  record.streams.push_back(bargains);
  record.points[1].lost += 3;
  layout.stream_point.push_back(PointId(1));
  layout.stream_segment.push_back(SegmentId(1));
  layout.segments = 2;
  layout.first_surge = layout.first_bargain = 1;
  const std::vector<Ledger> points = point_ledgers(record, layout, Detail::total);
  const Ledger all = network_ledger(points, record, layout);
  CHECK(metric_of("revenue", all) == Approx((84 * 10.0 - 30 * 4.0) / 10));
  CHECK(metric_of("revenue_forgone", all) == Approx(30 * 4.0 / 10));
  CHECK(metric_of("gross_margin", all) == Approx((84 * 6.0 - 30 * 4.0) / 10));
  CHECK(metric_of("lost_margin", all) == Approx(10 * 6.0 / 10));
  CHECK(metric_of("bargain_demand", all) == 12.0);
  CHECK(metric_of("bargain_filled", all) == 9.0);
  CHECK(metric_of("surge_demand", all) == 0.0);
  CHECK(metric_of("demand", all) == 112.0);
  CHECK(metric_of("marked_down", all) == 30.0);
  CHECK(metric_of("marked_down_share", all) == Approx(30.0 / 84));
  CHECK(metric_of("reduced_time", all) == Approx(0.4));  // of the one place where there may be a sale
  CHECK(metric_of("sell_through", points[1]) == Approx(84.0 / 95));
  CHECK(metric_of("sell_through", all) == Approx(84.0 / (95 + 30)));
}

TEST_CASE("a_depot_sells_to_its_shops_but_the_network_only_to_customers") {
  const Layout layout = two_level_layout();
  const Record record = two_level_record();
  const std::vector<Ledger> points = point_ledgers(record, layout, Detail::total);
  const double months = 10.0 / 30.4375;
  CHECK(metric_of("inventory_to_sales", points[0]) == Approx(40.0 / (80.0 / months)));
  CHECK(metric_of("inventory_to_sales", points[1]) == Approx(15.0 / (84.0 / months)));
  const Ledger all = network_ledger(points, record, layout);
  CHECK(metric_of("inventory_to_sales", all) == Approx(55.0 / (84.0 / months)));
  CHECK(metric_of("turns", all) == Approx(12.0 * 84.0 / months / 55.0));
}

TEST_CASE("bullwhip_is_the_ratio_of_sample_variances_and_undefined_under_eight_weeks") {
  const auto series = [](std::initializer_list<Quantity> values) {
    SeriesMoments moments;
    for (const Quantity x : values) moments.add(x);
    return moments;
  };
  const SeriesMoments ordered = series({0, 20, 0, 20, 0, 20, 0, 20}), demanded = series({8, 12, 8, 12, 8, 12, 8, 12});
  CHECK(bullwhip_of(ordered, demanded) == Approx(25.0));
  CHECK(bullwhip_of(demanded, demanded) == 1.0);
  CHECK(std::isnan(bullwhip_of(series({1, 2, 3, 4, 5, 6, 7}), series({1, 2, 3, 4, 5, 6, 7}))));
  CHECK(std::isnan(bullwhip_of(ordered, series({5, 5, 5, 5, 5, 5, 5, 5}))));
}

TEST_CASE("the_series_of_a_network_is_summed_before_its_variance_is_taken_and_a_site_of_two_has_none") {
  Layout layout = two_level_layout();
  layout.point_site = {SiteId(0), SiteId(0)};
  Record record = two_level_record();
  for (Quantity week = 0; week < 8; ++week) {
    record.points[0].ordered.add(week % 2 == 0 ? 10 : 0);
    record.points[1].ordered.add(week % 2 == 0 ? 0 : 10);  // the two cancel out: the network orders evenly
    record.ordered.add(10);
    for (StockFacts& point : record.points) point.demanded.add(week);
    record.demanded.add(2 * week);
  }
  const std::vector<Ledger> points = point_ledgers(record, layout, Detail::total);
  CHECK(metric_of("bullwhip", points[0]) > 1.0);
  CHECK(metric_of("bullwhip", network_ledger(points, record, layout)) == 0.0);
  CHECK(std::isnan(metric_of("bullwhip", site_ledgers(points, record, layout, Detail::total)[0])));
}

TEST_CASE("nothing_happened_so_nothing_is_defined_but_levels_and_counts") {
  Layout layout = two_level_layout();
  Record record;
  record.streams.resize(1);
  record.points.resize(2);
  record.links.resize(2);
  record.waits.resize(1);
  const Ledger all = network_ledger(point_ledgers(record, layout, Detail::total), record, layout);
  for (const char* name : {"fill_rate", "cycle_service", "mean_wait", "p95_wait", "promise_kept_rate", "turns",
                           "mean_lead_time", "inventory_to_sales", "bullwhip"})
    CHECK(std::isnan(metric_of(name, all)));
  for (const char* name : {"demand", "mean_on_hand", "total_cost", "revenue"}) CHECK(metric_of(name, all) == 0.0);
}

TEST_CASE("unit_time_of_ten_million_units_over_fifty_years_and_a_million_stock_points_does_not_overflow") {
  Layout layout;
  layout.length = 50 * year;
  layout.sites = 1;
  layout.point_site.assign(1'000'000, SiteId(0));
  layout.point_product.assign(1'000'000, ProductId(0));
  layout.point_rates.resize(1'000'000);
  Record record;
  StockFacts facts;
  facts.integrals.on_hand = widen(10'000'000, 50 * year);
  Ledger sum;
  Ledger one;
  one.length = layout.length;
  one.points = 1;
  one.stock = facts;
  CHECK(metric_of("mean_on_hand", one) == 1e7);
  for (int i = 0; i < 1'000'000; ++i) sum += one;
  CHECK(metric_of("mean_on_hand", sum) == 1e13);
}

TEST_CASE("waits_belong_to_a_stock_point_only_where_they_were_recorded_there") {
  const Layout layout = two_level_layout();
  Record record = two_level_record();
  CHECK(std::isnan(metric_of("p95_wait", point_ledgers(record, layout, Detail::total)[1])));
  record.waits.insert(record.waits.begin(), SpanSketch{});  // now one for each stock point
  const std::vector<Ledger> points = point_ledgers(record, layout, Detail::stock_point);
  CHECK(metric_of("p95_wait", points[1]) == Approx(3.0).epsilon(1.0 / 64.0));
  CHECK(std::isnan(metric_of("p95_wait", points[0])));
  const std::vector<Ledger> sites = site_ledgers(points, record, layout, Detail::stock_point);
  CHECK(metric_of("p95_wait", sites[1]) == metric_of("p95_wait", points[1]));
  CHECK(network_ledger(points, record, layout).waits.total() == 12);
}

TEST_CASE("metric_names_are_unique_and_every_fixed_name_is_there") {
  std::set<std::string_view> names;
  for (const Metric& metric : metrics()) CHECK(names.insert(metric.name).second);
  for (const char* name : {"demand",
                           "filled",
                           "shipped_from_backorder",
                           "backordered",
                           "lost_out_of_stock",
                           "lost_declined",
                           "lost_discontinued",
                           "cancelled_by_customer",
                           "cancelled_by_seller",
                           "open_at_end",
                           "oversold",
                           "fill_rate",
                           "backorder_rate",
                           "lost_rate",
                           "cancel_rate",
                           "cycle_service",
                           "ready_rate",
                           "mean_wait",
                           "p95_wait",
                           "mean_time_in_queue",
                           "promise_kept_rate",
                           "mean_promise_slip",
                           "mean_on_hand",
                           "mean_on_record",
                           "mean_on_order",
                           "mean_backlog",
                           "record_error",
                           "phantom_time",
                           "replenishment_orders",
                           "replenishment_units",
                           "mean_lead_time",
                           "inventory_to_sales",
                           "turns",
                           "bullwhip",
                           "holding_cost",
                           "ordering_cost",
                           "purchase_cost",
                           "freight_cost",
                           "backorder_cost",
                           "lost_margin",
                           "cancel_cost",
                           "count_cost",
                           "total_cost",
                           "revenue",
                           "profit"})
    CHECK(names.count(name) == 1);
}

TEST_CASE("a_lost_unit_breaks_conservation_and_the_place_is_named") {
  const Layout layout = two_level_layout();
  const Record good = two_level_record();
  CHECK_NOTHROW(check_conservation(good, layout));
  const auto broken = [&](auto change, const char* where) {
    Record record = good;
    change(record);
    CHECK_THROWS_WITH(check_conservation(record, layout), Catch::Contains(where));
  };
  broken([](Record& r) { ++r.points[1].closing_on_hand; }, "stock point 1: opening + received");
  broken([](Record& r) { r.losses = {{.yield_lost = 1}, {}}; }, "stock point 0: ordered + calls");
  broken([](Record& r) { ++r.streams[0].filled; }, "demand stream 0: backordered");
  broken([](Record& r) { r.streams[0].lost_out_of_stock += 50; }, "demand stream 0: outcomes");
  broken([](Record& r) { r.waits[0].add(day, 1); }, "every unit shipped from backorder");
}
