// Other people's readers open our files: h5py, xarray on both engines, pandas, h5dump.
#include "small_result.hpp"

#include <cmath>
#include <cstdlib>

using namespace restock;
using namespace restock::test;

namespace {

void expect_values(const SmallRun& run, const std::string& path) {
  std::ofstream file(path);
  file.precision(17);
  for (std::size_t a = 0; a < 2; ++a)
    for (std::size_t r = 0; r < 3; ++r) {
      const CellResult cell = run.cell(a, r);
      const std::size_t at = a * 3 + r;
      for (std::size_t m = 0; m < metrics().size(); ++m) {
        file << metrics()[m].name << ' ' << at << ' ' << cell.totals[m] << '\n';
        for (std::size_t p = 0; !cell.points.empty() && p < 3; ++p)
          file << "stock_point_" << metrics()[m].name << ' ' << at * 3 + p << ' ' << cell.points[m][p] << '\n';
        for (std::size_t s = 0; !cell.sites.empty() && s < 3; ++s)
          file << "site_" << metrics()[m].name << ' ' << at * 3 + s << ' ' << cell.sites[m][s] << '\n';
      }
      file << "outcomes/demand " << at * 2 << ' ' << cell.segments[0].demand << '\n';
    }
  // Mean over three replications of levels 10·i + replication; the shop is group 1 wherever there is one.
  if (run.header.detail == Detail::total) file << "timeseries/on_hand 1 11\n";
  file << "summary/mean 1 101\n";  // demand of base: 100, 101, 102
  file << "summary/ci_lo 1 " << 101.0 - 4.302652729749464 / std::sqrt(3.0) << '\n';
}

}  // namespace

TEST_CASE("python_and_h5dump_open_every_level_of_detail") {
  REQUIRE(std::system("/usr/bin/python3 -c 'import h5py, xarray, netCDF4, h5netcdf' > /dev/null 2>&1") == 0);
  std::string command =
      std::string("/usr/bin/python3 -W ignore ") + RESTOCK_SOURCE_DIR + "/tests/output/open_everywhere.py";
  for (const Detail detail : {Detail::total, Detail::site, Detail::stock_point, Detail::orders}) {
    const SmallRun run(detail);
    const std::string name(to_text(detail));
    const std::string path = scratch(name + ".h5"), expected = scratch(name + ".txt");
    run.write(path);
    expect_values(run, expected);
    command += " " + path + " " + name + " " + expected;
  }
  INFO(command);
  CHECK(std::system(command.c_str()) == 0);
}
