// Restock as a library: a scenario in, metrics out. The only header that is installed; it shows nothing of what is
// behind it, so it stays as it is when the house is rebuilt.
//
//   find_package(restock REQUIRED)
//   target_link_libraries(mine PRIVATE restock::sim)
//
//   const auto shop = restock::Simulation::from_file("shop.yaml", {.set = {"replenishment.shop.S=60"}});
//   const auto result = shop.run();
//   std::cout << result.mean("fill_rate").mean;
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace restock {

/// What is wrong with a scenario, or worth a second look.
struct ScenarioProblem {
  std::string file;
  int line = 0, column = 0;  ///< from 1; 0 where there is none
  std::string path;          ///< in the scenario: replenishment.shop.s
  std::string code;          ///< stable; `restock explain CODE`
  std::string message, help;
  bool is_warning = false;
};

/// A scenario that cannot run. what() has all problems as the command shows them.
class InvalidScenario : public std::runtime_error {
 public:
  InvalidScenario(const std::string& text, std::vector<ScenarioProblem> all)
      : std::runtime_error(text), problems_(std::move(all)) {}
  const std::vector<ScenarioProblem>& problems() const { return problems_; }

 private:
  std::vector<ScenarioProblem> problems_;
};

struct SimulationOptions {
  std::vector<std::string> set = {};  ///< changes as on the command line: "replications=50", "replenishment.shop.S=60"
  std::string folder = {};            ///< of a text: where its tables lie; empty: the current folder
};

/// A mean over replications and half the width of its 95 % interval; NaN where the metric, or the interval, is
/// undefined.
struct MetricMean {
  double mean, half_width;
};

/// What a run found. Copies share it.
class SimulationResult {
 public:
  /// In the order in which they were written; the first is `base`, the scenario as it is.
  const std::vector<std::string>& alternatives() const;
  std::size_t replications() const;
  /// One value a replication. Throws std::out_of_range for a name that does not exist.
  std::vector<double> values(const std::string& metric, const std::string& alternative = "base") const;
  MetricMean mean(const std::string& metric, const std::string& alternative = "base") const;
  /// A hash of everything that happened: equal on every machine and for any number of threads.
  std::uint64_t fingerprint() const;
  /// What `restock run --json` prints: the schema restock.run/1.
  std::string json() const;

 private:
  friend class Simulation;
  struct Kept;
  explicit SimulationResult(std::shared_ptr<const Kept> kept) : kept_(std::move(kept)) {}
  std::shared_ptr<const Kept> kept_;
};

/// A scenario, read, checked and ready to run any number of times, also from several threads at once.
class Simulation {
 public:
  /// Throws InvalidScenario.
  static Simulation from_file(const std::string& path, const SimulationOptions& options = {});
  static Simulation from_text(const std::string& yaml, const SimulationOptions& options = {});

  /// What is right and yet strange.
  const std::vector<ScenarioProblem>& warnings() const;
  /// Runs all replications of all alternatives; `threads` 0: as many as the machine has. Throws std::runtime_error when
  /// a policy's script fails.
  SimulationResult run(unsigned threads = 0) const;
  /// The same, and keeps a result file that the command and every HDF5 reader can open. Throws std::runtime_error when
  /// it cannot be written.
  SimulationResult run_to(const std::string& path, bool replace = false, unsigned threads = 0) const;

 private:
  struct Ready;
  explicit Simulation(std::shared_ptr<const Ready> ready) : ready_(std::move(ready)) {}
  std::shared_ptr<const Ready> ready_;
};

/// All metrics by name, in the order of tables.
std::vector<std::string> metric_names();
/// The version of the program, for example "0.1.0".
std::string version();

}  // namespace restock
