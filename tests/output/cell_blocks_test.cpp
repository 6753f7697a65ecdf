// Cells that come in an order in which no block of them gets complete: memory stays bounded, and all is written.
#include "output/cell_blocks.hpp"
#include "output/header.hpp"

#include "catch.hpp"
#include "output/small_result.hpp"

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

using namespace restock;
using namespace restock::test;

namespace {

/// The values of datasets of a file that has nothing else of the run's cells.
std::vector<std::vector<double>> written(const SmallRun& run, std::size_t stride, std::size_t room) {
  const std::string path = scratch("blocks.h5");
  Builder file(path, path, run.header.detail, run.header.start);
  CellBlocks blocks(file, run.header, room);
  set_axes(file, run.header);
  for (const Variable& variable : result_schema_table())
    if (variable.group.empty() || variable.group == "outcomes")
      if (has_variable(variable, {run.header.detail, false, false, false, false, false})) file.create(variable);
  for (std::size_t first = 0; first < stride; ++first)
    for (std::size_t r = first; r < run.header.replications; r += stride)
      for (std::size_t a = 0; a < 2; ++a) blocks.add(run.cell(a, r));
  blocks.finish();
  std::vector<std::vector<double>> values;
  for (const char* name : {"site_demand", "stock_point_demand", "outcomes/units", "outcomes/wait"}) {
    std::size_t elements = 1;
    std::vector<hsize_t> extent;
    for (const std::size_t n : file.extent(name)) {
      elements *= n;
      extent.push_back(n);
    }
    const h5::Block all{std::vector<hsize_t>(extent.size(), 0), extent};
    h5::read_block(file.at(""), file.find(name)->get(), all, H5T_NATIVE_DOUBLE, values.emplace_back(elements).data());
  }
  file.close();
  return values;
}

}  // namespace

TEST_CASE("cells_that_come_far_apart_are_written_as_those_that_come_one_after_another") {
  const SmallRun run(Detail::stock_point, 460);
  const std::vector<std::vector<double>> in_order = written(run, 1, std::size_t{1} << 30U);
  const std::vector<std::vector<double>> far_apart = written(run, 230, 0);
  REQUIRE(in_order.size() == far_apart.size());
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    std::size_t different = 0;
    for (std::size_t k = 0; k < in_order[i].size(); ++k)
      if (std::bit_cast<std::uint64_t>(in_order[i][k]) != std::bit_cast<std::uint64_t>(far_apart[i][k])) ++different;
    INFO("dataset " << i);
    CHECK(different == 0);
  }
  // Of the last replication of the first alternative, at its second stock point.
  const double last = run.cell(0, 459).points[metric_index("demand").value()][1];
  CHECK(last > 0.0);
  CHECK(far_apart[1][459 * 3 + 1] == last);
}
