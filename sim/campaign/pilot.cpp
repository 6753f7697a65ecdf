#include "campaign/pilot.hpp"

#include "campaign/sweep_run.hpp"

#include <chrono>
#include <set>

namespace restock {

namespace {

double seconds_since(std::chrono::steady_clock::time_point began) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

}  // namespace

Pilot fly_pilot(const SweepPlan& plan, std::size_t most_cells) {
  const std::size_t points = plan.header.points, alternatives = plan.header.alternatives();
  Pilot pilot;
  SweepVariants variants(plan);
  State state;
  double compiling = 0.0, running = 0.0;
  for (const std::size_t point : std::set<std::size_t>{0, points / 2, points - 1}) {
    for (std::size_t a = 0; a < alternatives && pilot.cells < most_cells; ++a) {
      auto began = std::chrono::steady_clock::now();
      const auto variant = variants.get(point * alternatives + a);
      compiling += seconds_since(began);
      began = std::chrono::steady_clock::now();
      std::uint64_t customers = 0;
      pilot.bytes += static_cast<double>(bytes_of(run_cell(plan, *variant, 0, state, customers)));
      running += seconds_since(began);
      ++pilot.cells;
    }
  }
  const auto cells = static_cast<double>(pilot.cells);
  pilot.seconds_per_cell = running / cells;
  pilot.seconds_to_compile = compiling / cells;
  pilot.total_seconds = pilot.seconds_per_cell * static_cast<double>(plan.header.cells()) +
                        pilot.seconds_to_compile * static_cast<double>(plan.header.variants());
  pilot.bytes = pilot.bytes / cells * static_cast<double>(plan.header.cells());
  return pilot;
}

}  // namespace restock
