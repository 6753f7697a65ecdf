// What goes wrong at ports and at sea, and who looks at queues, traced by hand, by engine and twin alike.
#include "laws/overseas.hpp"

using namespace restock;
using namespace restock::laws;

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
  b.causes[0].when =
      Scheduled{{5 * day}, {6 * day}};  // in the very instant in which the first is there: it stands still
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
  // Vessels arrive on 5, 6, 7, 8 and are handled for two days each: at anchor on 6: 0 (the second comes after the
  // look).
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
