// Threads take coalitions, a few replications at a time; what they find goes into memory, or, where there is a path,
// into checkpoints from which the shard or the result is put together.
#include "campaign/attribution_run.hpp"

#include "campaign/attribution_cells.hpp"
#include "campaign/checkpoints.hpp"
#include "campaign/here_and_now.hpp"
#include "campaign/parts.hpp"
#include "campaign/replicate.hpp"
#include "campaign/shard_file.hpp"
#include "campaign/team.hpp"
#include "core/contract.hpp"
#include "output/reader.hpp"
#include "output/write_attribution.hpp"
#include "output/writer.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <tuple>

namespace restock {

namespace {

/// Cells of one coalition, [from, to).
struct Piece {
  std::size_t from = 0, to = 0;
};

/// Cut at coalitions, and further so that all workers have some.
std::vector<Piece> pieces_of(const CellCover& cover, const AttributionCells& cells, unsigned threads) {
  const std::uint64_t most = cover.missing_cells() / (4 * std::uint64_t{threads}) + 1;
  std::vector<Piece> pieces;
  for (const auto& [from, to] : cover.missing)
    for (std::uint64_t cell = from; cell < to; ++cell) {
      const bool goes_on = cell > from && cells[cell].on == cells[cell - 1].on && cell - pieces.back().from < most;
      if (!goes_on) pieces.push_back({cell, cell});
      pieces.back().to = cell + 1;
    }
  return pieces;
}

class AttributionCrew {
 public:
  using Take = std::function<void(CellValues&&)>;

  /// `take` is called from any thread.
  AttributionCrew(const AttributionPlan& plan, const AttributionCells& cells, const ShardSettings& settings,
                  AttributionRun& run, Take take)
      : plan_(plan), cells_(cells), settings_(settings), run_(run), take_(std::move(take)), team_(settings.stop) {}

  void work(const std::vector<Piece>& pieces, unsigned threads) {
    team_.run(pieces.size(), threads, [&](std::size_t at, State& state) { run_piece(pieces[at], state); });
  }
  /// Within a handler.
  void fail() { team_.fail(); }
  void rethrow() const { team_.rethrow(); }

 private:
  void run_piece(const Piece& piece, State& state) {
    Issues issues;
    const std::optional<Variant> variant = make_coalition(plan_, cells_[piece.from].on, issues);
    require(variant.has_value(), "a coalition that was checked can be made again");
    const Layout& layout = variant->compiled.blueprint.layout;
    for (std::size_t cell = piece.from; cell < piece.to && !team_.called_off(); ++cell) {
      const Record record = replicate(plan_.header, *variant, cells_[cell].replication, state);
      take_(cells_.values_of(cell, record, layout));
      const std::lock_guard lock(guard_);
      run_.customers += record.customers;
      ++run_.done;
      if (settings_.progress) settings_.progress(run_.found_cells + run_.done, run_.cells);
    }
  }

  const AttributionPlan& plan_;
  const AttributionCells& cells_;
  const ShardSettings& settings_;
  AttributionRun& run_;
  Take take_;
  Team team_;
  std::mutex guard_;
};

class AttributionAttempt {
 public:
  AttributionAttempt(const AttributionPlan& plan, const ShardSettings& settings)
      : plan_(plan), settings_(settings), cells_(plan), threads_(threads_for(settings.threads)) {
    std::tie(from_, to_) = cells_of_shard(settings.shard, cells_.header());
    run_.facts = facts_at_start(plan, settings.command_line);
    run_.cells = to_ - from_;
    run_.path = settings.path;
  }

  /// Nothing is kept but the outcomes.
  AttributionRun in_memory() {
    CoalitionValues values;
    std::mutex guard;
    AttributionCrew crew(plan_, cells_, settings_, run_, [&](CellValues&& found) {
      const std::lock_guard lock(guard);
      cells_.collect(found, values);
    });
    crew.work(pieces_of(cover({}, {}, from_, to_), cells_, threads_), threads_);
    crew.rethrow();
    note_end();
    if (!run_.stopped) run_.found = share_out(values);
    return std::move(run_);
  }

  AttributionRun with_checkpoints() {
    const bool sharded = settings_.shard.count > 0;
    const Parts parts(settings_.path);
    if (!sharded && !settings_.force && take_up(parts)) return std::move(run_);
    check_destination(settings_.path, settings_.force || sharded);
    if (sharded) run_.path = parts.shard_path(settings_.shard);
    parts.prepare(cells_.header(), settings_.shard.count, run_.facts, settings_.force);
    if (sharded && shard_is_there(cells_.header(), settings_.shard, run_.path)) {
      run_.found_cells = run_.cells;
      return std::move(run_);
    }
    {
      AtWork sign(parts, settings_.shard);
      while (!run_.stopped && !step(parts, sign)) continue;
    }
    if (run_.stopped) return std::move(run_);
    if (sharded || parts.planned_shards().value_or(0) > 0)
      parts.remove_checkpoints(from_, to_);
    else
      parts.remove_all();
    return std::move(run_);
  }

 private:
  /// Whether an earlier attempt was killed after it had written the result and before it had tidied up: that is done
  /// now.
  bool take_up(const Parts& parts) {
    std::error_code ignored;
    if (!std::filesystem::exists(settings_.path, ignored) || !std::filesystem::exists(parts.folder(), ignored))
      return false;
    const ResultReader result(settings_.path);
    const ResultHeader &there = result.header(), &here = plan_.header;
    std::optional<Attribution> found = read_attribution(result);
    const bool same = found && there.scenario_hash == here.scenario_hash && there.seed == here.seed &&
                      there.replications == here.replications && there.detail == here.detail;
    if (!same) return false;
    if (parts.planned_shards().value_or(0) == 0) parts.remove_all();
    run_.found = std::move(*found);
    run_.found_cells = run_.cells;
    return true;
  }

  /// Runs what is missing, or puts together what is there; true when that is done.
  bool step(const Parts& parts, AtWork& sign) {
    const CellCover there = parts.covered(cells_.header(), from_, to_, true);
    const std::uint64_t missing = there.missing_cells();
    if (run_.done == 0) run_.found_cells = run_.cells - missing;
    if (missing == 0) {
      note_end();
      return put_together(there);
    }
    Checkpoints checkpoints(parts, cells_.header(), settings_.checkpoint_seconds);
    AttributionCrew crew(plan_, cells_, settings_, run_, [&](CellValues&& found) {
      checkpoints.add(std::move(found));
      sign.sign();
    });
    const auto flush = [&] {
      try {
        checkpoints.flush();
      } catch (...) {
        crew.fail();
      }
    };
    // A scheduler may leave only seconds between its signal and the kill: what is finished is kept at once.
    const std::stop_callback keep(settings_.stop, flush);
    crew.work(pieces_of(there, cells_, threads_), threads_);
    flush();
    crew.rethrow();
    run_.stopped = settings_.stop.stop_requested();
    return false;
  }

  /// False where a checkpoint turned out to be damaged.
  bool put_together(const CellCover& there) {
    try {
      if (settings_.shard.count > 0)
        write_shard(cells_.header(), there, settings_.shard, run_.path, run_.facts);
      else
        write_result(there);
      return true;
    } catch (const DamagedCells& damaged) {
      Parts::put_aside(damaged.path);
      return false;
    }
  }

  void write_result(const CellCover& there) {
    CoalitionValues values;
    ResultWriter writer(settings_.path, plan_.header, true);
    for_each_cell(there, [&](const CellValues& found) {
      const AttributionCell& cell = cells_[found.cell];
      cells_.collect(found, values);
      if (const auto alternative = cells_.alternative_of(cell.on))
        writer.write(unflatten(found, *alternative, cell.replication));
    });
    run_.found = share_out(values);
    writer.put_attribution(run_.found);
    writer.finish(run_.facts);
  }

  Attribution share_out(const CoalitionValues& values) const {
    return attribute(plan_.header.attribution, plan_.coalitions, values, plan_.header.replications);
  }

  void note_end() {
    run_.stopped = settings_.stop.stop_requested() && run_.found_cells + run_.done < run_.cells;
    run_.facts.threads = threads_;
    run_.facts.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
  }

  const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  const AttributionPlan& plan_;
  const ShardSettings& settings_;
  AttributionCells cells_;
  unsigned threads_;
  std::uint64_t from_ = 0, to_ = 0;
  AttributionRun run_;
};

}  // namespace

AttributionRun run_attribution(const AttributionPlan& plan, const ShardSettings& settings) {
  AttributionAttempt attempt(plan, settings);
  return settings.path.empty() ? attempt.in_memory() : attempt.with_checkpoints();
}

}  // namespace restock
