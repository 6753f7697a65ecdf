#include "campaign/merge.hpp"

#include "campaign/attribution_cells.hpp"
#include "campaign/cell_source.hpp"
#include "campaign/here_and_now.hpp"
#include "campaign/parts.hpp"
#include "campaign/shard.hpp"
#include "output/destination.hpp"
#include "output/sweep_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>

namespace restock {

namespace {

/// What the first shard says; the others have to agree.
struct Common {
  SweepHeader header;
  RunFacts run;
  CellsMark mark;
  std::string path;
};

[[noreturn]] void refuse_mix(const Common& common, const CellFile& other) {
  const SweepHeader header = other.header();
  std::string why = "their scenarios or programs differ";
  if (header.run.scenario != common.header.run.scenario)
    why = fmt::format("of `{}` and of `{}`", common.header.run.scenario, header.run.scenario);
  else if (header.run.seed != common.header.run.seed)
    why = fmt::format("seeds {} and {}", common.header.run.seed, header.run.seed);
  else if (header.run.scenario_hash != common.header.run.scenario_hash)
    why = "of different states of the scenario";
  throw ResultError("mismatch", other.path(), fmt::format("belongs to another sweep than {}: {}", common.path, why),
                    "merge the shards of one sweep, all made from the same scenario");
}

/// Two files that hold the same cell.
void refuse_overlaps(std::vector<CellRun> runs, const std::vector<std::string>& files) {
  std::sort(runs.begin(), runs.end(), [](const CellRun& a, const CellRun& b) { return a.from < b.from; });
  for (std::size_t i = 1; i < runs.size(); ++i)
    if (runs[i].from < runs[i - 1].to)
      throw ResultError("overlap", files[runs[i].file],
                        fmt::format("holds cell {}, which {} holds too", runs[i].from, files[runs[i - 1].file]),
                        "name each shard once");
}

[[noreturn]] void refuse_gaps(const Common& common, const CellCover& found, const std::set<std::int64_t>& shards,
                              const std::string& output) {
  std::string what = fmt::format("cells {} to {}{} are", found.missing.front().first, found.missing.front().second - 1,
                                 found.missing.size() > 1 ? " and others" : "");
  if (common.mark.shards > 0) {
    std::vector<std::size_t> absent;
    for (std::int64_t k = 0; k < common.mark.shards; ++k)
      if (shards.count(k) == 0) absent.push_back(static_cast<std::size_t>(k));
    what = fmt::format("shard{} {} of {} {}", absent.size() == 1 ? "" : "s", ranges_text(absent), common.mark.shards,
                       absent.size() == 1 ? "is" : "are");
  }
  throw ResultError("gap", output, "cannot be written: " + what + " missing",
                    "run what is missing, then merge again; restock sweep status says what there is");
}

/// What the files say of themselves: all of one sweep and one cut.
struct ShardSet {
  std::optional<Common> common;
  std::vector<CellRun> runs;
  std::set<std::int64_t> shards;
  std::size_t bins = 0;
  CellSources sources;  ///< without runs
};

/// The first decides which sweep it is.
Common begin_with(const CellFile& file) {
  Common common{file.header(), file.run(), file.mark(), file.path()};
  if (common.header.design == attribution_design)
    throw ResultError("other_kind", file.path(), "holds cells of an attribution, not of a sweep",
                      "once all its shards are there: restock attribute SCENARIO -o OUT.h5, as for a shard but "
                      "without --shard");
  return common;
}

void gather(const CellFile& file, ShardSet& all) {
  if (!all.common) all.common = begin_with(file);
  Common& common = *all.common;
  if (file.plan() != common.header.plan) refuse_mix(common, file);
  if (file.mark().shards > 0 && common.mark.shards <= 0) common.mark = file.mark();
  if (file.mark().shards > 0 && file.mark().shards != common.mark.shards)
    throw ResultError(
        "mismatch", file.path(),
        fmt::format("is one of {} shards, {} one of {}", file.mark().shards, common.path, common.mark.shards),
        "merge shards of one cut");
  if (file.mark().shard >= 0) all.shards.insert(file.mark().shard);
  add_runs(file.cells(), all.sources.files.size(), all.runs);
  all.bins = std::max(all.bins, file.bins());
  all.sources.files.push_back(file.path());
  all.sources.contents.push_back(file.content());
  all.sources.rows.push_back(file.cells().size());
}

/// Everything that is one value per cell, by pointing or by copying. True where tables were copied as they are
/// compressed.
bool put_cells(SweepWriter& result, const CellCover& found, const CellSources& sources) {
  const bool takes_chunks = result.leave_out_tables(sources);
  for_each_cell(
      found, [&](const CellValues& values) { result.add(values); }, takes_chunks ? Tables::left_out : Tables::read);
  if (takes_chunks) result.copy_tables(sources);
  return takes_chunks;
}

}  // namespace

MergeOutcome merge_shards(const std::vector<std::string>& paths, const std::string& output, Joining joining, bool force,
                          const std::string& command_line) {
  const auto began = std::chrono::steady_clock::now();
  check_destination(output, force);
  ShardSet all;
  for (const std::string& path : paths) gather(CellFile(path), all);
  refuse_overlaps(all.runs, paths);
  const Common& common = *all.common;
  const CellCover found = cover(paths, std::move(all.runs), 0, common.header.cells());
  if (!found.missing.empty()) refuse_gaps(common, found, all.shards, output);
  all.sources.runs = found.runs;

  RunFacts run = common.run;
  run.host = host_name();
  run.started_at = utc_now();
  run.command_line = command_line;
  CellSources seen = all.sources;
  for (std::string& file : seen.files) file = name_seen_from(output, file);
  SweepWriter result(output, common.header, all.bins, joining == Joining::by_pointing ? &seen : nullptr);
  const bool took_chunks = put_cells(result, found, all.sources);
  run.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  result.finish(run);
  return {paths.size(), common.header.cells(), took_chunks};
}

}  // namespace restock
