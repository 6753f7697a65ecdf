// Wrong records that are hard for an engine that pulls: engine and twin must agree in all of them.
#include "laws/check.hpp"
#include "twin/models.hpp"

#include <string>

using namespace restock;
using namespace restock::models;
using laws::check_agreement;

namespace {

/// A store whose stock shrinks by a tenth a day and is counted every fortnight.
Draft leaky_store(Policy policy, Sees sees) {
  Draft b = one_store(policy, 60, PoissonArrivals{{10.0 / day}}, exponential_time(3 * day));
  b.length = 200 * day;
  b.warmup = 30 * day;
  b.streams[0].sees = sees;
  b.points[0].records.shrinkage = 0.1 / day;
  b.points[0].records.counts = CountsEvery{{14 * day}, {0}};
  return b;
}

}  // namespace

TEST_CASE("long pulls over many losses between rare orders") {
  check_agreement(leaky_store(MinMax{20, 300}, Sees::shelf));
}

TEST_CASE("online customers find what vanished, and set the record to zero") {
  Draft b = leaky_store(ReorderPoint{15, 40}, Sees::record);
  b.streams[0].on_short_pick = ShortPickRule::zero_record;
  b.streams[0].has_patience = true;
  b.streams[0].patience = exponential_time(1 * day);
  check_agreement(b);
}

TEST_CASE("short picks and empty records call for counts, which are sometimes wrong") {
  Draft b = leaky_store(BaseStock{60}, Sees::record);
  b.streams[0].on_short_pick = ShortPickRule::count;
  b.streams[0].backlog_cap = 5;
  b.points[0].records.count_on_zero = true;
  b.points[0].records.reading.right = 0.8;
  b.points[0].records.reading.error.law = Constant{{3.0}};
  check_agreement(b);
}

TEST_CASE("stock is misplaced all day and found all day while others wait for it") {
  Draft b = leaky_store(ReorderPoint{30, 40}, Sees::record);
  b.points[0].records.misplaced = MisplacedRule{0.5 / day, exponential_time(1 * day), 0.5};
  b.streams[0].has_patience = true;
  b.streams[0].patience = exponential_time(1 * day);
  b.streams[0].on_short_pick = ShortPickRule::zero_record;
  check_agreement(b);
}

TEST_CASE("a till that reads twice brings the position down faster than customers do") {
  Draft b = leaky_store(MinMax{20, 300}, Sees::shelf);
  b.points[0].records.scanning = ScanningRule{0.05, 0.3};
  b.points[0].records.receiving = ReceivingRule{0.5, 0.2, {Constant{{20.0}}}};
  b.points[0].records.count_below_zero = true;
  check_agreement(b);
}

TEST_CASE("two channels sell copies of a record that hears of sales in the evening and of receipts next morning") {
  Draft b = leaky_store(BaseStock{60}, Sees::record);
  DraftStream market = b.streams[0];
  market.who = hash_name("market");
  b.streams.push_back(market);
  b.points[0].streams.count = 2;
  for (DraftStream& stream : b.streams) {
    stream.publish_every = 6 * hour;
    stream.publish_delay = 7 * hour;
    stream.has_patience = true;
    stream.patience = exponential_time(2 * day);
  }
  b.streams[1].on_short_pick = ShortPickRule::zero_record;
  b.points[0].records.posting = PostingRule{2 * hour, 1 * day, 1 * day, 8 * hour};
  check_agreement(b);
}

TEST_CASE("a store and its neighbour take each other's goods, while one has customers who wait and count") {
  Draft b = leaky_store(ReorderPoint{30, 40}, Sees::record);
  b.streams[0].on_short_pick = ShortPickRule::count;
  b.streams[0].has_patience = true;
  b.streams[0].patience = exponential_time(1 * day);
  Draft other = leaky_store(MinMax{20, 300}, Sees::shelf);
  other.points[0].who = hash_name("neighbour");
  other.streams[0].who = hash_name("neighbour's customers");
  other.links[0].who = hash_name("neighbour's lane");
  other.streams[0].point = other.links[0].to = PointId{1};
  other.points[0].streams = other.points[0].sources = {1, 1};
  other.points[0].review_rank = other.points[0].dispatch_rank = 1;
  b.points.push_back(other.points[0]);
  b.streams.push_back(other.streams[0]);
  b.links.push_back(other.links[0]);
  b.look_alikes.push_back({0.2, {0, 1}});
  check_agreement(b);
}

TEST_CASE("thieves in the tick of the customers, who come once a day and are served at its end") {
  Draft b = leaky_store(OrderUpTo{{{1 * day}, {0}}, 60}, Sees::shelf);
  b.order_of_day = {DayStep::count, DayStep::review, DayStep::demand, DayStep::receive, DayStep::serve};
  b.streams[0].arrivals = PerPeriodArrivals{{1 * day}, {0}};
  b.streams[0].unit_size = false;
  b.streams[0].size.law = Poisson{{10.0}};
  TheftRule theft;
  theft.arrivals = PerPeriodArrivals{{1 * day}, {0}};
  theft.size.law = Poisson{{2.0}};
  b.points[0].records.theft = theft;
  check_agreement(b);
}
