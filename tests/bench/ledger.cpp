// What does it cost to keep every order, and what do the levels of detail cost? One scenario run with each level, its
// result kept in a file. Prints ns per customer, what it is more than totals, and bytes per customer; then what of it
// is the way of an order's row into the file, without anything being simulated. Times are of the processor.
//
//   bench_ledger [customers, default 2000000 [folder, default /tmp]]
#include "bench/cpu_clock.hpp"
#include "campaign/run.hpp"
#include "engine/run.hpp"
#include "output/writer.hpp"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace restock;
using namespace restock::bench;

/// Ten (s,S) shops with 20 customers a day each, whom stock mostly reaches.
std::string scenario(double customers) {
  std::string text = "length: 1000 d\nreplications: " + std::to_string(static_cast<int>(customers / 200e3) + 1) +
                     "\nproducts: { part: { cost: 2, price: 5 } }\nsites:\n  maker: { kind: supplier }\n";
  std::string lanes = "lanes:\n";
  for (int i = 0; i < 10; ++i) {
    const std::string n = std::to_string(i);
    text += "  shop-" + n + ": { kind: store }\n";
    lanes += "  van-" + n + ": { from: maker, to: shop-" + n + ", transit: 2 d }\n";
  }
  return text + lanes +
         "demand: { visitors: { at: \"shop-*\", arrivals: poisson(20 per d), patience: exponential(1 d) } }\n"
         "replenishment: { shops: { at: \"shop-*\", policy: min_max, s: 40, S: 200 } }\n";
}

struct Kept {
  double nanoseconds = 0.0;  ///< per customer
  double bytes = 0.0;        ///< likewise
};

Kept keep(const std::filesystem::path& file, const std::filesystem::path& result, Detail detail) {
  Issues issues;
  Document document;
  const auto plan = make_plan(file, {{}, detail}, issues, document);
  if (!plan) throw std::runtime_error("the scenario is refused");
  RunSettings settings;
  settings.threads = 1;
  settings.path = result;
  settings.force = true;
  double customers = 0.0;
  const double seconds = cpu_seconds([&] { customers = static_cast<double>(run_plan(*plan, settings).customers); });
  return {seconds / customers * 1e9, static_cast<double>(std::filesystem::file_size(result)) / customers};
}

/// Keeps all rows of orders.
struct Rows : LedgerSink {
  void orders(const std::vector<OrderRow>& closed) override { rows.insert(rows.end(), closed.begin(), closed.end()); }
  void replenishments(const std::vector<ReplenishmentRow>&) override {}
  void promises(const std::vector<PromiseRow>&) override {}
  std::vector<OrderRow> rows;
};

/// The rows of one replication, once for each replication that there is.
Kept stream(const std::filesystem::path& file, const std::filesystem::path& result) {
  Issues issues;
  Document document;
  const auto plan = make_plan(file, {{}, Detail::orders}, issues, document);
  if (!plan) throw std::runtime_error("the scenario is refused");
  Rows ledger;
  State state;
  run_replication(plan->variants[0].compiled.blueprint, 1, 0, state, &ledger);
  ResultWriter writer(result, plan->header, true);
  const auto orders = static_cast<double>(plan->header.replications * ledger.rows.size());
  const double seconds = cpu_seconds([&] {
    for (std::size_t r = 0; r < plan->header.replications; ++r) writer.append_orders(0, r, ledger.rows);
  });
  writer.finish({});
  return {seconds / orders * 1e9, static_cast<double>(std::filesystem::file_size(result)) / orders};
}

}  // namespace

int main(int argc, char** argv) try {
  const double customers = argc > 1 ? std::strtod(argv[1], nullptr) : 2e6;
  const std::filesystem::path folder = std::filesystem::path(argc > 2 ? argv[2] : "/tmp") / "restock-bench-ledger";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "run.yaml") << scenario(customers);
  std::printf("| kept | ns per customer | more than totals | bytes per customer |\n|---|---|---|---|\n");
  double totals = 0.0;
  for (const Detail detail : {Detail::total, Detail::site, Detail::stock_point, Detail::orders}) {
    const Kept kept = keep(folder / "run.yaml", folder / "run.h5", detail);
    if (detail == Detail::total) totals = kept.nanoseconds;
    std::printf("| %s | %.1f | %.1f | %.2f |\n", std::string(to_text(detail)).c_str(), kept.nanoseconds,
                kept.nanoseconds - totals, kept.bytes);
    std::fflush(stdout);
  }
  const Kept streamed = stream(folder / "run.yaml", folder / "run.h5");
  std::printf("| orders, written only | %.1f | – | %.2f |\n", streamed.nanoseconds, streamed.bytes);
  std::filesystem::remove_all(folder);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "bench_ledger: %s\n", problem.what());
  return 1;
}
