// How long those had waited who were cancelled, on a terminal and on the page.
#include "analysis/leavers.hpp"
#include "analysis/report/page.hpp"
#include "measure/leaving.hpp"
#include "output/curves.hpp"
#include "output/small_result.hpp"

using namespace restock;
using namespace restock::test;

namespace {

/// In each of three replications of the second alternative, 3 units lose patience after two days and 1 after nine, and
/// the payment of 2 fails after a day.
std::string with_leavers(const std::string& name) {
  const SmallRun run(Detail::total);
  const std::string path = scratch(name);
  ResultWriter writer(path, run.header, false);
  for (std::size_t a = 0; a < 2; ++a)
    for (std::size_t r = 0; r < run.header.replications; ++r) {
      CellResult cell = run.cell(a, r);
      if (a == 1) {
        cell.left_for[index_of(Leaves::patience)].add(2 * day, 3);
        cell.left_for[index_of(Leaves::patience)].add(9 * day, 1);
        cell.left_for[index_of(Leaves::payment)].add(day, 2);
      }
      writer.write(cell);
    }
  writer.finish(SmallRun::facts());
  return path;
}

}  // namespace

TEST_CASE("a_line_for_each_reason_for_which_anybody_left") {
  const ResultReader reader(with_leavers("leavers.h5"));
  const WaitBins bins = read_waits(reader);
  CHECK(bins.leavers(0).empty());
  const std::vector<Leavers> leavers = bins.leavers(1);
  REQUIRE(leavers.size() == 2);
  CHECK(leavers[0].reason == "patience");
  CHECK(leavers[0].units == 12.0);
  CHECK(leavers[0].half_within == Approx(2.0).epsilon(1.0 / 32));
  CHECK(leavers[0].most_within == Approx(9.0).epsilon(1.0 / 32));
  CHECK(leavers[1].reason == "payment");
  CHECK(leavers[1].units == 6.0);
  const std::string table = leavers_table(reader);
  CHECK_THAT(table, Catch::Contains("café too     patience               4.0       2.0       9.1\n"));
  CHECK_THAT(table, Catch::Contains("café too     payment                2.0       1.0       1.0\n"));
  CHECK_THAT(table, !Catch::Contains("base"));
}

TEST_CASE("a_report_tells_the_same_by_reason") {
  std::vector<ResultReader> readers;
  readers.emplace_back(with_leavers("leavers_page.h5"));
  const std::string page = report::report_page(readers);
  CHECK_THAT(page, Catch::Contains("How long those had waited who were cancelled"));
  CHECK_THAT(page, Catch::Contains(">patience<"));
  CHECK_THAT(page, Catch::Contains(">payment<"));
  CHECK_THAT(page, !Catch::Contains(">seller limit<"));
}

TEST_CASE("where_nobody_left_nothing_is_said_of_it") {
  const std::string path = scratch("nobody_left.h5");
  SmallRun(Detail::total).write(path);
  CHECK(leavers_table(ResultReader(path)).empty());
}
