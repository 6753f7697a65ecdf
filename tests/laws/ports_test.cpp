// Ports and sailings traced by hand, by engine and twin alike.
#include "catch.hpp"
#include "laws/agree.hpp"
#include "laws/random_blueprint.hpp"
#include "twin/models.hpp"

using namespace restock;
using namespace restock::laws;
using namespace restock::models;

namespace {

/// A store that orders at each demand what was demanded, over a lane with a route.
Draft overseas(std::vector<TraceLine> lines) {
  Draft b = one_store(BaseStock{0}, 0, TraceArrivals{}, constant_time(4 * day));
  b.length = 60 * day;
  replay(b, std::move(lines));
  RoutePlan route;
  route.who = hash_name("route");
  route.sea = constant_time(4 * day);
  route.inland = constant_time(1 * day);
  route.planned_sea = 4 * day;
  route.planned_inland = 1 * day;
  b.routes.push_back(route);
  b.links[0].route = RouteId(std::size_t{0});
  b.links[0].planned_lead = b.links[0].planned_transit = 8 * day;
  return b;
}

Draft over_a_port(std::vector<TraceLine> lines) {
  Draft b = overseas(std::move(lines));
  PortPlan port;
  port.who = hash_name("port");
  port.handling = constant_time(2 * day);
  port.planned_handling = 2 * day;
  port.dwell = constant_time(1 * day);
  port.customs = constant_time(0);
  port.planned_yard = 1 * day;
  b.ports.push_back(port);
  b.layout.port_site.emplace_back(std::size_t{0});
  b.layout.port_berths.push_back(1);
  b.routes[0].port = PortId(std::size_t{0});
  return b;
}

/// What engine and twin agree on.
TwinResult history_of(const Draft& b) {
  State state;
  CHECK(disagreement(b, 1, 0, state) == "");
  return run_twin(b, 1, 0);
}

}  // namespace

TEST_CASE("the second vessel waits at anchor, and its goods with it") {
  const Draft b = over_a_port({{1 * day, 1}, {2 * day, 1}});
  const TwinResult twin = history_of(b);
  REQUIRE(twin.orders.size() == 2);
  CHECK(twin.orders[0].ended == (1 + 4 + 2 + 1 + 1) * day);
  CHECK(twin.orders[1].ended == (2 + 4 + 1 + 2 + 1 + 1) * day);  // a day at anchor
  CHECK(twin.orders[1].first_promise == 10 * day);               // announced when it sailed
  const PortFacts& f = twin.record.ports[0];
  CHECK(f.calls == 2);
  CHECK(f.berthed == 2);
  CHECK(f.waited == 1);
  CHECK(f.wait == Wide{day});
  CHECK(f.busy == Wide{4 * day});
  CHECK(f.queue == Wide{day});
  CHECK(f.yard == Wide{2 * day});
  CHECK(f.empty == Wide{(60 - 4) * day});
  CHECK(f.units == 2);
  CHECK(twin.record.links[0].in_transit == Wide{8 * day + 9 * day});
}

TEST_CASE("the milestones are news: who orders before the vessel is at anchor is quoted the date of the dispatch") {
  const Time asked = GENERATE(5 * day + hour, 6 * day + hour, 7 * day + hour);
  Draft b = over_a_port({{1 * day, 1}, {2 * day, 2}, {asked, 1}});
  b.points[0].policy = BaseStock{1};
  b.points[0].initial_on_hand = b.points[0].initial_on_record = 1;
  const TwinResult twin = history_of(b);
  REQUIRE(twin.orders.size() == 3);
  CHECK(twin.orders[1].first_promise == 10 * day);
  CHECK(twin.orders[1].ended == 11 * day);  // a day at anchor
  CHECK(twin.orders[2].first_promise == (asked < 6 * day ? 10 * day : 11 * day));
}

TEST_CASE("a vessel keeps its berth until the yard has room") {
  Draft b = over_a_port({{1 * day, 3}, {2 * day, 3}, {3 * day, 1}});
  b.ports[0].yard = 4;
  b.ports[0].dwell = constant_time(5 * day);
  const TwinResult twin = history_of(b);
  // Berthed on 5, in the yard 7 to 12. The second has been handled on 9, and unloads on 12; the third berths then.
  CHECK(twin.orders[0].ended == 13 * day);
  CHECK(twin.orders[1].ended == (12 + 5 + 1) * day);
  CHECK(twin.orders[2].ended == (12 + 2 + 5 + 1) * day);
  CHECK(twin.record.ports[0].busy == Wide{(2 + 5 + 2) * day});
  CHECK(twin.record.ports[0].wait == Wide{(7 - 6) * day + (12 - 7) * day});
}

TEST_CASE("a cargo that is larger than the yard goes in when the yard is empty") {
  Draft b = over_a_port({{1 * day, 9}, {2 * day, 1}});
  b.ports[0].yard = 4;
  const TwinResult twin = history_of(b);
  CHECK(twin.orders[0].ended == 9 * day);
  CHECK(twin.orders[1].ended == 11 * day);
}

TEST_CASE("goods wait for the sailing; what has no room rolls, and shipments are split") {
  Draft b = overseas({{1 * day, 3}, {2 * day, 3}, {10 * day, 1}});
  b.routes[0].timetable = true;
  b.routes[0].sailings = {7 * day, 3 * day, 4, 0.0};
  const bool review_first = GENERATE(true, false);
  if (!review_first) b.order_of_day = {DayStep::demand, DayStep::receive, DayStep::review};
  const TwinResult twin = history_of(b);
  CHECK(twin.orders[0].first_promise == (1 + 8) * day);
  CHECK(twin.orders[0].ended == (3 + 4) * day);
  CHECK(twin.orders[1].ended == (10 + 4) * day);
  // Ordered in the instant of a sailing: on board, unless the vessel left before customers were seen.
  CHECK(twin.orders[2].ended == ((review_first ? 17 : 10) + 4) * day);
  CHECK(twin.record.links[0].rolled == 2);
  CHECK(twin.record.links[0].shipments == 3);
}

TEST_CASE("a blank sailing rolls everything") {
  Draft b = overseas({{1 * day, 3}});
  b.routes[0].timetable = true;
  b.routes[0].sailings = {7 * day, 3 * day, 4, 0.6};
  Quantity rolled = 0;
  for (std::uint64_t seed = 1; seed < 20 && rolled == 0; ++seed) {
    const TwinResult twin = run_twin(b, seed, 0);
    rolled = twin.record.links[0].rolled;
    if (rolled > 0) CHECK(twin.orders[0].ended == (7 + 7 * (rolled / 3)) * day);
  }
  CHECK(rolled > 0);
  history_of(b);
}

TEST_CASE("our vessels sail on when the queue is long; where there is no other port they stay") {
  Draft b = over_a_port({{1 * day, 1}, {1 * day + hour, 1}, {1 * day + 2 * hour, 1}});
  PortPlan other = b.ports[0];
  other.who = hash_name("other");
  b.ports.push_back(other);
  b.layout.port_site.emplace_back(std::size_t{0});
  b.layout.port_berths.push_back(1);
  b.ports[0].anchorage = 0;
  SECTION("no other port") {
    const TwinResult twin = history_of(b);
    CHECK(twin.record.ports[0].diverted == 0);
    CHECK(twin.orders[2].ended == (9 + 4) * day);
  }
  SECTION("a full anchorage") {
    b.ports[0].reroute = {PortId(std::size_t{1}), unlimited, never, 3 * day};
    const TwinResult twin = history_of(b);
    CHECK(twin.record.ports[0].diverted == 2);
    CHECK(twin.record.ports[1].calls == 2);
    CHECK(twin.orders[1].ended == 12 * day + hour);
    CHECK(twin.orders[2].ended == 14 * day + hour);
  }
  SECTION("out of patience") {
    b.ports[0].anchorage = unlimited;
    b.ports[0].has_patience = true;
    b.ports[0].patience = constant_time(6 * hour);
    b.ports[0].reroute = {PortId(std::size_t{1}), 1, never, 3 * day};
    const TwinResult twin = history_of(b);
    CHECK(twin.record.ports[0].diverted == 2);
    CHECK(twin.record.ports[0].waits == 2);  // the third saw one vessel wait, and did not
    CHECK(twin.record.ports[0].wait == Wide{6 * hour});
    CHECK(twin.orders[1].ended == 12 * day + 2 * hour);  // by the third vessel, there before the second
    CHECK(twin.orders[2].ended == 14 * day + 2 * hour);
  }
}

TEST_CASE("a port that shuts stops its cranes, and they go on where they stood") {
  Draft b = over_a_port({{1 * day, 1}, {2 * day, 1}});
  add_cause(b, Scheduled{{6 * day}, {3 * day}}, {EffectKind::port_closed});
  const TwinResult twin = history_of(b);
  // The first has been handled for a day of two; the second waits from the day on which it closes.
  CHECK(twin.orders[0].ended == (5 + 2 + 3 + 1 + 1) * day);
  CHECK(twin.orders[1].ended == (10 + 2 + 1 + 1) * day);
  CHECK(twin.record.ports[0].busy == Wide{(5 + 2) * day});
  CHECK(twin.record.ports[0].wait == Wide{4 * day});
}

TEST_CASE("spells that follow each other keep a port shut: nobody slips in between") {
  Draft b = over_a_port({{1 * day, 1}});
  add_cause(b, Scheduled{{4 * day}, {3 * day}}, {EffectKind::port_closed});
  add_cause(b, Scheduled{{7 * day}, {2 * day}}, {EffectKind::port_closed});
  CHECK(history_of(b).orders[0].ended == (9 + 2 + 1 + 1) * day);
}

TEST_CASE("a slow port slows what is under way and what begins, and both keep what is done") {
  Draft b = over_a_port({{1 * day, 1}, {2 * day, 1}});
  add_cause(b, Scheduled{{6 * day}, {3 * day}}, {EffectKind::port_slowed, 0, 0, 0.5});
  const TwinResult twin = history_of(b);
  // On 6 a day is left, which takes two; the second has half a day done by 9, and a day and a half before it.
  CHECK(twin.orders[0].ended == (8 + 1 + 1) * day);
  CHECK(twin.orders[1].ended == (9 + 1 + 1) * day + 36 * hour);
  CHECK(twin.record.ports[0].berths_out == Wide{0});
}

TEST_CASE("factors multiply, and a port that is slow and shut stands still") {
  Draft b = over_a_port({{1 * day, 1}});
  add_cause(b, Scheduled{{6 * day}, {3 * day}}, {EffectKind::port_slowed, 0, 0, 0.5});
  add_cause(b, Scheduled{{6 * day}, {2 * day}}, {EffectKind::port_slowed, 0, 0, 0.5});
  add_cause(b, Scheduled{{7 * day}, {1 * day}}, {EffectKind::port_closed});
  // A quarter of a day is done on 7, nothing until 8, half a day until 9, the last quarter at the usual speed.
  CHECK(history_of(b).orders[0].ended == (9 + 1 + 1) * day + 6 * hour);
}

TEST_CASE("lost berths are not taken again; who lies there stays") {
  Draft b = over_a_port({{1 * day, 1}, {1 * day + hour, 1}, {2 * day, 1}});
  b.ports[0].berths = 2;
  b.layout.port_berths[0] = 2;
  add_cause(b, Scheduled{{6 * day}, {4 * day}}, {EffectKind::berths_lost, 0, 0, 1.0, 1});
  const TwinResult twin = history_of(b);
  CHECK(twin.orders[1].ended == (1 + 8) * day + hour);
  // Two berths are taken on 6; on 7 one of them is free, and lost; an hour later the other one is there.
  CHECK(twin.orders[2].ended == (7 + 2 + 1 + 1) * day + hour);
  CHECK(twin.record.ports[0].berths_out == Wide{4 * day});
}

TEST_CASE("a closed canal: vessels at sea stand still, who sails meanwhile starts when it opens") {
  const Draft quiet = over_a_port({{1 * day, 1}, {4 * day, 1}});
  Draft b = quiet;
  add_cause(b, Scheduled{{3 * day}, {6 * day}}, {EffectKind::sea_closed});
  const TwinResult twin = history_of(b);
  // The first has two days of four before it on 9, the second all four.
  CHECK(twin.orders[0].ended == (11 + 4) * day);
  CHECK(twin.orders[1].ended == (13 + 4) * day);
  b.causes[0].when = Scheduled{{5 * day}, {6 * day}};  // in the very instant in which the first is there: it stands still
  CHECK(history_of(b).orders[0].ended == (11 + 4) * day);
  b.causes[0].when = Scheduled{{5 * day + 1}, {2 * day}};  // it is past the canal
  CHECK(history_of(b).orders[0].ended == 9 * day);
}

TEST_CASE("the date of goods on a closed sea is put off when it opens, not before") {
  const Time asked = GENERATE(6 * day, 9 * day + hour);
  Draft b = overseas({{1 * day, 2}, {asked, 1}});
  b.points[0].policy = BaseStock{1};
  b.points[0].initial_on_hand = b.points[0].initial_on_record = 1;
  b.routes[0].timetable = true;
  b.routes[0].sailings = {7 * day, 2 * day, unlimited, 0.0};
  add_cause(b, Scheduled{{3 * day}, {6 * day}}, {EffectKind::sea_closed});
  const TwinResult twin = history_of(b);
  CHECK(twin.orders[0].ended == (6 + 6) * day);
  CHECK(twin.orders[1].first_promise == (asked < 9 * day ? asked : 12 * day));
}

TEST_CASE("the sea is slow for those who sail meanwhile, and blank sailings take nobody") {
  Draft b = overseas({{1 * day, 2}, {8 * day, 1}});
  b.routes[0].timetable = true;
  b.routes[0].sailings = {7 * day, 2 * day, unlimited, 0.0};
  SECTION("slow") {
    add_cause(b, Scheduled{{2 * day}, {1 * day}}, {EffectKind::sea_delay, 0, 0, 1.5, 6 * hour, true});
    const TwinResult twin = history_of(b);
    CHECK(twin.orders[0].ended == (2 + 6) * day + 6 * hour);
    CHECK(twin.orders[1].ended == (9 + 4) * day);
  }
  SECTION("blank") {
    add_cause(b, Scheduled{{2 * day}, {1 * day}}, {EffectKind::sailings_blanked});
    const TwinResult twin = history_of(b);
    CHECK(twin.orders[0].ended == (9 + 4) * day);
    CHECK(twin.record.links[0].rolled == 2);
  }
}

TEST_CASE("a threshold is looked at at its instants, begins after its delay and lasts at least its time") {
  // Vessels arrive on 5, 6, 7, 8 and are handled for two days each: at anchor on 6: 0 (the second comes after the look).
  Draft b = over_a_port({{1 * day, 1}, {2 * day, 1}, {3 * day, 1}, {4 * day, 1}});
  Threshold queue;
  queue.of = Watched::port_queue;
  queue.above = 0;
  queue.check = {2 * day};
  b.watched = {0};
  add_cause(b, queue, {EffectKind::port_closed});
  b.causes[0].watched = {0, 1};
  SECTION("at once") {
    // Looked at on 6: nobody waits. On 8: one waits, and it shuts for good, since the queue does not shrink any more.
    const TwinResult twin = history_of(b);
    CHECK(twin.orders[0].ended == 9 * day);
    CHECK(twin.orders[3].outcome == Outcome::open);
    CHECK(twin.record.causes[0].spells == 1);
    CHECK(twin.record.causes[0].active == (60 - 8) * day);
  }
  SECTION("later, and for a while") {
    b.effects[0] = {EffectKind::port_slowed, 0, 0, 2.0, 0, false};
    queue.delay = {2 * day};
    queue.least = {3 * day};
    b.causes[0].when = queue;
    // Found on 8, it begins on 10; the queue is empty then or soon, it ends with the look on 14.
    const TwinResult twin = history_of(b);
    CHECK(twin.record.causes[0].spells == 1);
    CHECK(twin.record.causes[0].active == 4 * day);
  }
}

TEST_CASE("others' ships are exogenous: a call of ours does not move their arrivals") {
  Draft b = over_a_port({});
  b.ports[0].traffic.any = true;
  b.ports[0].traffic.gap = exponential_time(3 * day);
  prepare(b.ports[0].traffic.convoy.law);
  b.ports[0].traffic.handling = exponential_time(2 * day);
  const TwinResult alone = history_of(b);
  Draft busy = b;
  replay(busy, {{1 * day, 1}, {2 * day, 5}, {9 * day, 1}});
  const TwinResult shared = history_of(busy);
  CHECK(shared.record.ports[0].background_calls == alone.record.ports[0].background_calls);
  CHECK(shared.record.ports[0].wait > alone.record.ports[0].wait);
}

TEST_CASE("random blueprints do have queues, full anchorages, rolled goods and vessels that wait for the yard") {
  int waited = 0;
  int diverted = 0;
  int rolled = 0;
  int in_the_way = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const Draft b = random_blueprint()(rc::Random(seed), 100).value();
    const Record record = run_twin(b, seed, 0).record;
    for (std::size_t p = 0; p < record.ports.size(); ++p) {
      const PortFacts& f = record.ports[p];
      waited += f.wait_of_ours > 0 ? 1 : 0;
      diverted += f.diverted > 0 && f.calls > 0 ? 1 : 0;
      in_the_way += f.units > 0 && f.yard > 0 && b.ports[p].yard < 8 ? 1 : 0;
    }
    for (const LinkFacts& f : record.links) rolled += f.rolled > 0 ? 1 : 0;
  }
  CHECK(waited > 5);
  CHECK(diverted > 5);
  CHECK(rolled > 5);
  CHECK(in_the_way > 5);
}
