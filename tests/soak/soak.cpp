// Endurance: billions of customers of one ordinary scenario through the doors that `restock run` takes, on two threads,
// with a result file. Is memory flat, is the last customer as cheap as the first, does every unit of demand end once?
//
//   soak [customers, default 10000000000] [threads, default 2]
//
// Time is that which the processor spends in the thread that simulates, so that a machine that does other things
// besides does not look like a program that slows down. Exit code 1 if one of the answers is no.
#include "campaign/plan.hpp"
#include "campaign/replicate.hpp"
#include "campaign/run.hpp"
#include "output/reader.hpp"
#include "output/schema.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace restock;

constexpr double customers_a_replication = 7000.0 * 3652.5;
constexpr double may_differ = 0.10;   ///< the cost of a customer, at the end and at the start
constexpr double may_grow_mib = 1.0;  ///< resident memory after the first tenth
constexpr std::size_t parts = 10;

/// What was seen when a replication was done.
struct Seen {
  double wall = 0.0;     ///< seconds since the start
  double seconds = 0.0;  ///< of the processor, for this replication
  double mib = 0.0;      ///< resident
};

double thread_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double resident_mib() {
  std::ifstream pages("/proc/self/statm");
  double all = 0.0;
  double resident = 0.0;
  pages >> all >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

/// Called by a thread when it has done a replication.
Seen look(std::chrono::steady_clock::time_point began) {
  thread_local double before = 0.0;  // threads begin with the run
  Seen seen;
  const double now = thread_seconds();
  seen.seconds = now - before;
  before = now;
  seen.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  seen.mib = resident_mib();
  return seen;
}

struct Part {
  double wall = 0.0;
  double nanoseconds = 0.0;  ///< of the processor for a customer: the median of its replications
  double mib = 0.0;          ///< the most
};

Part sum_up(std::vector<Seen> seen, double customers) {
  Part part;
  part.wall = seen.back().wall;
  for (const Seen& one : seen) part.mib = std::max(part.mib, one.mib);
  const auto middle = seen.begin() + static_cast<std::ptrdiff_t>(seen.size() / 2);
  std::nth_element(seen.begin(), middle, seen.end(),
                   [](const Seen& a, const Seen& b) { return a.seconds < b.seconds; });
  part.nanoseconds = 1e9 * middle->seconds / customers;
  return part;
}

bool answer(const char* question, bool yes, const std::string& figures) {
  std::printf("%-58s %s  (%s)\n", question, yes ? "yes" : "NO", figures.c_str());
  return yes;
}

std::string text(const char* format, auto... values) {
  char buffer[200];
  std::snprintf(buffer, sizeof buffer, format, values...);
  return buffer;
}

/// Each replication's outcomes add up to its demand, and all together to the customers that were counted.
bool conserves(const ResultReader& file, const RunResult& run) {
  const std::size_t cells = file.header().replications;
  const std::vector<std::int64_t> units = file.outcomes();
  const std::vector<double> demand = file.numbers("outcomes/demand", {1, cells, 1});
  const std::size_t kinds = outcome_names.size();
  Wide all = 0;
  std::size_t right = 0;
  for (std::size_t cell = 0; cell < cells; ++cell) {
    std::int64_t sum = 0;
    for (std::size_t kind = 0; kind < kinds; ++kind) sum += units[cell * kinds + kind];
    if (sum == static_cast<std::int64_t>(demand[cell])) ++right;
    all += sum;
  }
  std::printf("\n%-28s %16s\n", "what became of them", "units");
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    std::int64_t sum = 0;
    for (std::size_t cell = 0; cell < cells; ++cell) sum += units[cell * kinds + kind];
    if (sum > 0) std::printf("%-28s %16lld\n", std::string(outcome_names[kind]).c_str(), static_cast<long long>(sum));
  }
  std::printf("\n");
  return answer(
      "Does every unit of demand end once, in every replication?",
      right == cells && all == static_cast<Wide>(run.customers),
      text("%zu of %zu ledgers, %llu customers", right, cells, static_cast<unsigned long long>(run.customers)));
}

int soak(double customers, unsigned threads, const std::string& path) {
  const auto replications = static_cast<std::size_t>(customers / customers_a_replication) + 1;
  Issues issues;
  Document document;
  const PlanSettings planned{{"replications=" + std::to_string(std::max(replications, 2 * parts))}};
  const auto plan = make_plan(RESTOCK_SOURCE_DIR "/tests/soak/soak.yaml", planned, issues, document);
  if (!plan) {
    for (const Issue& issue : issues) std::fprintf(stderr, "%s\n", describe(issue, document).c_str());
    return 1;
  }
  const auto began = std::chrono::steady_clock::now();
  std::vector<Seen> seen;
  RunSettings settings;
  settings.threads = threads;
  settings.path = path;
  settings.progress = [&](std::size_t done, std::size_t) {
    if (done > seen.size()) seen.push_back(look(began));
  };
  const RunResult run = run_plan(*plan, settings);
  const std::size_t cells = plan->header.replications;
  const double each = static_cast<double>(run.customers) / static_cast<double>(cells);

  std::printf("%zu replications of some %.1f million customers, %u threads\n\n", cells, 1e-6 * each, threads);
  std::printf("%16s %12s %24s %20s\n", "customers", "seconds", "ns a customer (median)", "resident [MiB, most]");
  std::vector<Part> course;
  for (std::size_t i = 0; i < parts; ++i) {
    const auto from = seen.begin() + static_cast<std::ptrdiff_t>(seen.size() * i / parts);
    const auto until = seen.begin() + static_cast<std::ptrdiff_t>(seen.size() * (i + 1) / parts);
    course.push_back(sum_up({from, until}, each));
    std::printf("%16.0f %12.1f %24.2f %20.2f\n", each * static_cast<double>(until - seen.begin()), course.back().wall,
                course.back().nanoseconds, course.back().mib);
  }

  bool well = conserves(ResultReader(path), run);
  double most = 0.0;
  for (const Part& part : course) most = std::max(most, part.mib);
  well &= answer("Is memory flat after the first tenth?", most - course.front().mib <= may_grow_mib,
                 text("%.2f MiB, then at most %.2f", course.front().mib, most));
  const double ratio = course.back().nanoseconds / course.front().nanoseconds;
  well &= answer("Does a customer cost at the end what he cost at the start?",
                 ratio > 1.0 - may_differ && ratio < 1.0 + may_differ,
                 text("%.2f ns, then %.2f: ratio %.3f", course.front().nanoseconds, course.back().nanoseconds, ratio));
  State state;
  const Record again = replicate(plan->header, plan->variants.front(), 0, state);
  well &= answer("Is the first replication the same, run once more?", again.fingerprint == run.results.fingerprints[0],
                 text("fingerprint %016llx", static_cast<unsigned long long>(again.fingerprint)));
  return well ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const double customers = argc > 1 ? std::strtod(argv[1], nullptr) : 1e10;
  const unsigned threads = argc > 2 ? static_cast<unsigned>(std::strtoul(argv[2], nullptr, 10)) : 2;
  const std::string path = std::filesystem::temp_directory_path() / text("restock-soak-%d.h5", getpid());
  int code = 1;
  try {
    code = soak(customers, threads, path);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "soak: %s\n", error.what());
  }
  std::filesystem::remove(path);
  return code;
}
