// Policies that watch their echelon: where theory says that they are local policies by another name they are, bit by
// bit; and hard cases in which engine and twin must agree.
#include "engine/run.hpp"
#include "laws/check.hpp"
#include "twin/models.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace restock;
using namespace restock::models;
using laws::check_agreement;

namespace {

/// A chain of stock points, the last of which customers come to: 0 <- 1 <- … <- supplier, one day each.
Draft chain(const std::vector<Policy>& policies, const std::vector<Quantity>& stock, Arrivals arrivals) {
  Draft b = one_store(policies[0], stock[0], arrivals, constant_time(day));
  for (std::uint32_t p = 1; p < policies.size(); ++p) {
    b.points.push_back(b.points[0]);
    b.links.push_back(b.links[0]);
    DraftPoint& point = b.points[p];
    point.who = hash_name("stage " + std::to_string(p));
    point.policy = policies[p];
    point.initial_on_hand = point.initial_on_record = stock[p];
    point.streams = {1, 0};
    point.sources = {p, 1};
    point.review_rank = p;
    b.links[p - 1].from = PointId{p};
    b.links[p].from = {};
    b.links[p].to = PointId{p};
    b.links[p].who = hash_name("lane " + std::to_string(p));
  }
  for (std::uint32_t p = 0; p < policies.size(); ++p)
    b.points[p].dispatch_rank = static_cast<std::uint32_t>(policies.size()) - 1 - p;
  return b;
}

/// From the second stage on everybody watches all that is downstream.
void watch_echelons(Draft& b) {
  for (std::uint32_t p = 1; p < b.points.size(); ++p) {
    b.echelons.push_back({PointId{p}, {static_cast<std::uint32_t>(b.echelon_members.size()), p + 1}});
    for (std::uint32_t q = 0; q <= p; ++q) b.echelon_members.push_back({PointId{q}, 1});
  }
}

void check_same(const Draft& local, Draft echelon) {
  watch_echelons(echelon);
  State state;
  const Blueprint a = pack(local);
  const Blueprint c = pack(echelon);
  for (std::uint64_t replication = 0; replication < 5; ++replication) {
    const Record here = run_replication(a, 5, replication, state, nullptr);
    const Record there = run_replication(c, 5, replication, state, nullptr);
    REQUIRE(here.customers > 500);
    CHECK(here.fingerprint == there.fingerprint);
    for (std::size_t p = 0; p < local.points.size(); ++p) {
      CHECK(here.points[p].replenishment_orders == there.points[p].replenishment_orders);
      CHECK(here.points[p].integrals.on_hand == there.points[p].integrals.on_hand);
    }
  }
  check_agreement(echelon);
}

const Arrivals ten_a_day = PoissonArrivals{{10.0 / day}};

}  // namespace

TEST_CASE("echelon base stocks are local ones that add up, when everybody begins with his own") {
  const std::vector<Quantity> stock{14, 8, 11};
  check_same(chain({BaseStock{14}, BaseStock{8}, BaseStock{11}}, stock, ten_a_day),
             chain({BaseStock{14}, BaseStock{22}, BaseStock{33}}, stock, ten_a_day));
}

TEST_CASE("so they are under periodic review") {
  const ReviewCalendar daily{{day}, {}};
  const std::vector<Quantity> stock{30, 12, 17};
  check_same(chain({OrderUpTo{daily, 30}, OrderUpTo{daily, 12}, OrderUpTo{daily, 17}}, stock, ten_a_day),
             chain({OrderUpTo{daily, 30}, OrderUpTo{daily, 42}, OrderUpTo{daily, 59}}, stock, ten_a_day));
}

TEST_CASE("a chain of nested lots orders at the same instants by echelon as by installation (Axsater & Rosling 1993)") {
  const std::vector<Quantity> stock{16, 8, 24};
  check_same(chain({ReorderPoint{8, 8}, ReorderPoint{0, 16}, ReorderPoint{8, 32}}, stock, ten_a_day),
             chain({ReorderPoint{8, 8}, ReorderPoint{16, 16}, ReorderPoint{40, 32}}, stock, ten_a_day));
}

TEST_CASE("an echelon sees customers before they are ordered for") {
  Draft local = chain({MinMax{8, 40}, MinMax{30, 70}}, {40, 70}, ten_a_day);
  Draft echelon = chain({MinMax{8, 40}, MinMax{60, 100}}, {40, 70}, ten_a_day);
  watch_echelons(echelon);
  State state;
  const Record here = run_replication(pack(local), 5, 0, state, nullptr);
  const Record there = run_replication(pack(echelon), 5, 0, state, nullptr);
  CHECK(here.fingerprint != there.fingerprint);
  check_agreement(echelon);
}

TEST_CASE("an echelon of many shops, watched by shares, with customers who leave and a supplier who refuses") {
  Draft b = chain({MinMax{3, 9}, MinMax{60, 140}}, {9, 60}, PoissonArrivals{{3.0 / day}});
  for (std::uint32_t shop = 2; shop < 12; ++shop) {
    b.points.push_back(b.points[0]);
    b.points.back().who = hash_name("shop " + std::to_string(shop));
    b.points.back().streams = {static_cast<std::uint32_t>(b.streams.size()), 1};
    b.points.back().sources = {static_cast<std::uint32_t>(b.links.size()), 1};
    b.points.back().review_rank = shop;
    b.points.back().dispatch_rank = shop;
    b.streams.push_back(b.streams[0]);
    b.streams.back().who = hash_name("customers " + std::to_string(shop));
    b.streams.back().point = PointId{shop};
    b.links.push_back(b.links[0]);
    b.links.back().who = hash_name("lane to shop " + std::to_string(shop));
    b.links.back().to = PointId{shop};
  }
  for (DraftStream& stream : b.streams) {
    stream.has_patience = true;
    stream.patience = exponential_time(12 * hour);
  }
  b.points[1].review_rank = 12;
  b.echelons.push_back({PointId{1}, {0, static_cast<std::uint32_t>(b.points.size())}});
  for (std::uint32_t p = 0; p < b.points.size(); ++p) b.echelon_members.push_back({PointId{p}, 1});
  EffectPlan refuses;
  refuses.kind = EffectKind::orders_refused;
  refuses.target = 1;
  add_cause(b, Repeating{{20 * day}, {3 * day}, {}}, refuses);
  check_agreement(b);
}

TEST_CASE("an echelon within an echelon is looked at in its own right, where every customer may call for a count") {
  Draft b = chain({ReorderPoint{2, 3}, ReorderPoint{9, 4}, ReorderPoint{20, 6}}, {5, 8, 9}, Arrivals{});
  b.streams[0].arrivals = PerPeriodArrivals{{6 * hour}, {}};
  b.streams[0].on_short_pick = ShortPickRule::count;
  b.streams[0].unit_size = false;
  b.streams[0].size.law = DiscreteUniform{{0.0}, {3.0}};
  b.streams.push_back(b.streams[0]);  // others come to the depot, at the same instants
  b.streams[1].who = hash_name("customers of the depot");
  b.streams[1].point = PointId{1};
  b.points[1].streams = {1, 1};
  b.points[2].streams = {2, 0};
  watch_echelons(b);
  check_agreement(b);
}
