// Which files hold which cells: random checkpoints, held against a set.
#include "campaign/cell_source.hpp"
#include "catch.hpp"
#include "random/draws.hpp"

#include <set>

using namespace restock;

TEST_CASE("a cover has each cell once, from a file that holds it, and names what nobody holds") {
  for (std::uint64_t trial = 0; trial < 300; ++trial) {
    Draws draws({1, trial, 0, Purpose::test, 0});
    const auto below = [&](std::uint64_t n) { return draws.next() % n; };
    const std::uint64_t from = below(20), to = from + below(40);
    std::vector<std::vector<std::uint64_t>> files(1 + below(5));
    std::vector<CellRun> runs;
    std::vector<std::string> names;
    std::set<std::uint64_t> held;
    for (std::size_t f = 0; f < files.size(); ++f) {
      for (std::uint64_t cell = 0; cell < 60; ++cell)
        if (below(3) == 0) files[f].push_back(cell);
      held.insert(files[f].begin(), files[f].end());
      add_runs(files[f], f, runs);
      names.push_back(std::to_string(f));
    }
    const CellCover found = cover(names, runs, from, to);
    std::set<std::uint64_t> covered, missing;
    for (const CellRun& run : found.runs)
      for (std::uint64_t cell = run.from; cell < run.to; ++cell) {
        CHECK(files[run.file].at(run.row + static_cast<std::size_t>(cell - run.from)) == cell);
        CHECK(covered.insert(cell).second);
      }
    for (const auto& [begin, end] : found.missing)
      for (std::uint64_t cell = begin; cell < end; ++cell) CHECK(missing.insert(cell).second);
    CHECK(found.missing_cells() == missing.size());
    for (std::uint64_t cell = 0; cell < 60; ++cell) {
      const bool wanted = cell >= from && cell < to;
      CHECK(covered.count(cell) == (wanted && held.count(cell) > 0 ? 1 : 0));
      CHECK(missing.count(cell) == (wanted && held.count(cell) == 0 ? 1 : 0));
    }
  }
}
