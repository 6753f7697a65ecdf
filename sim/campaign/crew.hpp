// Threads that take cells from a list; what they find is handed on one at a time, so nothing depends on who was faster.
// Private to campaign/.
#pragma once

#include "campaign/checks.hpp"
#include "campaign/plan.hpp"
#include "campaign/run.hpp"
#include "campaign/team.hpp"
#include "campaign/turnstile.hpp"

#include <cstdint>
#include <functional>
#include <mutex>
#include <vector>

namespace restock {

struct CellTask {
  std::size_t alternative = 0, replication = 0;
};

/// The cells of a plan, alternative by alternative: all, or those that `only` names.
std::vector<CellTask> cells_of(const Plan& plan, const std::vector<std::int8_t>& only = {});

class Crew {
 public:
  /// Receives each cell when it is done, one at a time, in any order.
  using Take = std::function<void(CellResult&&)>;

  Crew(const Plan& plan, const RunSettings& settings, CheckValues& checks)
      : plan_(plan), settings_(settings), checks_(checks), team_(settings.stop) {}

  /// Runs the cells. With a gate they write their ledgers through it, in the order of the list. Throws what a cell
  /// throws. False when a stop was asked for before all were done.
  bool run(const std::vector<CellTask>& tasks, const Take& take, Turnstile* gate = nullptr);

  unsigned threads() const { return threads_; }  ///< the most that were of use
  std::uint64_t customers() const { return customers_; }
  std::size_t done() const { return done_; }  ///< cells, over all calls

 private:
  struct Job;
  void run_cell(Job& job, std::size_t place, State& state);

  const Plan& plan_;
  const RunSettings& settings_;
  CheckValues& checks_;
  Team team_;
  std::mutex mutex_;
  unsigned threads_ = 1;
  std::size_t done_ = 0;
  std::uint64_t customers_ = 0;
};

}  // namespace restock
