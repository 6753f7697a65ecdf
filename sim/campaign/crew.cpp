#include "campaign/crew.hpp"

#include "campaign/replicate.hpp"

#include <algorithm>
#include <optional>
#include <thread>

namespace restock {

struct Crew::Job {
  const std::vector<CellTask>& tasks;
  const Take& take;
  Turnstile* gate;
  std::size_t planned;  ///< cells of this and of earlier jobs
  std::atomic<std::size_t> next = 0;
};

std::vector<CellTask> cells_of(const Plan& plan, const std::vector<std::int8_t>& only) {
  std::vector<CellTask> tasks;
  for (std::size_t a = 0; a < plan.variants.size(); ++a)
    for (std::size_t r = 0; r < plan.header.replications; ++r)
      if (only.empty() || only.at(a * plan.header.replications + r) != 0) tasks.push_back({a, r});
  return tasks;
}

bool Crew::run(const std::vector<CellTask>& tasks, const Take& take, Turnstile* gate) {
  const unsigned wanted = settings_.threads > 0 ? settings_.threads : std::max(1U, std::thread::hardware_concurrency());
  const auto threads = static_cast<unsigned>(std::min<std::size_t>(wanted, tasks.size()));
  threads_ = std::max(threads_, threads);
  const std::size_t before = done_;
  Job job{tasks, take, gate, before + tasks.size()};
  {
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back([this, &job] { work(job); });
    work(job);
  }
  if (failure_) std::rethrow_exception(failure_);
  return done_ - before == tasks.size();
}

void Crew::work(Job& job) {
  State state;
  try {
    for (std::size_t place = job.next++; place < job.tasks.size() && !called_off(); place = job.next++)
      run_cell(job, place, state);
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
  }
  if (called_off() && job.gate != nullptr) job.gate->call_off();
}

bool Crew::called_off() {
  if (settings_.stop.stop_requested()) return true;
  const std::lock_guard lock(mutex_);
  return failure_ != nullptr;
}

void Crew::run_cell(Job& job, std::size_t place, State& state) {
  const auto [alternative, replication] = job.tasks[place];
  const Variant& variant = plan_.variants[alternative];
  const Layout& layout = variant.compiled.blueprint.layout;
  std::optional<CellLedger> ledger;
  if (job.gate != nullptr) ledger.emplace(*job.gate, place, alternative, replication);
  const Record record = replicate(plan_.header, variant, replication, state, ledger ? &*ledger : nullptr);
  CellResult result = make_cell(plan_.header, alternative, replication, record, layout);
  checks_.see(alternative, replication, record, layout, plan_.header.detail, result.totals);
  if (ledger) ledger->finish();
  const std::lock_guard lock(mutex_);
  job.take(std::move(result));
  customers_ += record.customers;
  ++done_;
  if (settings_.progress) settings_.progress(done_, job.planned);
}

}  // namespace restock
