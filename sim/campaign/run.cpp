// Threads take cells from a counter; each writes its result into its own slot, so nothing depends on who was faster.
#include "campaign/run.hpp"

#include "campaign/here_and_now.hpp"
#include "campaign/replicate.hpp"
#include "campaign/turnstile.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace restock {

namespace {

/// What the workers share: the counter, the place for results, the first failure.
class Crew {
 public:
  Crew(const Plan& plan, const RunSettings& settings)
      : plan_(plan),
        settings_(settings),
        total_(plan.variants.size() * plan.header.replications),
        checks_(plan.checks, plan.header.replications) {
    if (settings.path.empty()) {
      kept_ = Results(plan.header, plan.header.detail >= Detail::stock_point);
    } else {
      writer_ = std::make_unique<ResultWriter>(settings.path, plan.header, settings.force);
      gate_ = std::make_unique<Turnstile>(*writer_);
    }
  }

  void work() {
    State state;
    try {
      for (std::size_t cell = next_++; cell < total_ && !called_off(); cell = next_++) run_cell(cell, state);
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
    if (called_off() && gate_) gate_->call_off();
  }

  RunResult finish(RunFacts facts) {
    if (failure_) std::rethrow_exception(failure_);
    RunResult result;
    result.customers = customers_;
    result.stopped = settings_.stop.stop_requested() && done_ < total_;
    facts.checks = checks_.judged(plan_.header.replications);
    if (!result.stopped && writer_) writer_->finish(facts);
    if (writer_) {
      result.results = writer_->results();
    } else {
      result.results = std::move(kept_);
    }
    result.facts = std::move(facts);
    return result;
  }

 private:
  bool called_off() {
    if (settings_.stop.stop_requested()) return true;
    const std::lock_guard lock(mutex_);
    return failure_ != nullptr;
  }

  void run_cell(std::size_t cell, State& state) {
    const std::size_t alternative = cell / plan_.header.replications;
    const std::size_t replication = cell % plan_.header.replications;
    const Variant& variant = plan_.variants[alternative];
    std::optional<CellLedger> ledger;
    if (gate_ && plan_.header.detail == Detail::orders) ledger.emplace(*gate_, cell, alternative, replication);
    const Record record = replicate(plan_.header, variant, replication, state, ledger ? &*ledger : nullptr);
    const CellResult result =
        make_cell(plan_.header, alternative, replication, record, variant.compiled.blueprint.layout);
    checks_.see(alternative, replication, record, variant.compiled.blueprint.layout, plan_.header.detail,
                result.totals);
    if (ledger) ledger->finish();
    if (writer_) writer_->write(result);
    const std::lock_guard lock(mutex_);
    if (!writer_) kept_.add(result);
    customers_ += record.customers;
    ++done_;
    if (settings_.progress) settings_.progress(done_, total_);
  }

  const Plan& plan_;
  const RunSettings& settings_;
  std::size_t total_;
  std::unique_ptr<ResultWriter> writer_;
  std::unique_ptr<Turnstile> gate_;
  Results kept_;  ///< when nothing is written
  CheckValues checks_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::exception_ptr failure_;
  std::size_t done_ = 0;
  std::uint64_t customers_ = 0;
};

}  // namespace

RunResult run_plan(const Plan& plan, const RunSettings& settings) {
  const auto began = std::chrono::steady_clock::now();
  RunFacts facts = facts_at_start(plan, settings.command_line);
  const std::size_t cells = plan.variants.size() * plan.header.replications;
  const unsigned wanted = settings.threads > 0 ? settings.threads : std::max(1U, std::thread::hardware_concurrency());
  const auto threads = static_cast<unsigned>(std::min<std::size_t>(wanted, cells));
  facts.threads = threads;

  Crew crew(plan, settings);
  {
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back([&crew] { crew.work(); });
    crew.work();
  }
  facts.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return crew.finish(std::move(facts));
}

}  // namespace restock
