#include "campaign/parts.hpp"

#include "campaign/here_and_now.hpp"
#include "output/cell_chunks.hpp"

#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace restock {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view checkpoint_prefix = "cells-", shard_prefix = "shard-";
constexpr double believed_seconds = 600.0;

std::string name_of_worker(const Shard& shard) {
  return shard.count == 0 ? "working-all-" : fmt::format("working-{}-of-{}-", shard.number, shard.count);
}

/// The number behind a prefix of a name, which then begins after it.
std::optional<std::uint64_t> take_number(std::string_view& name, std::string_view prefix) {
  if (!name.starts_with(prefix)) return std::nullopt;
  name.remove_prefix(prefix.size());
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value);
  if (error != std::errc{}) return std::nullopt;
  name.remove_prefix(static_cast<std::size_t>(end - name.data()));
  return value;
}

/// The cells [first, second) that a checkpoint is named for.
std::optional<std::pair<std::uint64_t, std::uint64_t>> range_of_checkpoint(std::string_view name) {
  if (!name.ends_with(".h5")) return std::nullopt;
  const auto first = take_number(name, checkpoint_prefix), last = take_number(name, "-");
  if (!first || !last) return std::nullopt;
  return std::pair(*first, *last + 1);
}

/// Those that a file is named for, so that files of others need not be opened.
std::optional<std::pair<std::uint64_t, std::uint64_t>> range_in_name(std::string_view name, const SweepHeader& header) {
  if (name.starts_with(checkpoint_prefix)) return range_of_checkpoint(name);
  if (!name.ends_with(".h5")) return std::nullopt;
  const auto number = take_number(name, shard_prefix), count = take_number(name, "-of-");
  if (!number || !count || *number >= *count) return std::nullopt;
  return cells_of_shard({static_cast<std::size_t>(*number), static_cast<std::size_t>(*count)}, header);
}

void remove_quietly(const std::string& path) {
  std::error_code ignored;
  fs::remove(path, ignored);
}

/// When a process of this machine started, in clock ticks since the machine did; 0: there is none, or it is a zombie.
/// Together with its number that tells it from a later process, and from one of another container.
std::uint64_t start_of(long process) {
  std::ifstream in(fmt::format("/proc/{}/stat", process));
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::size_t name_end = text.rfind(')');  // the name may itself hold anything
  if (name_end == std::string::npos) return 0;
  std::istringstream rest(text.substr(name_end + 1));
  std::string word;
  for (int field = 3; field <= 22 && rest >> word; ++field)
    if (field == 3 && word == "Z") return 0;
  std::uint64_t start = 0;
  std::from_chars(word.data(), word.data() + word.size(), start);
  return start;
}

[[noreturn]] void refuse_plan(const Parts& parts, const SweepHeader& here, const SweepHeader& there) {
  std::string what = "the scenario, its tables or the program have changed";
  if (here.run.scenario != there.run.scenario)
    what = fmt::format("it is of `{}`, this is `{}`", there.run.scenario, here.run.scenario);
  else if (here.run.seed != there.run.seed)
    what = fmt::format("its seed is {}, this is {}", there.run.seed, here.run.seed);
  else if (here.run.replications != there.run.replications)
    what = fmt::format("it has {} replications, this {}", there.run.replications, here.run.replications);
  else if (here.points != there.points)
    what = fmt::format("it has {} design points, this {}", there.points, here.points);
  else if (here.run.detail != there.run.detail)
    what = fmt::format("its detail is {}, this is {}", to_text(there.run.detail), to_text(here.run.detail));
  else if (here.run.program_version != there.run.program_version)
    what = fmt::format("it was begun by restock {}, this is {}", there.run.program_version, here.run.program_version);
  throw ResultError("other_sweep", parts.folder(), "holds the work of another sweep: " + what,
                    "choose another -o; to begin anew remove the folder, or add --force to a sweep without --shard");
}

/// Whether an uncut sweep with another plan came to nothing here before a cell of it was kept: its script failed, say,
/// and was mended.
bool is_abandoned(const Parts& parts, const SweepHeader& header) {
  std::error_code error;
  const auto files = std::distance(fs::directory_iterator(parts.folder(), error), fs::directory_iterator());
  if (error || files != 1 || !fs::exists(parts.plan_path(), error)) return false;
  const CellFile plan(parts.plan_path());
  return plan.mark().shards == 0 && plan.plan() != header.plan;
}

}  // namespace

std::pair<std::uint64_t, std::uint64_t> cells_of_shard(const Shard& shard, const SweepHeader& header) {
  constexpr std::uint64_t fewest_chunks = 4;
  const std::uint64_t cells = header.cells(), chunk = has_tables(header) ? chunk_of_cells(header).cells() : 1;
  if (shard.count == 0 || chunk < 2 || cells / shard.count < fewest_chunks * chunk) return shard.slice(cells);
  const auto [from, to] = shard.slice((cells + chunk - 1) / chunk);
  return {from * chunk, std::min(to * chunk, cells)};
}

std::string Parts::shard_path(const Shard& shard) const {
  return fmt::format("{}/{}{:05}-of-{:05}.h5", folder_, shard_prefix, shard.number, shard.count);
}

std::string Parts::checkpoint_path(std::uint64_t first_cell, std::uint64_t last_cell) const {
  static std::atomic<unsigned> number = 0;
  return fmt::format("{}/{}{:010}-{:010}-{}-{}-{}.h5", folder_, checkpoint_prefix, first_cell, last_cell, getpid(),
                     number++, host_name());
}

std::vector<std::string> Parts::files(const std::string& prefix) const {
  std::vector<std::string> found;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(prefix)) found.push_back(entry.path().string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

void Parts::prepare(const SweepHeader& header, std::size_t shards, const RunFacts& run, bool fresh) const {
  if (fresh || (shards == 0 && is_abandoned(*this, header))) remove_all();
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) throw ResultError("io_error", folder_, "cannot be made: " + error.message());
  if (!fs::exists(plan_path(), error)) {
    const CellsMark mark{-1, static_cast<std::int64_t>(shards)};
    CellFileWriter(plan_path(), header, mark, 0, 0).finish(run);
  }
  const CellFile plan(plan_path());
  if (plan.plan() != header.plan) refuse_plan(*this, header, plan.header());
  if (shards > 0 && plan.mark().shards != static_cast<std::int64_t>(shards))
    throw ResultError("other_sweep", folder_,
                      plan.mark().shards == 0 ? "holds work on this sweep that is not cut into shards"
                                              : fmt::format("holds work on this sweep cut into {} shards, not {}",
                                                            plan.mark().shards, shards),
                      "keep to that number, choose another -o, or remove the folder to begin anew");
}

std::optional<std::size_t> Parts::planned_shards() const {
  std::error_code ignored;
  if (!fs::exists(plan_path(), ignored)) return std::nullopt;
  return static_cast<std::size_t>(std::max<std::int64_t>(0, CellFile(plan_path()).mark().shards));
}

CellCover Parts::covered(const SweepHeader& header, std::uint64_t from, std::uint64_t to, bool tidy) const {
  std::vector<std::string> used;
  std::vector<CellRun> runs;
  std::size_t bins = 0;
  for (const std::string_view prefix : {shard_prefix, checkpoint_prefix}) {
    for (const std::string& path : files(std::string(prefix))) {
      const auto range = range_in_name(fs::path(path).filename().string(), header);
      if (!range || range->first >= to || range->second <= from) continue;
      try {
        const CellFile file(path);
        if (file.plan() != header.plan) continue;
        add_runs(file.cells(), used.size(), runs);
        used.push_back(path);
        bins = std::max(bins, file.bins());
      } catch (const ResultError& problem) {
        if (tidy && problem.code != "not_found") put_aside(path);  // not found: somebody has finished and tidied up
      }
    }
  }
  CellCover result = cover(std::move(used), std::move(runs), from, to);
  result.bins = bins;
  return result;
}

void Parts::put_aside(const std::string& path) {
  std::error_code error, gone;
  fs::rename(path, path + ".damaged", error);
  if (error && fs::exists(path, gone))
    throw ResultError("damaged", path, "cannot be read, nor be put aside: " + error.message(), "remove it");
}

void Parts::remove_checkpoints(std::uint64_t from, std::uint64_t to) const {
  for (const std::string& path : files(std::string(checkpoint_prefix))) {
    const auto range = range_of_checkpoint(fs::path(path).filename().string());
    if (range && range->first >= from && range->second <= to) remove_quietly(path);
  }
}

void Parts::remove_all() const {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

AtWork::AtWork(const Parts& parts, const Shard& shard)
    : path_(fmt::format("{}/{}{}-{}-{}", parts.folder(), name_of_worker(shard), getpid(), start_of(getpid()),
                        host_name())),
      signed_(std::chrono::steady_clock::now()) {
  std::ofstream(path_) << utc_now() << "\n";
}

AtWork::~AtWork() { remove_quietly(path_); }

void AtWork::sign() {
  const auto now = std::chrono::steady_clock::now();
  const std::lock_guard lock(guard_);
  if (now - signed_ < std::chrono::seconds(5)) return;
  signed_ = now;
  std::error_code ignored;
  fs::last_write_time(path_, fs::file_time_type::clock::now(), ignored);
}

std::vector<Worker> workers_on(const Parts& parts, const Shard& shard) {
  std::vector<Worker> workers;
  const std::string prefix = name_of_worker(shard);
  for (const std::string& path : parts.files(prefix)) {
    const std::string file = fs::path(path).filename().string();
    std::string_view name = file;
    const auto process = take_number(name, prefix), start = take_number(name, "-");
    if (!process || !start || name.empty()) continue;
    Worker worker;
    worker.process = static_cast<long>(*process);
    worker.host = name.substr(1);
    std::error_code error;
    const auto seen = fs::last_write_time(path, error);
    if (error) continue;
    worker.silent_seconds = std::chrono::duration<double>(fs::file_time_type::clock::now() - seen).count();
    worker.alive = worker.host == host_name() ? *start > 0 && start_of(worker.process) == *start
                                              : worker.silent_seconds < believed_seconds;
    workers.push_back(std::move(worker));
  }
  return workers;
}

}  // namespace restock
