#include "catch.hpp"
#include "network/example.hpp"
#include "network/levels.hpp"
#include "network/load.hpp"
#include "network/outlook.hpp"

using namespace restock;
using namespace restock::example;

namespace {

Promotion promotion(double lift) {
  Promotion p;
  p.from = {day};
  p.lasts = {7 * day};
  p.lift = lift;
  return p;
}

Network built(const Scenario& s) {
  Issues issues;
  auto network = build_network(s, issues);
  for (const Issue& issue : issues) UNSCOPED_INFO(issue.path << ": " << issue.problem);
  REQUIRE(network.has_value());
  return std::move(*network);
}

}  // namespace

TEST_CASE("a surge that brings customers is a stream behind its entry's own, with an address of its own") {
  Scenario s = three_echelons();
  const std::size_t before = built(s).streams.size();
  s.demand[0].surges = {{"promo", {}, promotion(3.0)}, {"dip", {}, promotion(0.5)}, {"again", {}, promotion(2.0)}};
  const Network n = built(s);
  std::size_t of_entry = 0;
  for (std::size_t i = 0; i < n.streams.size(); ++i) {
    if (n.streams[i].entry != SegmentId(0)) continue;
    ++of_entry;
    if (n.streams[i].surge == no_rule) {
      REQUIRE(i + 2 < n.streams.size());
      CHECK(n.streams[i + 1].surge == 0);
      CHECK(n.streams[i + 2].surge == 2);
      CHECK(n.streams[i + 1].point == n.streams[i].point);
      CHECK(n.streams[i + 1].who != n.streams[i].who);
      CHECK(n.streams[i + 1].who != n.streams[i + 2].who);
    }
  }
  CHECK(of_entry % 3 == 0);
  CHECK(n.streams.size() == before + of_entry / 3 * 2);
}

TEST_CASE("arrivals that can only be thinned are not lifted") {
  Scenario s = three_echelons();
  s.demand[0].arrivals = PerPeriodArrivals{};
  s.demand[0].surges = {{"dip", {}, promotion(0.5)}};
  CHECK(issues_of(s).empty());
  s.demand[0].surges = {{"promo", {0, 9, 9}, promotion(3.0)}};
  const Issue lifted = found(issues_of(s), "needs_poisson");
  CHECK(lifted.line == 9);
  CHECK(lifted.path == "demand." + s.demand[0].name + ".surges.promo");
  s.demand[0].surges.clear();
  s.demand[0].profile.level_shifts = {{{day}, 1.5}};
  CHECK(found(issues_of(s), "needs_poisson").path == "demand." + s.demand[0].name);
  s.demand[0].profile.level_shifts = {{{day}, 0.5}};
  CHECK(issues_of(s).empty());
  s.demand_shocks = {{"weather", {0, 12, 3}, {}, {}, {}, {week}, 0.3, {0.5}, 5.0}};
  CHECK(found(issues_of(s), "needs_poisson").line == 12);
}

TEST_CASE("a shock that reaches nobody is an error, and streams with the same shocks share a set") {
  Scenario s = three_echelons();
  s.demand_shocks = {{"weather", {}, {}, {}, {}, {week}, 0.3, {0.5}, 5.0}};
  const Network n = built(s);
  CHECK(n.shock_sets == std::vector<std::vector<std::uint32_t>>{{}, {0}});
  for (const NetworkStream& stream : n.streams) CHECK(stream.shocks == 1);
  s.demand_shocks[0].class_name = "no-such-class";
  CHECK_FALSE(issues_of(s).empty());
}

TEST_CASE("a stock point's volume is a factor on its rate, and who is in no row has no customers") {
  Scenario s = three_echelons();  // kettles and toasters in the web shop, kettles in the corner shop
  const Network plain = built(s);
  s.demand[0].volume_file = "volumes.csv";
  s.demand[0].where = at_line(60);
  s.demand[0].volumes = {{{"webshop", at_line(2)}}, {{"kettle", at_line(2)}}, {{0, 0, 0.25}}};
  s.demand[0].surges = {{"always", {}, Regime{Always{}, 3.0}}};
  SECTION("of its surges, too") {
    const Network n = built(s);
    std::vector<double> volumes;
    for (const NetworkStream& stream : n.streams) volumes.push_back(volume_of(s.demand[stream.entry.index()], stream));
    CHECK(volumes == std::vector<double>{0.25, 0.25, 1.0});
    const std::size_t kettles = n.streams[0].point.index();
    const double before = customer_demand(s, plain, 0, week)[plain.streams[0].point.index()];
    CHECK(customer_demand(s, n, 0, week)[kettles] == Approx(0.25 * 3.0 * before));
    const double spread = outlooks(s, n).at(kettles).variance;
    s.demand[0].volumes.rows[0].volume = 0.5;
    CHECK(outlooks(s, n).at(kettles).variance == Approx(2.0 * spread));
  }
  SECTION("a site or a product that is not there") {
    s.demand[0].volumes.products.push_back({"ketle", at_line(3)});
    s.demand[0].volumes.rows.push_back({0, 1, 1.0});
    const Issue unknown = found(issues_of(s), "unknown_product");
    CHECK(unknown.line == 3);
    CHECK(unknown.path == "demand.online.volumes");
    CHECK(unknown.hint == "did you mean kettle?");
  }
  SECTION("rows beyond the entry are left out, and said to be") {
    s.demand[0].volumes.sites.push_back({"corner-shop", at_line(3)});
    s.demand[0].volumes.rows.push_back({1, 0, 1.0});
    CHECK(found(issues_of(s), "volumes_left_out").problem.starts_with("1 row of the table is of sites"));
    CHECK(built(s).streams.size() == 3);
  }
  SECTION("nobody comes to 0, and a table of nothing else is a mistake") {
    s.demand[0].volumes.rows[0].volume = 0.0;
    CHECK(found(issues_of(s), "matches_nothing").path == "demand.online.volumes");
  }
  SECTION("two rows of one stock point") {
    s.demand[0].volumes.rows.push_back({0, 0, 1.0});
    CHECK(found(issues_of(s), "volume_twice").problem == "the table has two rows for webshop/kettle");
  }
  SECTION("a table without a column is of the one thing that there is") {
    s.demand[0].volumes.sites[0].text.clear();
    CHECK(built(s).streams.size() == 3);
    s.demand[0].volumes.products[0].text.clear();
    CHECK(found(issues_of(s), "volumes_without_column").hint.starts_with("add the column"));
  }
}

TEST_CASE("mean demand counts levels and surges") {
  Scenario s = three_echelons();
  const Network plain = built(s);
  double before = 0.0;
  for (const double load : mean_load(s, plain).points) before += load;
  s.demand[0].surges = {{"always", {}, Regime{Always{}, 2.0}}};
  s.demand[1].surges = {{"always", {}, Regime{Always{}, 2.0}}};
  for (std::size_t i = 2; i < s.demand.size(); ++i) s.demand[i].surges = s.demand[0].surges;
  double after = 0.0;
  for (const double load : mean_load(s, built(s)).points) after += load;
  CHECK(after == Approx(2.0 * before));
  Burst burst;
  burst.rate = {0.1 / static_cast<double>(day)};
  burst.peak = 3.0;
  burst.decay = {2 * day};
  CHECK(mean_rate(burst, 5.0, s) == Approx(5.0 * 3.0 * 0.1 * 2.0));
  Viral viral;
  viral.rate = {7.0};
  viral.branching = 0.75;
  CHECK(mean_rate(viral, 0.0, s) == Approx(28.0));
}
