// Time series on a terminal.
#include "analysis/sparklines.hpp"
#include "output/small_result.hpp"

#include <cmath>

using namespace restock;
using namespace restock::test;

TEST_CASE("a_sparkline_runs_from_the_lowest_block_to_the_highest") {
  CHECK(sparkline(std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7, 8}, 0, 8, 60) == "▁▂▃▄▅▆▇██");
  CHECK(sparkline(std::vector<double>{0, 0, 8, 8, 4, 4}, 0, 8, 3) == "▁█▅");
  CHECK(sparkline(std::vector<double>{5, NAN, 5}, 5, 5, 60) == "▁ ▁");
  CHECK(sparkline({}, 0, 1, 60).empty());
}

TEST_CASE("series_of_a_result_are_drawn_where_they_change_and_summed_over_its_places") {
  // Two samples: 10 i + replication at group i, one group for the network or one for each site.
  const std::string path = scratch("series.h5");
  SmallRun(Detail::total).write(path);
  const std::string text = sparklines(ResultReader(path));
  CHECK_THAT(text, Catch::Contains("on_hand [units]        least  most\n  base             ▁█    1.0  11.0\n"));
  CHECK_THAT(text, !Catch::Contains("on_order"));  // 5 always
  const std::string by_site = scratch("sites.h5");
  SmallRun(Detail::site).write(by_site);
  // 0 + 1 + 10 + 1, then 20 + 1 + 30 + 1, of at most 123 in the other.
  CHECK_THAT(sparklines(ResultReader(by_site)), Catch::Contains("  base             ▁▄   12.0   52.0\n"));
}

TEST_CASE("a_result_without_series_has_no_sparklines") {
  SmallRun run(Detail::total);
  run.header.series_at.clear();
  const std::string path = scratch("none.h5");
  ResultWriter writer(path, run.header, false);
  writer.finish(SmallRun::facts());
  CHECK(sparklines(ResultReader(path)).empty());
}
