// Cases that are hard for an engine that pulls, made by hand: engine and twin must agree in all of them.
#include "laws/check.hpp"
#include "twin/models.hpp"

#include <string>

using namespace restock;
using namespace restock::models;
using laws::check_agreement;

namespace {

Draft chain(Policy store, Policy warehouse, Arrivals arrivals) {
  return two_echelons(store, warehouse, 10, arrivals, constant_time(3 * day));
}

const Arrivals twenty_a_day = PoissonArrivals{{20.0 / day}};

}  // namespace

TEST_CASE("long pulls between rare orders") {
  Draft b = chain(MinMax{40, 200}, MinMax{100, 600}, twenty_a_day);
  b.warmup = 30 * day;
  b.length = 300 * day;
  b.streams[0].has_patience = true;
  b.streams[0].patience = exponential_time(2 * day);
  check_agreement(b);
}

TEST_CASE("more streams at one stock point than gaps are kept for") {
  for (const std::uint32_t streams : {2U, 16U, 17U, 40U}) {
    Draft b = one_store(MinMax{30, 90}, 60, PoissonArrivals{{1.5 / day}}, constant_time(3 * day));
    b.streams[0].has_patience = true;
    b.streams[0].patience = exponential_time(2 * day);
    b.points[0].streams.count = streams;
    for (std::uint32_t i = 1; i < streams; ++i) {
      DraftStream another = b.streams[0];
      another.who = hash_name("customers " + std::to_string(i));
      b.streams.push_back(another);
    }
    INFO(streams << " streams");
    check_agreement(b);
  }
}

TEST_CASE("one order for every customer") {
  Draft b = chain(BaseStock{25}, BaseStock{60}, twenty_a_day);
  b.streams[0].seller_limit = 12 * hour;
  check_agreement(b);
}

TEST_CASE("a cap, choosy customers and quotes that a late warehouse breaks") {
  Draft b = chain(MinMax{10, 40}, PeriodicMinMax{{{2 * day}, {1 * day}}, 30, 80}, twenty_a_day);
  b.streams[0].backlog_cap = 15;
  b.streams[0].accept = AcceptsByQueue{{0.9}};
  b.links[1].transit = exponential_time(3 * day);
  b.links[1].crossing = false;
  b.drain = 20 * day;
  check_agreement(b);
}

TEST_CASE("a thousand customers in one tick, every tick an hour apart") {
  Draft b = chain(MinMax{500, 4000}, MinMax{2000, 9000}, RenewalArrivals{});
  TimeLaw gap{Empirical{{{0.0}, {static_cast<double>(hour)}}, {0.999, 0.001}}};
  prepare(gap.law);
  b.streams[0].arrivals = RenewalArrivals{gap};
  b.length = 10 * hour;
  check_agreement(b);
}

TEST_CASE("customers of two classes, on the web and at the shelf, with a record that is wrong") {
  Draft b = chain(OrderUpTo{{{1 * day}, {0}}, 40}, MinMax{40, 120}, twenty_a_day);
  b.points[0].queues = 2;
  b.points[0].initial_on_record = 35;
  b.points[0].streams = {0, 2};
  b.points[1].streams = {2, 0};
  DraftStream second = b.streams[0];
  second.who = hash_name("walk in");
  second.sees = Sees::shelf;
  second.queue = 1;
  second.partial = PartialRule::wait_complete;
  second.unit_size = false;
  second.size.law = DiscreteUniform{{0.0}, {5.0}};
  b.streams.push_back(second);
  for (const ShortPickRule rule : {ShortPickRule::nothing, ShortPickRule::zero_record}) {
    b.streams[0].on_short_pick = rule;
    check_agreement(b);
  }
}

TEST_CASE("supply is withdrawn from the mail, the queue, the line and the road") {
  Draft b = chain(BaseStock{5}, BaseStock{5}, twenty_a_day);
  ResourcePlan line;
  line.who = hash_name("line");
  line.lines = 2;
  line.time_per_unit = constant_time(2 * hour);
  line.production_time = exponential_time(5 * hour);
  b.resources.push_back(line);
  b.links[1].resource = ResourceId{0};
  b.links[0].order_delay = 3 * hour;
  b.streams[0].has_patience = true;
  b.streams[0].patience = exponential_time(1 * day);
  for (const CancelRule rule : {CancelRule::cancel_supply, CancelRule::even_in_transit}) {
    b.points[0].on_cancel = b.points[1].on_cancel = rule;
    check_agreement(b);
  }
}

TEST_CASE("demand is seen before receipts and served after them, through echelons without any lead time") {
  Draft b = chain(BaseStock{0}, BaseStock{0}, PerPeriodArrivals{{1 * day}, {0}});
  b.order_of_day = {DayStep::demand, DayStep::receive, DayStep::review, DayStep::serve};
  b.links[0].transit = b.links[1].transit = constant_time(0);
  b.links[0].partial = false;
  b.streams[0].unit_size = false;
  b.streams[0].size.law = Geometric{{3.0}};
  check_agreement(b);
}

TEST_CASE("what is on record only is sold to two classes, one after the other") {
  Draft b = one_store(BaseStock{0}, 0, RenewalArrivals{constant_time(6 * hour)}, constant_time(0));
  b.points[0].initial_on_record = 5;
  b.points[0].queues = 2;
  b.points[0].streams = {0, 2};
  b.streams[0].backorders = false;
  b.streams.push_back(b.streams[0]);
  b.streams[1].who = hash_name("the lower class");
  b.streams[1].arrivals = PerPeriodArrivals{{6 * hour}, {0}};
  b.streams[1].queue = 1;
  check_agreement(b);
}

TEST_CASE("a customer of the warehouse gives up between a receipt and the serving of the day") {
  Draft b = chain(BaseStock{0}, BaseStock{0}, RenewalArrivals{constant_time(1 * hour)});
  b.order_of_day = {DayStep::receive, DayStep::review, DayStep::demand, DayStep::serve};
  b.links[0].transit = b.links[1].transit = constant_time(6 * hour);
  b.links[0].planned_transit = 2 * day;
  b.streams[0].has_patience = true;
  b.streams[0].patience = constant_time(3 * hour);
  b.points[1].streams = {1, 1};
  DraftStream own = b.streams[0];
  own.point = PointId{1};
  own.who = hash_name("warehouse customers");
  own.arrivals = RenewalArrivals{constant_time(2 * hour)};
  own.has_patience = true;
  own.patience = constant_time(6 * hour);  // as long as his unit takes to come
  b.streams.push_back(own);
  check_agreement(b);
}

TEST_CASE("kits empty the shelf under a record that says otherwise") {
  // 0: a product made of 1 and 2; component 1 has customers of its own, who set a wrong record to zero.
  Draft b = one_store(MinMax{5, 12}, 0, PoissonArrivals{{2.0 / day}}, constant_time(2 * day));
  for (std::uint32_t c = 1; c <= 2; ++c) {
    DraftPoint part = b.points[0];
    part.who = hash_name("component " + std::to_string(c));
    part.policy = MinMax{3, 40};
    part.initial_on_hand = c == 1 ? 20 : 0;
    part.initial_on_record = c == 1 ? 60 : 0;
    part.streams = {c, c == 1 ? 1U : 0U};
    part.sources = {c - 1, 1};
    part.review_rank = c;
    part.dispatch_rank = c - 1;
    b.points.push_back(part);
  }
  b.points[0].dispatch_rank = 2;
  b.points[0].made_here = true;
  b.points[0].sources = {0, 0};
  b.points[0].components = {0, 2};
  b.components = {{PointId{1}, 2, 0}, {PointId{2}, 1, 0}};
  b.links.push_back(b.links[0]);
  b.links[0].to = PointId{1};
  b.links[1].to = PointId{2};
  b.links[1].who = hash_name("second lane");
  b.links[1].transit = exponential_time(3 * day);
  DraftStream spares = b.streams[0];
  spares.point = PointId{1};
  spares.who = hash_name("spares");
  spares.on_short_pick = ShortPickRule::zero_record;
  b.streams.push_back(spares);
  check_agreement(b);
}
