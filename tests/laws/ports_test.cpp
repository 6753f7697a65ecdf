// Ports and sailings traced by hand, by engine and twin alike.
#include "laws/overseas.hpp"
#include "laws/random_blueprint.hpp"

using namespace restock;
using namespace restock::laws;
using namespace restock::models;

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

TEST_CASE(
    "random blueprints do have queues, full anchorages, rolled goods, lost berths, closed seas and thresholds passed") {
  int waited = 0;
  int diverted = 0;
  int rolled = 0;
  int in_the_way = 0;
  int out_of_use = 0;
  int thresholds = 0;
  int closed_seas = 0;
  for (std::uint64_t seed = 0; seed < 800; ++seed) {
    const Draft b = random_blueprint()(rc::Random(seed), 100).value();
    const Record record = run_twin(b, seed, 0).record;
    for (std::size_t p = 0; p < record.ports.size(); ++p) {
      const PortFacts& f = record.ports[p];
      waited += f.wait_of_ours > 0 ? 1 : 0;
      diverted += f.diverted > 0 && f.calls > 0 ? 1 : 0;
      out_of_use += f.berths_out > 0 && f.calls > 0 ? 1 : 0;
      in_the_way += f.units > 0 && f.yard > 0 && b.ports[p].yard < 8 ? 1 : 0;
    }
    for (const EffectPlan& effect : b.effects) {
      const bool began = record.causes[effect.cause].spells > 0;
      thresholds += began && std::holds_alternative<Threshold>(b.causes[effect.cause].when) ? 1 : 0;
      closed_seas += began && effect.kind == EffectKind::sea_closed ? 1 : 0;
    }
    for (const LinkFacts& f : record.links) rolled += f.rolled > 0 ? 1 : 0;
  }
  CHECK(waited > 5);
  CHECK(diverted > 5);
  CHECK(rolled > 5);
  CHECK(in_the_way > 5);
  CHECK(out_of_use > 5);
  CHECK(thresholds > 5);
  CHECK(closed_seas > 5);
}
