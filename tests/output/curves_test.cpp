// What a result keeps besides metrics comes back as it was written.
#include "output/curves.hpp"
#include "output/drawn_network.hpp"
#include "output/error.hpp"
#include "output/small_result.hpp"

#include <cmath>

using namespace restock;
using namespace restock::test;

TEST_CASE("the_picture_of_the_network_comes_back") {
  const std::string path = scratch("picture.h5");
  const SmallRun run(Detail::total);
  run.write(path);
  const DrawnNetwork network = read_network(ResultReader(path)), &written = run.header.network;
  REQUIRE(network.boxes.size() == 2);
  CHECK(network.boxes[1].title == "shop");
  CHECK(network.boxes[1].detail == "kettle");
  CHECK(drawn_kinds[static_cast<std::size_t>(network.boxes[1].kind)] == "store");
  CHECK(network.boxes[1].column == 1);
  REQUIRE(network.arrows.size() == 1);
  CHECK(network.arrows[0].to == written.arrows[0].to);
  CHECK(network.arrows[0].label == "1 d");
  REQUIRE(network.sites.size() == 2);
  CHECK(network.sites[1].site == 1);
}

TEST_CASE("a_result_without_a_picture_has_none") {
  SmallRun run(Detail::total);
  run.header.network = {};
  const std::string path = scratch("no_picture.h5");
  run.write(path);
  CHECK(read_network(ResultReader(path)).boxes.empty());
}

TEST_CASE("a_picture_that_points_outside_itself_is_refused") {
  SmallRun run(Detail::total);
  run.header.network.arrows[0].to = 2;
  const std::string path = scratch("outside.h5");
  run.write(path);
  CHECK_THROWS_WITH(read_network(ResultReader(path)), Catch::Contains("points outside its axis"));
}

TEST_CASE("waits_and_series_come_back_and_places_add_up") {
  for (const Detail detail : {Detail::total, Detail::site, Detail::stock_point}) {
    const std::string path = scratch("curves.h5");
    SmallRun(detail).write(path);
    const ResultReader reader(path);
    const WaitBins waits = read_waits(reader);
    double units = 0.0, longest = 0.0;
    for (std::size_t b = 0; b < waits.bins(); ++b) {
      CHECK(waits.from[b] < waits.to[b]);
      units += waits.units[b];  // of base: 6 units a day and 6 units three days, three times
      if (waits.units[b] > 0.0) longest = waits.from[b];
    }
    CHECK(units == 36.0);
    CHECK(longest <= 3.0);
    CHECK(longest > 3.0 * 31.0 / 33.0);
    const SeriesTable series = read_series(reader);
    CHECK(series.days == std::vector<double>{0.0, 5.0});
    REQUIRE_FALSE(series.levels.empty());
    CHECK(series.levels[0].name == "on_hand");
    // Group i of the sample has 10 i + replication; base has one group, or two of three.
    CHECK(series.levels[0].total[0] == (detail == Detail::total ? 1.0 : 12.0));
    // The network's 0, 1, 2 in three replications, or 10, 12, 14: t(0.975, 2) s / √3.
    REQUIRE(series.levels[0].half_width.size() == 4);
    CHECK(series.levels[0].half_width[0] ==
          Approx(4.30265273 / std::sqrt(3.0) * (detail == Detail::total ? 1.0 : 2.0)));
    CHECK(series.disruptions == std::vector<std::string>{"port strike", "surge online/sale"});
    CHECK(reader.run().command_line == "restock run");
    CHECK(reader.run().wall_seconds == 1.5);
  }
}

TEST_CASE("what_is_asked_for_and_is_not_there_is_said") {
  const std::string path = scratch("asked.h5");
  SmallRun(Detail::total).write(path);
  const ResultReader reader(path);
  CHECK(reader.has("waits/bin"));
  CHECK_FALSE(reader.has("orders/order"));
  CHECK_FALSE(reader.has("nothing"));
  CHECK(reader.labels("orders/order").empty());
  CHECK(reader.length("timeseries/time") == 2);
  CHECK_THROWS_AS(reader.numbers("nothing", {2}), ResultError);
  CHECK_THROWS_WITH(reader.numbers("timeseries/time", {3}), Catch::Contains("does not fit"));
}

TEST_CASE("one_replication_has_series_without_intervals_and_equal_ones_have_intervals_of_none") {
  const std::string path = scratch("single.h5");
  SmallRun(Detail::total, 1).write(path);
  const SeriesTable series = read_series(ResultReader(path));
  for (const SeriesLevel& level : series.levels)
    for (const double width : level.half_width) CHECK(std::isnan(width));
  const std::string three = scratch("three.h5");
  SmallRun(Detail::total).write(three);
  const SeriesTable same = read_series(ResultReader(three));
  CHECK(same.levels[2].name == "on_order");
  for (const double width : same.levels[2].half_width) CHECK(width == 0.0);
}
