// The folder beside a sweep's result in which its work is kept until it is done: the plan, checkpoints, shards, and who
// is at work. Several processes share it; files appear whole or not at all. Used by this room and, for status, by app/.
#pragma once

#include "campaign/cell_source.hpp"
#include "campaign/shard.hpp"
#include "output/sweep_header.hpp"

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace restock {

/// The cells [first, second) of a shard of a sweep. They begin and end where chunks of tables do, so that merging can
/// copy those, unless shards would differ by more than a quarter for that.
std::pair<std::uint64_t, std::uint64_t> cells_of_shard(const Shard& shard, const SweepHeader& header);

class Parts {
 public:
  /// Of the result `output`: the folder `output`.parts.
  explicit Parts(std::string output) : output_(std::move(output)), folder_(output_ + ".parts") {}

  const std::string& output() const { return output_; }
  const std::string& folder() const { return folder_; }
  std::string plan_path() const { return folder_ + "/plan.h5"; }
  std::string shard_path(const Shard& shard) const;
  /// A name for a new checkpoint that nobody else takes.
  std::string checkpoint_path(std::uint64_t first_cell, std::uint64_t last_cell) const;

  /// Makes the folder and writes the plan, or checks that the one that is there is the same; `fresh` clears the folder
  /// first, and so does an uncut sweep where another came to nothing. Throws ResultError.
  void prepare(const SweepHeader& header, std::size_t shards, const RunFacts& run, bool fresh) const;
  /// Into how many shards the plan that is there cuts the sweep; nullopt without a plan.
  std::optional<std::size_t> planned_shards() const;

  /// What the files in the folder hold of a range of cells of a plan. Damaged ones count for nothing, and are put aside
  /// as NAME.damaged when somebody tidies.
  CellCover covered(const SweepHeader& header, std::uint64_t from, std::uint64_t to, bool tidy) const;
  /// Gives a damaged file another name, so that its cells are run again. Throws ResultError where it stays, since the
  /// sweep would meet it again and again.
  static void put_aside(const std::string& path);
  /// Removes checkpoints whose cells all lie in the range.
  void remove_checkpoints(std::uint64_t from, std::uint64_t to) const;
  /// Removes the folder and everything in it.
  void remove_all() const;

  std::vector<std::string> files(const std::string& prefix) const;

 private:
  std::string output_, folder_;
};

/// Says that a process is at work on a shard, as long as it lives.
class AtWork {
 public:
  AtWork(const Parts& parts, const Shard& shard);
  ~AtWork();
  AtWork(const AtWork&) = delete;
  AtWork& operator=(const AtWork&) = delete;
  /// Still there. Any thread, as often as one likes.
  void sign();

 private:
  std::string path_;
  std::mutex guard_;
  std::chrono::steady_clock::time_point signed_;
};

/// A process that said it is at work, and how long ago it gave a sign of life.
struct Worker {
  std::string host;
  long process = 0;
  double silent_seconds = 0.0;
  /// Dead when it was on this host and is not there any more; elsewhere believed for ten minutes.
  bool alive = false;
};
std::vector<Worker> workers_on(const Parts& parts, const Shard& shard);

}  // namespace restock
