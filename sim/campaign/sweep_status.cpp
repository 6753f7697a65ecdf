#include "campaign/sweep_status.hpp"

#include "campaign/attribution_cells.hpp"
#include "campaign/parts.hpp"
#include "output/reader.hpp"
#include "output/sweep_result.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <optional>

namespace restock {

namespace {

ShardStatus status_of(const Parts& parts, const SweepHeader& header, const Shard& shard) {
  const auto [from, to] = cells_of_shard(shard, header);
  ShardStatus status;
  status.shard = shard;
  status.cells = to - from;
  std::error_code ignored;
  if (shard.count > 0 && std::filesystem::exists(parts.shard_path(shard), ignored)) {
    status.remark = damage_of(parts.shard_path(shard), header.plan, from, to);
    status.state = status.remark.empty() ? ShardState::done : ShardState::damaged;
    if (status.state == ShardState::done) status.kept = status.cells;
    return status;
  }
  status.kept = status.cells - parts.covered(header, from, to, false).missing_cells();
  status.state = status.kept > 0 ? ShardState::stopped : ShardState::missing;
  for (const Worker& worker : workers_on(parts, shard)) {
    if (!worker.alive) continue;
    status.state = ShardState::running;
    status.remark = fmt::format("process {} on {}, last sign of life {:.0f} s ago", worker.process, worker.host,
                                worker.silent_seconds);
  }
  return status;
}

}  // namespace

std::string_view to_text(ShardState state) {
  constexpr std::array<std::string_view, 5> names{"done", "running", "stopped", "missing", "damaged"};
  return names[static_cast<std::size_t>(state)];
}

std::vector<std::size_t> SweepStatus::to_run() const {
  std::vector<std::size_t> numbers;
  for (const ShardStatus& status : shards)
    if (status.state != ShardState::done && status.state != ShardState::running) numbers.push_back(status.shard.number);
  return numbers;
}

SweepStatus sweep_status(const std::string& output) {
  const Parts parts(output);
  SweepStatus status;
  status.folder = parts.folder();
  std::error_code ignored;
  if (std::filesystem::exists(output, ignored) && !is_sweep(output)) {
    status.of_attribution = status.complete = true;  // or of a run: all of it is there in any case
    status.scenario = ResultReader(output).header().scenario;
  } else if (std::filesystem::exists(output, ignored)) {
    const SweepResult result(output);
    status.complete = true;
    status.scenario = result.header().run.scenario;
    status.cells = status.kept = result.header().cells();
  }
  const std::optional<std::size_t> shards = parts.planned_shards();
  if (!shards) {
    if (status.complete) return status;
    throw ResultError("not_found", output, "there is no result and no work on one (" + parts.folder() + ")",
                      "restock sweep SCENARIO -o " + output + " begins it");
  }
  const SweepHeader header = CellFile(parts.plan_path()).header();
  status.scenario = header.run.scenario;
  status.cells = header.cells();
  status.of_attribution = header.design == attribution_design;
  status.kept = 0;
  for (std::size_t k = 0; k < std::max<std::size_t>(*shards, 1); ++k) {
    status.shards.push_back(status_of(parts, header, {k, *shards}));
    status.kept += status.shards.back().kept;
  }
  return status;
}

}  // namespace restock
