// How does Restock compare with programs written for one workload, and with a general event kernel? The workloads are
// scenarios of tests/theory/cases; beside each a bare loop that does nothing else, with the same addressed draws: their
// facts have to be equal. SimPy in the same run where it is installed.
//
//   bench_peers [units per run, default 2000000]
#include "bench/cpu_clock.hpp"
#include "bench/peers/workload.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>

namespace {

using namespace restock;
using namespace restock::bench;

struct Workload {
  const char* name;
  const char* unit;
  double units_per_day;
  double most;  ///< times the loop's time that Restock may take
  std::function<Facts(const Blueprint&, const Spot&)> bare;
};

/// The loop of one stream, which is all there is of customers.
std::function<Facts(const Blueprint&, const Spot&)> loop(Facts (*run)(const Spot&, Time)) {
  return [run](const Blueprint& b, const Spot& spot) { return run(spot, b.length); };
}

Facts tree(const Blueprint& b, const Spot& spot) {
  std::vector<std::uint64_t> streams;
  for (const StreamPlan& stream : b.streams) streams.push_back(stream.who);
  return bare_tree(spot, streams, b.length, Turn::by_successor);
}

const Workload workloads[]{
    {"W1a", "customer", 10.0, 2.0, loop(bare_min_max)}, {"W1b", "node-period", 1.0, 4.0, loop(bare_node)},
    {"W2", "node-period", 4.0, 4.0, loop(bare_chain)},  {"W3", "node-period", 101.0, 4.0, tree},
    {"W4", "customer", 1.0, 2.0, loop(bare_reneging)},  {"W5a", "customer", 0.9, 2.0, loop(bare_queue)}};

/// Peak memory of a process of its own that reads, compiles and runs it.
double peak_megabytes(const Workload& workload, std::uint64_t replications) {
  const pid_t child = fork();
  if (child == 0) {
    State state;
    const Ran ran = run_case(compiled_case(workload.name), replications, state);
    _exit(ran.events > 0 ? 0 : 1);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) return std::nan("");
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

void measure(const Workload& workload, double units) {
  const Compiled compiled = compiled_case(workload.name);
  const Blueprint& b = compiled.blueprint;
  const double per_replication = workload.units_per_day * static_cast<double>(b.length) / static_cast<double>(day);
  const auto replications = static_cast<std::uint64_t>(std::max(1.0, std::round(units / per_replication)));
  const double megabytes = peak_megabytes(workload, std::min<std::uint64_t>(replications, 2));
  Spot spot{1, 0, b.streams[0].who, b.resources.empty() ? 0 : b.resources[0].who};
  State state;
  Ran ran;
  std::vector<Facts> facts;
  double mine = 1e300;
  double bare = 1e300;
  for (int round = 0; round < 5; ++round) {  // in turn, the best of each: the machine is shared
    mine = std::min(mine, cpu_seconds([&] { ran = run_case(compiled, replications, state); }));
    facts.clear();
    bare = std::min(bare, cpu_seconds([&] {
                      for (spot.replication = 0; spot.replication < replications; ++spot.replication)
                        facts.push_back(workload.bare(b, spot));
                    }));
  }
  const double run = per_replication * static_cast<double>(replications);
  std::printf("| %s | %s | %.1f | %.1f | %.2f | %.0f | %.2f | %.2f | %.1f | %s |\n", workload.name, workload.unit,
              mine / run * 1e9, bare / run * 1e9, mine / bare, workload.most, run / mine * 1e-6,
              static_cast<double>(ran.events) / run, megabytes, agree(facts, ran.facts) ? "equal" : "DIFFERENT");
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) try {
  const double units = argc > 1 ? std::strtod(argv[1], nullptr) : 2e6;
  const std::string only = argc > 2 ? argv[2] : "";
  std::printf(
      "| workload | unit | Restock [ns] | bare loop [ns] | ratio | at most | [M units/s] | events per unit | peak [MB] "
      "| "
      "facts |\n|---|---|---|---|---|---|---|---|---|---|\n");
  for (const Workload& workload : workloads)
    if (only.empty() || only == workload.name) measure(workload, units);
  if (!only.empty()) return 0;
  std::fflush(stdout);
  return std::system("/usr/bin/python3 -B " RESTOCK_SOURCE_DIR "/tests/bench/peers/kernel.py") == 0 ? 0 : 1;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "bench_peers: %s\n", problem.what());
  return 1;
}
