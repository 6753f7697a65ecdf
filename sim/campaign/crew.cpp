#include "campaign/crew.hpp"

#include "campaign/here_and_now.hpp"
#include "campaign/replicate.hpp"
#include "output/cell_sum.hpp"

#include <algorithm>
#include <optional>

namespace restock {

struct Crew::Job {
  const std::vector<CellTask>& tasks;
  const Take& take;
  Turnstile* gate;
  std::size_t planned;       ///< cells of this and of earlier jobs
  unsigned threads_of_cell;  ///< where there are more threads than cells
};

std::vector<CellTask> cells_of(const Plan& plan, const std::vector<std::int8_t>& only) {
  std::vector<CellTask> tasks;
  for (std::size_t a = 0; a < plan.variants.size(); ++a)
    for (std::size_t r = 0; r < plan.header.replications; ++r)
      if (only.empty() || only.at(a * plan.header.replications + r) != 0) tasks.push_back({a, r});
  return tasks;
}

bool Crew::run(const std::vector<CellTask>& tasks, const Take& take, Turnstile* gate) {
  const unsigned all = threads_for(settings_.threads);
  const auto threads = static_cast<unsigned>(std::min<std::size_t>(all, tasks.size()));
  const bool in_parts =
      plan_.header.detail < Detail::stock_point && std::ranges::any_of(plan_.variants, [](const Variant& variant) {
        return !variant.compiled.blueprint.component_ends.empty();
      });
  const unsigned of_cell = in_parts && threads > 0 ? all / threads : 1;
  threads_ = std::max(threads_, threads * of_cell);
  const std::size_t before = done_;
  Job job{tasks, take, gate, before + tasks.size(), of_cell};
  team_.run(
      tasks.size(), threads, [&](std::size_t place, State& state) { run_cell(job, place, state); },
      [&] {
        if (gate != nullptr && team_.called_off()) gate->call_off();
      });
  team_.rethrow();
  return done_ - before == tasks.size();
}

void Crew::run_cell(Job& job, std::size_t place, State& state) {
  const auto [alternative, replication] = job.tasks[place];
  const Variant& variant = plan_.variants[alternative];
  const Layout& layout = variant.compiled.blueprint.layout;
  std::optional<CellLedger> ledger;
  if (job.gate != nullptr) ledger.emplace(*job.gate, place, alternative, replication);
  CellSum sum(plan_.header, plan_.header.axes.maps[alternative], layout);
  std::uint64_t customers = 0;
  const auto take = [&](const Record& record, const Layout& part) {
    sum.add(record, part);
    customers += record.customers;
  };
  if (ledger || checks_.looks_at_places(alternative)) {
    const Record record = replicate(plan_.header, variant, replication, state, ledger ? &*ledger : nullptr);
    take(record, layout);
    checks_.see_places(alternative, replication, record, layout, plan_.header.detail);
  } else {
    if (!replicate_in_parts(plan_.header, variant, replication, state, take, settings_.stop, job.threads_of_cell))
      return;
  }
  CellResult result = sum.result(alternative, replication);
  checks_.see_totals(alternative, replication, result.totals);
  if (ledger) ledger->finish();
  const std::lock_guard lock(mutex_);
  job.take(std::move(result));
  customers_ += customers;
  ++done_;
  if (settings_.progress) settings_.progress(done_, job.planned);
}

}  // namespace restock
