// Orders of several lines: which stock points they concern.
#include "catch.hpp"
#include "network/example.hpp"
#include "network/load.hpp"

#include <optional>

using namespace restock;
using namespace restock::example;

namespace {

BasketLine line_of(const std::string& product, double chance) {
  BasketLine line;
  line.product = {product, at_line(180)};
  line.chance = {chance};
  return line;
}

/// Toasters in 40 % of the orders for kettles.
Scenario kettles_with_toasters() {
  Scenario s = three_echelons();
  DemandEntry& entry = add_demand(s, "sets", "webshop", 10.0, {"kettle"});
  entry.basket = Basket{{line_of("toaster", 0.4)}, BasketRule::as_available};
  return s;
}

}  // namespace

TEST_CASE("a line is a stream at its own stock point, in the orders of another") {
  const Scenario s = kettles_with_toasters();
  Issues issues;
  const std::optional<Network> network = build_network(s, issues);
  REQUIRE(network);
  CHECK(issues.empty());
  int lines = 0;
  for (const NetworkStream& stream : network->streams) {
    if (stream.line == no_rule) continue;
    ++lines;
    CHECK(point_name(s, *network, stream.point) == "webshop/toaster");
    CHECK(point_name(s, *network, network->streams[stream.of].point) == "webshop/kettle");
    CHECK(network->streams[stream.of].entry == stream.entry);
    CHECK_FALSE(stream.is_base());
  }
  CHECK(lines == 1);
}

TEST_CASE("an order has one line of a product, and ships complete only where it is served as it comes") {
  Scenario s = kettles_with_toasters();
  s.demand.back().basket->lines[0] = line_of("kettle", 1.0);
  CHECK(found(issues_of(s), "basket_of_itself").line == 180);
  s.demand.back().basket->lines = {line_of("toaster", 0.4), line_of("toaster", 0.2)};
  CHECK(found(issues_of(s), "line_twice").line == 180);
  s = kettles_with_toasters();
  s.demand.back().basket->ship = BasketRule::complete;
  CHECK(issues_of(s).empty());
  s.order_of_day = {DayStep::receive, DayStep::review, DayStep::demand, DayStep::serve};
  CHECK(found(issues_of(s), "complete_with_serve").line == s.demand.back().where.line);
}

TEST_CASE("what capacity and levels are made for counts the lines of baskets") {
  Scenario with = kettles_with_toasters();
  Scenario without = with;
  without.demand.back().basket.reset();
  Issues issues;
  const std::optional<Network> network = build_network(with, issues);
  const std::optional<Network> plain = build_network(without, issues);
  REQUIRE(network);
  REQUIRE(plain);
  for (std::size_t p = 0; p < network->points.size(); ++p) {
    if (point_name(with, *network, PointId(p)) != "webshop/toaster") continue;
    const double more = mean_load(with, *network).points[p] - mean_load(without, *plain).points[p];
    CHECK(more * day == Approx(4.0));
  }
}
