#include "compile/compile.hpp"
#include "catch.hpp"
#include "core/hash.hpp"
#include "network/example.hpp"

using namespace restock;
using namespace restock::example;

namespace {

Compiled compiled(const Scenario& s, Detail detail = Detail::stock_point) {
  Issues issues;
  const auto network = build_network(s, issues);
  for (const Issue& issue : issues) UNSCOPED_INFO(issue.path << ": " << issue.problem);
  REQUIRE(network.has_value());
  return compile(s, *network, detail);
}

Time planned_transit_of_first_link(const Scenario& s) {
  const Blueprint b = compiled(s).blueprint;
  return b.terms(b.links[0]).planned_transit;
}

constexpr double per_day = 1.0 / static_cast<double>(day);

}  // namespace

TEST_CASE("three echelons by hand") {
  Scenario s = three_echelons();
  s.warmup = {90 * day};
  s.drain = {30 * day};
  s.sites[0].capacity = Rate{900 * per_day};
  s.sites[0].production_time = exactly(2 * day);
  s.lanes[0].transit = {Gamma{.mean = Measure{18.0 * day}, .cv = 0.25}};
  s.lanes[0].order_delay = {day};
  const Compiled c = compiled(s);
  const Blueprint& b = c.blueprint;
  CHECK(b.warmup == 90 * day);
  CHECK(b.length == 365 * day);
  CHECK(b.drain == 30 * day);
  CHECK(b.series_every == never);
  REQUIRE(b.points.size() == 5);
  REQUIRE(b.links.size() == 5);
  REQUIRE(b.resources.size() == 1);
  CHECK(b.resources[0].who == hash_name("resource/ningbo"));
  CHECK(b.resources[0].lines == 1);
  CHECK(mean(b.resources[0].time_per_unit.law) == Approx(96.0 * second));
  CHECK(b.resources[0].planned == 2 * day + 96 * second);

  const LinkPlan& inbound = b.links[0];
  CHECK_FALSE(inbound.from.valid());
  CHECK(b.terms(inbound).resource == ResourceId(0));
  CHECK(inbound.who == hash_name("lane/ningbo->reno/kettle"));
  CHECK(b.terms(inbound).planned_transit == 18 * day);
  CHECK(b.terms(inbound).planned_lead == day + 2 * day + 96 * second + 18 * day);
  Draws draws(Address{});
  CHECK(b.terms(inbound).transit.sample_ticks(draws) > 0);
  const LinkPlan& outbound = b.links[4];
  CHECK(outbound.from == PointId(0));
  CHECK(outbound.to == PointId(4));
  CHECK_FALSE(b.terms(outbound).resource.valid());
  CHECK(b.terms(outbound).planned_lead == 2 * day);

  CHECK(b.points[0].who == hash_name("point/reno/kettle"));
  CHECK(std::holds_alternative<ReorderPoint>(b.rules(b.points[0]).policy));
  CHECK(b.rules(b.points[0]).initial_on_hand == 1100);
  CHECK(b.rules(b.points[0]).initial_on_record == 1100);
  CHECK(b.rules(b.points[2]).initial_on_hand == 120);
  // Reviews go downstream first, dispatch upstream first, then by declaration.
  std::vector<std::uint32_t> reviews, dispatches;
  for (const PointPlan& point : b.points) {
    reviews.push_back(point.review_rank);
    dispatches.push_back(point.dispatch_rank);
  }
  CHECK(reviews == std::vector<std::uint32_t>{3, 4, 0, 1, 2});
  CHECK(dispatches == std::vector<std::uint32_t>{0, 1, 2, 3, 4});

  REQUIRE(b.streams.size() == 3);
  CHECK(b.streams[0].who == hash_name("stream/online/webshop/kettle"));
  CHECK(b.streams[0].point == PointId(2));
  CHECK(b.rules(b.streams[0]).unit_size);
  CHECK_FALSE(b.rules(b.streams[0]).has_patience);
  CHECK(b.rules(b.streams[0]).seller_limit == never);
  CHECK(b.points[4].streams.first == 2);
  CHECK(b.points[0].streams.empty());

  CHECK(b.layout.sites == 4);
  CHECK(b.layout.point_site[4] == SiteId(3));
  CHECK(b.layout.point_product[3] == ProductId(1));
  CHECK(b.layout.stream_segment[2] == SegmentId(1));
  CHECK(c.labels.point(b.layout, PointId(3)) == "webshop/toaster");
  CHECK(c.labels.segments == std::vector<std::string>{"online", "walk-in"});
  CHECK(c.labels.lanes[c.labels.link_lane[4].index()] == "reno->corner-shop");
}

TEST_CASE("a plant by hand") {
  const Blueprint b = compiled(chair_works()).blueprint;
  const PointPlan& chair = b.points[0];
  CHECK(b.rules(chair).made_here);
  CHECK(chair.sources.empty());
  REQUIRE(b.rules(chair).resource.valid());
  CHECK(b.resources[b.rules(chair).resource.index()].planned == 3 * day + 864 * second);
  REQUIRE(chair.components.count == 2);
  CHECK(b.components[0].point == PointId(1));
  CHECK(b.components[0].units == 4);
  CHECK(b.components[1].point == PointId(2));
  CHECK(b.components[1].units == 1);
  CHECK(chair.review_rank == 1);
  CHECK(b.points[1].review_rank == 2);
  CHECK(b.points[3].review_rank == 0);
  CHECK(b.points[1].dispatch_rank == 0);
  CHECK(b.points[3].dispatch_rank == 3);
  for (const LinkPlan& link : b.links) CHECK_FALSE(b.terms(link).resource.valid());  // the saw mill is unlimited
}

TEST_CASE("priorities in use at a stock point become its queues, the highest first") {
  Scenario s = three_echelons();
  s.lanes[1].priority = 5;
  add_demand(s, "trade", "reno", 1.0, {"kettle"}).customers.priority = 7;
  add_demand(s, "staff", "reno", 1.0, {"kettle"});
  const Blueprint b = compiled(s).blueprint;
  CHECK(b.rules(b.points[0]).queues == 3);
  CHECK(b.rules(b.points[1]).queues == 1);
  CHECK(b.rules(b.streams[0]).queue == 0);
  CHECK(b.rules(b.streams[1]).queue == 2);
  CHECK(b.terms(b.links[2]).queue == 1);  // reno → webshop, kettle
  CHECK(b.terms(b.links[3]).queue == 0);  // reno → webshop, toaster: the only class there
  CHECK(b.terms(b.links[4]).queue == 2);  // reno → corner-shop shares the lowest class with staff
}

TEST_CASE("component needs queue with priority 0 beside customers of the component") {
  Scenario s = chair_works();
  add_demand(s, "spares", "works", 1.0, {"leg"}).customers.priority = 2;
  const Blueprint b = compiled(s).blueprint;
  CHECK(b.rules(b.points[1]).queues == 2);
  CHECK(b.rules(b.streams[0]).queue == 0);
  CHECK(b.components[0].queue == 1);
  CHECK(b.components[1].queue == 0);
}

TEST_CASE("costs: rates per tick, shares of cost, and defaults") {
  Scenario s = three_echelons();
  CostRule& all = add_costs(s, {});
  all.holding = MoneyRate{0.25 / static_cast<double>(year), true};
  all.ordering = Money{30.0};
  CostRule& shop = add_costs(s, {"webshop"}, {"toaster"});
  shop.holding = MoneyRate{0.02 * per_day, false};
  shop.lost_margin = Money{12.5};
  s.lanes[2].in_transit = MoneyRate{0.365 / static_cast<double>(365 * day), true};
  s.lanes[1].freight = Money{0.4};
  s.lanes[1].freight_per_shipment = Money{9.0};
  s.products[1].price = Money{0.0};
  const Layout layout = compiled(s).blueprint.layout;
  CHECK(layout.point_rates[0].holding * year == Approx(2.5));
  CHECK(layout.point_rates[1].holding * year == Approx(5.0));
  CHECK(layout.point_rates[3].holding * day == Approx(0.02));
  CHECK(layout.point_rates[3].ordering == 30.0);
  CHECK(layout.point_rates[3].lost_margin == 12.5);
  CHECK(layout.point_rates[2].lost_margin == 15.0);
  CHECK(layout.point_rates[1].lost_margin == 0.0);  // no price: nothing is lost with a sale
  CHECK(layout.point_rates[2].purchase == 10.0);
  CHECK(layout.point_rates[2].price == 25.0);
  CHECK(layout.point_rates[2].value == 10.0);
  CHECK(layout.link_rates[0].in_transit == 0.0);                            // from a supplier
  CHECK(layout.link_rates[2].in_transit == layout.point_rates[0].holding);  // the sender's
  CHECK(layout.link_rates[4].in_transit * day == Approx(0.01));             // as stated
  CHECK(layout.link_rates[2].freight == 0.4);
  CHECK(layout.link_rates[2].freight_per_shipment == 9.0);
}

TEST_CASE("what is there when the clock starts") {
  Scenario s = three_echelons();
  s.replenishment[0].policy = ReorderPoint{-20, 10};
  InitialRule& rule = add_initial(s, "webshop", 40);
  rule.on_record = 44;
  rule.backlog = 6;
  rule.pipeline = {{Instant{3 * day}, 25}, {Instant{5 * day}, 30}};
  InitialRule& corner = add_initial(s, "corner-shop", 0);
  corner.on_hand.reset();
  const Blueprint b = compiled(s).blueprint;
  CHECK(b.rules(b.points[0]).initial_on_hand == 0);  // a target below zero means no stock
  CHECK(b.rules(b.points[2]).initial_on_hand == 40);
  CHECK(b.rules(b.points[2]).initial_on_record == 44);
  CHECK(b.rules(b.points[2]).initial_backlog == 6);
  REQUIRE(b.points[3].pipeline.count == 2);
  CHECK(b.pipeline[b.points[3].pipeline.first + 1].arrives == 5 * day);
  CHECK(b.pipeline[b.points[3].pipeline.first + 1].units == 30);
  CHECK(b.rules(b.points[4]).initial_on_hand == 120);
  CHECK(b.points[4].pipeline.empty());
}

TEST_CASE("announced transit is the mean, a quantile or what is stated") {
  Scenario s = three_echelons();
  s.lanes[0].transit = {Uniform{.low = Measure{10.0 * day}, .high = Measure{20.0 * day}}};
  CHECK(planned_transit_of_first_link(s) == 15 * day);
  s.lanes[0].planned = PlannedQuantile{Share{0.9}};
  CHECK(planned_transit_of_first_link(s) == 19 * day);
  s.lanes[0].planned = PlannedFixed{Duration{12 * day}};
  CHECK(planned_transit_of_first_link(s) == 12 * day);
}

TEST_CASE("customers' rules reach the stream, prepared for sampling") {
  Scenario s = three_echelons();
  s.products[0].discontinued = Instant{200 * day};
  CustomerRules& rules = s.demand[0].customers;
  rules.sees = Sees::shelf;
  rules.partial = PartialRule::wait_complete;
  rules.backlog_cap = 17;
  rules.patience = TimeLaw{Weibull{.mean = Measure{12.0 * day}, .shape = 1.6}};
  rules.accept = AcceptsWithinTolerance{exactly(3 * day)};
  rules.seller_limit = SellerAgeLimit{};
  s.demand[0].size.law = Geometric{Measure{2.5}};
  s.demand[1].arrivals = PerPeriodArrivals{Duration{week}, Duration{10 * day}};
  const Blueprint b = compiled(s).blueprint;
  const StreamRules& stream = b.rules(b.streams[0]);
  CHECK(stream.sees == Sees::shelf);
  CHECK(stream.partial == PartialRule::wait_complete);
  CHECK(stream.backlog_cap == 17);
  CHECK(stream.has_patience);
  CHECK(mean(stream.patience.law) == Approx(12.0 * day));
  CHECK(stream.seller_limit == 30 * day);
  CHECK_FALSE(stream.unit_size);
  CHECK(std::get<PerPeriodArrivals>(b.rules(b.streams[2]).arrivals).offset.ticks == 3 * day);
  CHECK(b.rules(b.points[0]).discontinued == 200 * day);
  CHECK(b.rules(b.points[1]).discontinued == never);
}

TEST_CASE("a trace is laid out stream by stream, without what lies before the clock") {
  Scenario s = three_echelons();
  s.demand.pop_back();
  s.demand[0].at = names({"*shop"});
  s.demand[0].arrivals = TraceArrivals{"orders.csv"};
  s.demand[0].trace = {{"corner-shop", "kettle", at_line(3), {{-1, 9}, {0, 2}, {day, 1}}},
                       {"webshop", "toaster", at_line(2), {{day, 4}}}};
  const Blueprint b = compiled(s).blueprint;
  REQUIRE(b.streams.size() == 2);
  CHECK(b.streams[0].trace.of(b.trace).size() == 1);
  CHECK(b.streams[0].trace.of(b.trace)[0].units == 4);
  REQUIRE(b.streams[1].trace.of(b.trace).size() == 2);
  CHECK(b.streams[1].trace.of(b.trace)[0].at == 0);
  CHECK_FALSE(b.rules(b.streams[0]).unit_size);
  CHECK(std::get<TraceArrivals>(b.rules(b.streams[0]).arrivals).file.empty());
}

TEST_CASE("what was written once stands once in the blueprint") {
  const Blueprint b = compiled(three_echelons()).blueprint;
  CHECK(b.points[2].rules == b.points[3].rules);  // the webshop's two products
  CHECK(b.points[0].rules != b.points[2].rules);
  CHECK(b.streams[0].rules == b.streams[1].rules);
  CHECK(b.streams[0].rules != b.streams[2].rules);
  CHECK(b.links[0].terms == b.links[1].terms);  // one lane, two products
  CHECK(b.links[0].terms != b.links[2].terms);
  CHECK(b.stream_rules.size() == 2);
  CHECK(b.link_terms.size() == 3);
  CHECK(b.point_rules.size() < b.points.size());

  Scenario ends = three_echelons();
  ends.products[0].discontinued = Instant{200 * day};
  const Blueprint c = compiled(ends).blueprint;
  CHECK(c.points[2].rules != c.points[3].rules);  // written once, but for one product only until day 200
}

TEST_CASE("rules that say the same in numbers stand once, whatever each of them selects; all others by themselves") {
  Scenario s = three_echelons();
  s.replenishment.clear();
  const auto weekly = [](Time first) { return OrderUpTo{ReviewCalendar{Duration{week}, Duration{first}}, 90}; };
  add_rule(s, "reno", MinMax{10, 90}).product = names({"kettle"});
  add_rule(s, "reno", MinMax{10, 90}).product = names({"toaster"});
  add_rule(s, "webshop", weekly(0)).product = names({"kettle"});
  add_rule(s, "webshop", weekly(day)).product = names({"toaster"});
  add_rule(s, "corner-shop", weekly(0));
  add_initial(s, "reno", 40);
  add_initial(s, "*shop", 40);
  const Blueprint b = compiled(s).blueprint;
  REQUIRE(b.points.size() == 5);
  CHECK(b.points[0].rules == b.points[1].rules);  // as two rows of a table
  CHECK(b.points[2].rules != b.points[3].rules);  // another day of the week
  CHECK(std::get<OrderUpTo>(b.rules(b.points[3]).policy).calendar.first.ticks == day);
  CHECK(b.points[2].rules == b.points[4].rules);  // at two sites
  s.replenishment[1].lot.multiple = 6;
  s.initial[1].on_hand = 41;
  const Blueprint c = compiled(s).blueprint;
  CHECK(c.points[0].rules != c.points[1].rules);
  CHECK(c.rules(c.points[1]).lot.multiple == 6);
  CHECK(c.rules(c.points[1]).initial_on_hand == 40);
  CHECK(c.rules(c.points[2]).initial_on_hand == 41);
}

TEST_CASE("detail decides how finely customers are grouped") {
  const Scenario s = three_echelons();
  const Blueprint total = compiled(s, Detail::total).blueprint;
  CHECK(total.sketch_groups == 1);
  CHECK(total.points[4].sketch_group == 0);
  const Blueprint site = compiled(s, Detail::site).blueprint;
  CHECK(site.sketch_groups == 4);
  CHECK(site.points[4].sketch_group == 3);
  CHECK(site.points[4].series_group == 3);
  const Blueprint orders = compiled(s, Detail::orders).blueprint;
  CHECK(orders.sketch_groups == 5);
  CHECK(orders.series_groups == 5);
  CHECK(orders.points[4].sketch_group == 4);
}

TEST_CASE("the head of an echelon begins with what the others lack") {
  Scenario s = three_echelons();
  s.replenishment[0].policy = OrderUpTo{ReviewCalendar{Duration{day}, Duration{}}, 900};
  s.replenishment[0].position = PositionRule::echelon;
  const Blueprint b = compiled(s).blueprint;
  REQUIRE(b.echelons.size() == 2);
  CHECK(b.echelons[0].members.count == 3);
  CHECK(b.rules(b.points[b.echelons[0].point.index()]).initial_on_hand == 900 - 2 * 120);  // kettles: two shops
  CHECK(b.rules(b.points[b.echelons[1].point.index()]).initial_on_record == 900 - 120);    // toasters: one
  add_initial(s, "reno", 333);
  const Blueprint stated = compiled(s).blueprint;
  CHECK(stated.rules(stated.points[stated.echelons[0].point.index()]).initial_on_hand == 333);
}
