// What do many replications cost beside the simulation itself? Cells of a few milliseconds as a run, with its result
// kept, on one thread and on two; a sweep of many cells that are smaller still, and of as many that are not.
// Each is held against the same cells in a bare loop over one state. Times are of the processor, so that other work on
// the machine does not count, but for the gain of the second thread, which only a quiet machine can show.
//
//   bench_cells [cells of the run, default 1000 [cells of the sweep, default 100000 [folder, default /tmp]]]
#include "bench/cpu_clock.hpp"
#include "campaign/run.hpp"
#include "campaign/sweep_run.hpp"
#include "engine/run.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>

namespace {

using namespace restock;
using namespace restock::bench;

/// Ten shops behind a depot; `days` says how long a cell takes.
std::string scenario(const std::string& days, std::size_t replications, const std::string& rest) {
  std::string text = "length: " + days + "\nreplications: " + std::to_string(replications) +
                     "\nproducts: { part: { cost: 2, price: 5 } }\nsites:\n  maker: { kind: supplier }\n"
                     "  depot: { kind: warehouse }\n";
  std::string lanes = "lanes:\n  ship: { from: maker, to: depot, transit: 4 d }\n";
  for (int i = 0; i < 10; ++i) {
    const std::string n = std::to_string(i);
    text += "  shop-" + n + ": { kind: store }\n";
    lanes += "  van-" + n + ": { from: depot, to: shop-" + n + ", transit: \"gamma(mean: 2 d, cv: 0.3)\" }\n";
  }
  return text + lanes +
         "demand: { visitors: { at: \"shop-*\", arrivals: poisson(20 per d), patience: exponential(1 d) } }\n"
         "replenishment:\n  depot: { at: depot, policy: min_max, s: 1000, S: 1400 }\n"
         "  shops: { at: \"shop-*\", policy: min_max, s: 40, S: 200 }\n"
         "costs: { all: { holding: 0.01 per d, backorder: 1 per d, ordering: 5 } }\n" +
         rest;
}

std::string written(const std::filesystem::path& folder, const std::string& name, const std::string& text) {
  const std::string path = folder / name;
  std::ofstream(path) << text;
  return path;
}

double wall_seconds(const std::function<void()>& work) {
  const auto began = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

/// The simulation alone.
double bare_seconds(const Blueprint& blueprint, std::uint64_t cells) {
  static State state;
  std::uint64_t customers = 0;
  const double seconds = cpu_seconds([&] {
    for (std::uint64_t r = 0; r < cells; ++r) customers += run_replication(blueprint, 1, r, state).customers;
  });
  if (customers == 0) throw std::runtime_error("nobody came");
  return seconds;
}

void measure_run(const std::filesystem::path& folder, std::size_t cells, Detail detail) {
  const std::string file = written(folder, "run.yaml", scenario("300 d", cells, ""));
  Issues issues;
  Document document;
  const auto plan = make_plan(file, {{}, detail}, issues, document);
  if (!plan) throw std::runtime_error("the scenario is refused");
  const double bare = bare_seconds(plan->variants[0].compiled.blueprint, cells);
  double cpu[2];
  double wall[2];
  for (unsigned threads = 1; threads <= 2; ++threads) {
    RunSettings settings;
    settings.threads = threads;
    settings.path = folder / "run.h5";
    settings.force = true;
    wall[threads - 1] = wall_seconds([&] { cpu[threads - 1] = cpu_seconds([&] { run_plan(*plan, settings); }); });
  }
  std::printf("| run, %s | %zu | %.2f | %.1f %% | %.1f %% | %.2f |\n", std::string(to_text(detail)).c_str(), cells,
              bare / static_cast<double>(cells) * 1e3, 100.0 * (cpu[0] / bare - 1.0), 100.0 * (cpu[1] / bare - 1.0),
              wall[0] / wall[1]);
  std::fflush(stdout);
}

void measure_sweep(const std::filesystem::path& folder, std::size_t cells, const char* days, std::size_t replications) {
  const std::size_t points = cells / replications;
  const std::string sweep =
      "sweep: { design: latin_hypercube(" + std::to_string(points) +
      "), factors: { visits: { path: demand.visitors.arrivals.rate, from: 18 per d, to: 22 per d } } }\n";
  const std::string file = written(folder, "sweep.yaml", scenario(days, replications, sweep));
  double bare = 0.0;
  double cpu[2];
  for (unsigned threads = 1; threads <= 2; ++threads) {
    ShardSettings settings;
    settings.threads = threads;
    settings.path = folder / "sweep.h5";
    settings.force = true;
    Issues issues;
    Document document;
    std::optional<SweepPlan> plan;
    cpu[threads - 1] = cpu_seconds([&] { plan = make_sweep(file, {}, issues, document); });
    if (!plan) throw std::runtime_error("the sweep is refused");
    if (threads == 1) {
      // Points differ in what their cells take, so the bare loop has some replications of each of many.
      SweepVariants variants(*plan);
      const std::size_t looked_at = std::min<std::size_t>(points, 200);
      for (std::size_t i = 0; i < looked_at; ++i)
        bare += bare_seconds(variants.get(i * points / looked_at)->variant.compiled.blueprint, replications);
      bare *= static_cast<double>(points) / static_cast<double>(looked_at);
    }
    cpu[threads - 1] += cpu_seconds([&] { run_sweep(*plan, settings); });
  }
  std::printf("| sweep of %zu points | %zu | %.2f | %.1f %% | %.1f %% | – |\n", points, cells,
              bare / static_cast<double>(cells) * 1e3, 100.0 * (cpu[0] / bare - 1.0), 100.0 * (cpu[1] / bare - 1.0));
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) try {
  const std::size_t run_cells = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1000;
  const std::size_t sweep_cells = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 100'000;
  const std::filesystem::path folder = std::filesystem::path(argc > 3 ? argv[3] : "/tmp") / "restock-bench-cells";
  std::filesystem::create_directories(folder);
  std::printf(
      "| cells | number | one alone [ms] | beside it, 1 thread | 2 threads | 1 thread / 2 threads, by the clock |\n"
      "|---|---|---|---|---|---|\n");
  if (run_cells > 0) {
    measure_run(folder, run_cells, Detail::total);
    measure_run(folder, run_cells, Detail::stock_point);
  }
  if (sweep_cells > 0) {
    measure_sweep(folder, sweep_cells, "20 d", 100);
    measure_sweep(folder, sweep_cells, "20 d", 10);
    measure_sweep(folder, sweep_cells, "300 d", 100);
  }
  std::filesystem::remove_all(folder);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "bench_cells: %s\n", problem.what());
  return 1;
}
