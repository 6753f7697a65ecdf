// Threads take coalitions, a few replications at a time; each value has a place of its own.
#include "campaign/attribution_run.hpp"

#include "campaign/here_and_now.hpp"
#include "campaign/team.hpp"
#include "core/contract.hpp"
#include "output/writer.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>
#include <mutex>

namespace restock {

namespace {

struct Piece {
  Coalition on = 0;
  std::size_t from = 0, to = 0;  ///< places in the coalition's list of replications
};

class AttributionCrew {
 public:
  AttributionCrew(const AttributionPlan& plan, const RunSettings& settings, unsigned threads)
      : plan_(plan), settings_(settings), team_(settings.stop) {
    const std::size_t replications = plan.header.replications;
    for (const auto& [on, list] : plan.coalitions.replications) {
      values_.emplace(
          on, std::vector<double>(plan.outcomes.size() * replications, std::numeric_limits<double>::quiet_NaN()));
      total_ += list.size();
    }
    const std::size_t most = total_ / (4 * std::size_t{threads}) + 1;
    for (const auto& [on, list] : plan.coalitions.replications)
      for (std::size_t from = 0; from < list.size(); from += most)
        pieces_.push_back({on, from, std::min(from + most, list.size())});
    if (!settings.path.empty()) writer_ = std::make_unique<ResultWriter>(settings.path, plan.header, settings.force);
  }

  void work(unsigned threads) {
    team_.run(pieces_.size(), threads, [this](std::size_t at, State& state) { run_piece(pieces_[at], state); });
    team_.rethrow();
  }

  AttributionRun finish(RunFacts facts) {
    AttributionRun run;
    run.customers = customers_;
    run.cells = total_;
    run.stopped = settings_.stop.stop_requested() && done_ < total_;
    if (!run.stopped) {
      run.found = attribute(plan_.header.attribution, plan_.coalitions, values_, plan_.header.replications);
      if (writer_) {
        writer_->put_attribution(run.found);
        writer_->finish(facts);
      }
    }
    run.facts = std::move(facts);
    return run;
  }

 private:
  void run_piece(const Piece& piece, State& state) {
    Issues issues;
    const std::optional<Variant> variant = make_coalition(plan_, piece.on, issues);
    require(variant.has_value(), "a coalition that was checked can be made again");
    const std::vector<std::size_t>& list = plan_.coalitions.replications.at(piece.on);
    for (std::size_t at = piece.from; at < piece.to && !team_.called_off(); ++at)
      run_cell(piece.on, *variant, list[at], state);
  }

  void run_cell(Coalition on, const Variant& variant, std::size_t replication, State& state) {
    const Record record = replicate(plan_.header, variant, replication, state);
    const Layout& layout = variant.compiled.blueprint.layout;
    const std::vector<double> totals =
        measure(network_ledger(point_ledgers(record, layout, plan_.header.detail), record, layout));
    std::vector<double>& values = values_.at(on);
    for (std::size_t o = 0; o < plan_.outcomes.size(); ++o) {
      double sum = 0.0;
      for (const std::size_t metric : plan_.outcomes[o].metrics) sum += totals[metric];
      values[o * plan_.header.replications + replication] = sum;
    }
    const std::vector<Coalition>& kept = plan_.coalitions.kept;
    const auto alternative = static_cast<std::size_t>(std::find(kept.begin(), kept.end(), on) - kept.begin());
    if (writer_ && alternative < kept.size())
      writer_->write(make_cell(plan_.header, alternative, replication, record, layout));
    const std::lock_guard lock(guard_);
    customers_ += record.customers;
    ++done_;
    if (settings_.progress) settings_.progress(done_, total_);
  }

  const AttributionPlan& plan_;
  const RunSettings& settings_;
  CoalitionValues values_;
  std::vector<Piece> pieces_;
  std::unique_ptr<ResultWriter> writer_;
  Team team_;
  std::mutex guard_;
  std::size_t total_ = 0, done_ = 0;
  std::uint64_t customers_ = 0;
};

}  // namespace

AttributionRun run_attribution(const AttributionPlan& plan, const RunSettings& settings) {
  const auto began = std::chrono::steady_clock::now();
  RunFacts facts = facts_at_start(plan, settings.command_line);
  const unsigned threads = threads_for(settings.threads);
  facts.threads = threads;
  AttributionCrew crew(plan, settings, threads);
  crew.work(threads);
  facts.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return crew.finish(std::move(facts));
}

}  // namespace restock
