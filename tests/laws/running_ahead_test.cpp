// Plain stores, most of whose customers are served before their time (engine/ahead.hpp), with all that may happen to
// their supply meanwhile: the engine that runs ahead, the one that writes a ledger and does not, and the twin.
#include "catch.hpp"
#include "laws/agree.hpp"
#include "laws/picks.hpp"
#include "laws/random_causes.hpp"
#include "laws/settings.hpp"
#include "twin/models.hpp"

#include <string>

using namespace restock;
using namespace restock::laws;

namespace {

Policy random_policy(Quantity scale) {
  const Quantity s = pick(0, 2 * scale);
  return MinMax{s, s + pick(1, 3 * scale)};
}

/// One to three stores behind a warehouse; some of them are supplied from outside.
Draft plain_chain() {
  const Time grain = one_of<Time>({hour, 6 * hour, day});
  const auto customers = [&] {
    return PoissonArrivals{{static_cast<double>(pick(1, 12)) / static_cast<double>(grain)}};
  };
  Draft b = models::two_echelons(random_policy(20), random_policy(60), pick(0, 60), customers(), random_time(grain, 6));
  const std::int64_t stores = pick(1, 3);
  for (std::uint32_t i = 2; i <= stores; ++i) {
    DraftPoint store = b.points[0];
    store.who = hash_name("store " + std::to_string(i));
    store.policy = random_policy(20);
    store.streams = {i - 1, 1};
    store.sources = {i, 1};
    DraftStream stream = b.streams[0];
    stream.who = hash_name("customers " + std::to_string(i));
    stream.point = PointId{std::size_t{i}};
    stream.arrivals = customers();
    DraftLink link = b.links[0];
    link.who = hash_name("lane " + std::to_string(i));
    link.to = stream.point;
    b.points.push_back(store);
    b.streams.push_back(stream);
    b.links.push_back(link);
  }
  for (std::uint32_t i = 0; i < b.points.size(); ++i) {
    b.points[i].dispatch_rank = i == 1 ? 0 : i + 1;
    b.points[i].review_rank = i == 1 ? 9 : i;
  }
  for (int i = 0; i < 2; ++i) {
    ResourcePlan maker;
    maker.who = hash_name("maker " + std::to_string(i));
    maker.lines = static_cast<std::uint32_t>(pick(0, 2));
    maker.time_per_unit = random_time(grain, 1);
    maker.production_time = random_time(grain, 3);
    maker.planned = grain * pick(0, 4);
    if (chance(40)) maker.yield.law = one_of<Distribution>({Constant{{0.8}}, Uniform{{0.3}, {1.0}}});
    prepare(maker.yield.law);
    b.resources.push_back(maker);
  }
  for (DraftLink& link : b.links) {
    link.transit = random_time(grain, 6);
    link.planned_transit = link.planned_lead = link.transit.mean_ticks();
    if (link.to != PointId{1} && chance(35)) link.from = PointId{};
    if (!link.from.valid() && chance(60)) link.resource = ResourceId{std::size_t(pick(0, 1))};
    if (chance(20)) link.order_delay = grain * pick(0, 3);
    if (chance(20)) {
      link.late = 0.3;
      link.late_extra = random_time(grain, 3);
    }
    if (!link.from.valid() && chance(25)) {
      link.short_chance = 0.4;
      link.short_fill.law = Uniform{{0.2}, {1.0}};
      link.short_cancelled = chance(50);
    }
    link.crossing = chance(70);
    link.partial = chance(70);
    link.parcels = chance(10);
  }
  for (DraftStream& stream : b.streams) {
    stream.backorders = chance(75);
    if (chance(40)) stream.backlog_cap = pick(0, 20);
    if (chance(60)) {
      stream.has_patience = true;
      stream.patience = random_time(grain, 4);
    }
    if (chance(20)) stream.seller_limit = grain * pick(1, 8);
  }
  b.warmup = grain * (chance(50) ? pick(1, 30) : 0);
  b.length = grain * pick(10, 80);
  b.drain = chance(30) ? grain * pick(1, 30) : 0;
  b.bucket = grain * pick(1, 7);
  if (chance(50)) b.series_every = grain * pick(1, 20);
  if (chance(50)) add_random_causes(b, grain);
  return b;
}

}  // namespace

TEST_CASE("stores that run ahead of the clock live as those that do not") {
  laws::fix_random_cases();
  State state;
  CHECK(rc::check([&](std::uint16_t seed) {
    const Draft b = plain_chain();
    const std::string difference = disagreement(b, seed, 1, state);
    if (!difference.empty()) RC_FAIL(difference);
  }));
}
