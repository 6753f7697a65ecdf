#include "campaign/sweep_run.hpp"

#include "campaign/checkpoints.hpp"
#include "campaign/here_and_now.hpp"
#include "campaign/parts.hpp"
#include "campaign/shard_file.hpp"
#include "campaign/team.hpp"
#include "output/cell_sum.hpp"
#include "output/destination.hpp"
#include "output/sweep_result.hpp"
#include "output/sweep_schema.hpp"
#include "output/sweep_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <tuple>

namespace restock {

namespace {

/// Replications of one alternative at one design point, for one worker.
struct Task {
  std::size_t variant = 0;
  std::uint64_t from = 0, to = 0;  ///< cells
};

/// Cut at alternatives, and further where there are too few of them for all workers.
std::vector<Task> tasks_of(const CellCover& cover, const SweepHeader& header, unsigned threads) {
  const std::uint64_t replications = header.run.replications;
  const std::uint64_t fair = cover.missing_cells() / (4 * std::uint64_t{threads}) + 1;
  const std::uint64_t most = std::min(replications, fair);
  std::vector<Task> tasks;
  for (const auto& [from, to] : cover.missing)
    for (std::uint64_t cell = from; cell < to;) {
      const std::uint64_t variant = cell / replications;
      const std::uint64_t end = std::min({to, (variant + 1) * replications, cell + most});
      tasks.push_back({static_cast<std::size_t>(variant), cell, end});
      cell = end;
    }
  return tasks;
}

/// What the workers share.
class SweepCrew {
 public:
  SweepCrew(const SweepPlan& plan, const ShardSettings& settings, const Parts& parts, AtWork& sign, std::uint64_t found,
            std::uint64_t cells)
      : plan_(plan),
        settings_(settings),
        sign_(sign),
        variants_(plan),
        checkpoints_(parts, plan.header, settings.checkpoint_seconds),
        team_(settings.stop),
        finished_(found),
        cells_(cells) {}

  /// Adds to what was done and to the customers that were simulated, whether it ends well or not.
  void run(const std::vector<Task>& tasks, unsigned threads, std::uint64_t& done, std::uint64_t& customers) {
    // A scheduler may leave only seconds between its signal and the kill: what is finished is kept at once.
    const std::stop_callback keep(settings_.stop, [this] { flush(); });
    team_.run(tasks.size(), threads, [&](std::size_t at, State& state) { run_task(tasks[at], state); });
    flush();
    done += done_;
    customers += customers_;
    team_.rethrow();
  }

 private:
  void flush() {
    try {
      checkpoints_.flush();
    } catch (...) {
      team_.fail();
    }
  }

  void run_task(const Task& task, State& state) {
    const std::shared_ptr<const SweepVariant> variant = variants_.get(task.variant);
    for (std::uint64_t cell = task.from; cell < task.to && !team_.called_off(); ++cell) run_one(*variant, cell, state);
  }

  void run_one(const SweepVariant& variant, std::uint64_t cell, State& state) {
    std::uint64_t customers = 0;
    CellValues values = run_cell(plan_, variant, cell % plan_.header.run.replications, state, customers);
    checkpoints_.add(std::move(values));
    sign_.sign();
    const std::lock_guard lock(guard_);
    customers_ += customers;
    ++done_;
    if (settings_.progress) settings_.progress(++finished_, cells_);
  }

  const SweepPlan& plan_;
  const ShardSettings& settings_;
  AtWork& sign_;
  SweepVariants variants_;
  Checkpoints checkpoints_;
  Team team_;
  std::mutex guard_;
  std::uint64_t finished_, cells_, done_ = 0, customers_ = 0;
};

/// Whether the result is there already. Throws when there is something else of that name.
bool is_there(const SweepPlan& plan, const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path, ignored))) return false;
  bool same = false;
  std::string what = "something of that name exists that is no result of this sweep";
  try {
    same = SweepResult(path).header().plan == plan.header.plan;
    what = "the result of another sweep, or of this one before the scenario changed, exists";
  } catch (const ResultError&) {
    same = false;
  }
  if (!same) throw ResultError("result_exists", path, what, "choose another name, or --force to replace it");
  return true;
}

void write_result(const SweepPlan& plan, const CellCover& cover, const std::string& path, const RunFacts& facts) {
  SweepWriter result(path, plan.header, cover.bins);
  for_each_cell(cover, [&](const CellValues& values) { result.add(values); });
  result.finish(facts);
}

/// From checkpoints to the result or shard; false when some of them turned out to be damaged, or gone: whoever else
/// was at it may have finished first.
bool assemble(const SweepPlan& plan, const ShardSettings& settings, const CellCover& cover, const std::string& path,
              const RunFacts& facts) {
  try {
    if (settings.shard.count > 0)
      write_shard(plan.header, cover, settings.shard, path, facts);
    else
      write_result(plan, cover, path, facts);
    return true;
  } catch (const DamagedCells& damaged) {
    Parts::put_aside(damaged.path);
    return false;
  }
}

}  // namespace

CellValues run_cell(const SweepPlan& plan, const SweepVariant& variant, std::size_t replication, State& state,
                    std::uint64_t& customers) {
  const std::size_t alternatives = plan.header.alternatives();
  const std::size_t point = variant.number / alternatives, alternative = variant.number % alternatives;
  const auto place = [&] { return fmt::format("design point {}: ", point); };
  try {
    CellSum sum(plan.header.run, variant.map, variant.variant.compiled.blueprint.layout, KeptSketches::only_waits);
    customers = 0;
    replicate_in_parts(plan.header.run, variant.variant, replication, state,
                       [&](const Record& record, const Layout& layout) {
                         sum.add(record, layout);
                         customers += record.customers;
                       });
    return flatten(variant.number * plan.header.run.replications + replication, sum.result(alternative, replication));
  } catch (const ModelFailed& failed) {
    throw ModelFailed(place() + failed.what());
  } catch (const ContractBroken& broken) {
    throw ContractBroken(place() + broken.what());
  }
}

namespace {

/// One attempt at the cells of a shard or of everything. What goes wrong leaves as an exception.
class Attempt {
 public:
  Attempt(const SweepPlan& plan, const ShardSettings& settings)
      : plan_(plan), settings_(settings), parts_(settings.path), sharded_(settings.shard.count > 0) {
    std::tie(from_, to_) = cells_of_shard(settings.shard, plan.header);
    outcome_.path = sharded_ ? parts_.shard_path(settings.shard) : settings.path;
    outcome_.cells = to_ - from_;
  }

  SweepOutcome make() {
    check_destination(settings_.path, true);
    RunFacts facts = facts_at_start(plan_, settings_.command_line);
    if (!settings_.force && !sharded_ && was_there()) {
      // Whoever finished was killed before he had tidied up, or while he did: then the plan may be gone already.
      if (parts_.planned_shards().value_or(0) == 0) parts_.remove_all();
      return outcome_;
    }
    parts_.prepare(plan_.header, settings_.shard.count, facts, settings_.force);
    if (sharded_ && was_there()) return outcome_;
    try {
      run_to_the_end(facts);
    } catch (const ResultError&) {
      // Whoever else was at it has finished, and tidied up what this attempt still wrote to or read from.
      if (outcome_.done > 0 && was_there()) return outcome_;
      throw;
    }
    if (outcome_.stopped) return outcome_;
    if (sharded_ || parts_.planned_shards().value_or(0) > 0)
      parts_.remove_checkpoints(from_, to_);
    else
      parts_.remove_all();
    return outcome_;
  }

 private:
  bool was_there() {
    outcome_.was_there =
        sharded_ ? shard_is_there(plan_.header, settings_.shard, outcome_.path) : is_there(plan_, outcome_.path);
    if (outcome_.was_there && outcome_.done == 0) outcome_.found = outcome_.cells;
    return outcome_.was_there;
  }

  void run_to_the_end(RunFacts& facts) {
    const unsigned wanted = threads_for(settings_.threads);
    AtWork sign(parts_, settings_.shard);
    while (!outcome_.stopped) {
      const CellCover cover = parts_.covered(plan_.header, from_, to_, true);
      const std::uint64_t missing = cover.missing_cells();
      if (outcome_.done == 0) outcome_.found = outcome_.cells - missing;
      outcome_.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
      if (missing == 0) {
        facts.threads = outcome_.threads;
        facts.wall_seconds = outcome_.wall_seconds;
        if (assemble(plan_, settings_, cover, outcome_.path, facts)) return;
        continue;
      }
      outcome_.threads = static_cast<unsigned>(std::min<std::uint64_t>(wanted, missing));
      SweepCrew crew(plan_, settings_, parts_, sign, outcome_.cells - missing, outcome_.cells);
      crew.run(tasks_of(cover, plan_.header, outcome_.threads), outcome_.threads, outcome_.done, outcome_.customers);
      outcome_.stopped = settings_.stop.stop_requested();
    }
    outcome_.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
  }

  const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  const SweepPlan& plan_;
  const ShardSettings& settings_;
  Parts parts_;
  bool sharded_;
  std::uint64_t from_ = 0, to_ = 0;
  SweepOutcome outcome_;
};

}  // namespace

SweepOutcome run_sweep(const SweepPlan& plan, const ShardSettings& settings) { return Attempt(plan, settings).make(); }

}  // namespace restock
