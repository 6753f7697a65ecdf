// What is written is what is read back, at every level of detail, in any order of cells.
#include "small_result.hpp"

#include "output/digest.hpp"
#include "output/reader.hpp"
#include "output/schema.hpp"

#include <cmath>

using namespace restock;
using namespace restock::test;

namespace {
bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }
}  // namespace

TEST_CASE("a_result_read_back_is_the_result_that_was_written") {
  for (const Detail detail : {Detail::total, Detail::site, Detail::stock_point, Detail::orders}) {
    const SmallRun run(detail);
    const std::string path = scratch("round_trip.h5");
    run.write(path);
    const ResultReader reader(path);
    const Results read = reader.read(true);
    CHECK(read.header.scenario == "Kettles");
    CHECK(read.header.detail == detail);
    CHECK(read.header.seed == 7);
    CHECK(read.header.scenario_hash == 0x1234567890abcdefU);
    CHECK(read.header.length == 10 * day);
    CHECK(read.header.axes.alternatives == run.header.axes.alternatives);
    CHECK(read.header.axes.sites == std::vector<std::string>{"depot", "shop", "café"});
    CHECK(reader.scenario_text() == "name: Kettles\n");
    CHECK(read.fingerprint() == 3 * 1000 + 3 + 3 * 2000 + 3);
    CHECK(read.header.axes.disruptions == std::vector<std::string>{"port strike", "surge online/sale"});
    CHECK(read.of_disruption(&Results::active, 1, 1) == std::vector<double>{0.5, 0.5, 0.5});
    CHECK(read.of_disruption(&Results::spells, 1, 0) == std::vector<double>{1.0, 2.0, 3.0});
    CHECK(std::isnan(read.of_disruption(&Results::active, 0, 1)[0]));
    for (std::size_t a = 0; a < 2; ++a) {
      for (std::size_t r = 0; r < 3; ++r) {
        const CellResult cell = run.cell(a, r);
        for (std::size_t m = 0; m < metrics().size(); ++m) {
          CHECK(same(read.of(m, a)[r], cell.totals[m]));
          for (std::size_t p = 0; p < cell.points.size() && p < 3; ++p)
            CHECK(same(read.of_point(m, a, p)[r], cell.points[m][p]));
        }
      }
    }
  }
}

TEST_CASE("an_alternative_with_another_shop_shares_the_axes_and_leaves_its_place_empty_in_base") {
  const SmallRun run(Detail::stock_point);
  const std::size_t fill = metric_index("fill_rate").value();
  const CellResult base = run.cell(0, 0), other = run.cell(1, 0);
  REQUIRE(run.header.axes.points() == 3);
  CHECK(run.header.axes.point_site == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(std::isnan(base.points[fill][2]));
  CHECK(other.points[fill][1] == 0.7);
  CHECK(other.points[fill][2] == 0.7);
  CHECK(std::isnan(base.sites[fill][2]));
  CHECK(base.segments.size() == 2);
  CHECK(base.segments[1].demand == 0);
  CHECK(other.segments[1].demand == 100);
}

TEST_CASE("outcomes_by_segment_add_up_to_demand") {
  const SmallRun run(Detail::total);
  const std::string path = scratch("segments.h5");
  run.write(path);
  const std::vector<std::int64_t> outcomes = ResultReader(path).outcomes();
  const std::size_t kinds = outcome_names.size();
  REQUIRE(outcomes.size() == 2 * 3 * 2 * kinds);
  std::int64_t sum = 0;
  for (std::size_t outcome = 0; outcome < kinds; ++outcome) sum += outcomes[(1 * 3 + 2) * 2 * kinds + kinds + outcome];
  CHECK(sum == 102);
}

TEST_CASE("two_writes_are_the_same_bytes") {
  const SmallRun run(Detail::orders);
  const std::string one = scratch("one.h5"), two = scratch("two.h5");
  run.write(one);
  run.write(two);
  CHECK(bytes_of(one) == bytes_of(two));
}

TEST_CASE("the_digest_ignores_run_facts_and_the_order_in_which_cells_came") {
  const SmallRun run(Detail::orders);
  const std::string one = scratch("one.h5"), two = scratch("two.h5");
  run.write(one);
  RunFacts elsewhere = SmallRun::facts();
  elsewhere.host = "another";
  elsewhere.wall_seconds = 3.0;
  run.write(two, true, elsewhere);
  CHECK(bytes_of(one) != bytes_of(two));
  CHECK(digest(one) == digest(two));
}

TEST_CASE("the_digest_sees_a_single_unit") {
  SmallRun run(Detail::site);
  const std::string one = scratch("one.h5"), two = scratch("two.h5"), three = scratch("three.h5");
  run.write(one);
  {
    ResultWriter writer(two, run.header, false);
    for (std::size_t a = 0; a < 2; ++a)
      for (std::size_t r = 0; r < 3; ++r) {
        CellResult cell = run.cell(a, r);
        if (a == 1 && r == 2) ++cell.segments[0].oversold;
        writer.write(cell);
      }
    writer.finish(SmallRun::facts());
  }
  run.header.seed = 8;
  run.write(three);
  CHECK(digest(one) != digest(two));
  CHECK(digest(one) != digest(three));
}

TEST_CASE("replications_that_were_not_run_are_absent_and_not_zero") {
  const SmallRun run(Detail::stock_point);
  const std::string path = scratch("interrupted.h5");
  {
    ResultWriter writer(path, run.header, false);
    writer.write(run.cell(0, 0));
    writer.finish(SmallRun::facts());
  }
  const Results read = ResultReader(path).read(true);
  CHECK(read.present == std::vector<std::int8_t>{1, 0, 0, 0, 0, 0});
  const std::size_t demand = metric_index("demand").value();
  CHECK(read.of(demand, 0)[0] == 100.0);
  CHECK(std::isnan(read.of(demand, 0)[1]));
  CHECK(std::isnan(read.of_point(demand, 1, 1)[0]));
}

TEST_CASE("many_orders_are_streamed_in_whole_chunks_and_indexed_by_cell") {
  const SmallRun run(Detail::orders, 2);
  const std::string path = scratch("many.h5");
  std::vector<OrderRow> rows(50'001, SmallRun::orders(0)[0]);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].number = i;
  {
    ResultWriter writer(path, run.header, false);
    for (std::size_t r = 0; r < 2; ++r) {
      writer.append_orders(0, r, rows);
      writer.append_orders(0, r, std::span(rows).first(7));
    }
    CHECK_THROWS(writer.append_orders(0, 0, rows));  // its rows are no longer the last
  }
  CHECK_FALSE(std::filesystem::exists(path));
  CHECK_FALSE(std::filesystem::exists(path + ".part"));
}

TEST_CASE("disruptions_beyond_the_bits_share_the_last_one_and_there_are_no_masks_without_disruptions") {
  SmallRun run(Detail::orders, 1);
  for (int d = 0; d < 70; ++d) run.labels[0].causes.push_back("cause " + std::to_string(d));
  run.header.axes = {};
  for (std::size_t a = 0; a < 2; ++a) run.header.axes.add(a == 0 ? "base" : "other", run.layouts[a], run.labels[a]);
  OrderRow row;
  row.causes = std::uint64_t{1} << 61U | std::uint64_t{1} << 62U;
  const std::string path = scratch("many_causes.h5"), marks = scratch("marks.txt");
  {
    ResultWriter writer(path, run.header, false);
    writer.append_orders(0, 0, std::span(&row, 1));
    row.causes = 1;  // the surge, on the axis behind the others
    writer.append_orders(1, 0, std::span(&row, 1));
    writer.finish(SmallRun::facts());
  }
  const std::string look = "/usr/bin/python3 -c \"import h5py; d = h5py.File('" + path +
                           "')['orders/disruptions']; print(list(d[()]), len(d.attrs['flag_masks']), "
                           "d.attrs['flag_meanings'].split()[-1].decode())\" > " +
                           marks;
  REQUIRE(std::system(look.c_str()) == 0);
  CHECK(bytes_of(marks) == "[6917529027641081856, 4611686018427387904] 63 another\n");
}
