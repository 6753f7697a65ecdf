// Looks at a sweep, draws, and looks again.
#include "app/watch.hpp"

#include "app/status_lines.hpp"
#include "campaign/parts.hpp"
#include "campaign/sweep_status.hpp"
#include "output/error.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <thread>

namespace restock {

namespace {

using Clock = std::chrono::steady_clock;

bool is_drawable() {
  const char* term = std::getenv("TERM");
  return isatty(STDOUT_FILENO) != 0 && !(term != nullptr && std::string_view(term) == "dumb");
}

std::string time_text(double seconds) {
  if (seconds < 120.0) return fmt::format("{:.0f} s", seconds);
  return seconds < 7200.0 ? fmt::format("{:.0f} min", seconds / 60.0) : fmt::format("{:.1f} h", seconds / 3600.0);
}

/// Cells per second since watching began.
class Pace {
 public:
  std::string left(const SweepStatus& status) {
    const Clock::time_point now = Clock::now();
    if (!first_) {
      first_ = status.kept;
      began_ = now;
    }
    const double seconds = std::chrono::duration<double>(now - began_).count();
    const auto done = static_cast<double>(status.kept - std::min(status.kept, *first_));
    if (done <= 0.0 || status.kept >= status.cells) return {};
    return ", " + time_text(static_cast<double>(status.cells - status.kept) / done * seconds) + " left";
  }

 private:
  std::optional<std::uint64_t> first_;
  Clock::time_point began_;
};

bool all_shards_done(const SweepStatus& status) {
  const auto is_done = [](const ShardStatus& each) { return each.state == ShardState::done; };
  return status.complete || (!status.shards.empty() && std::ranges::all_of(status.shards, is_done));
}

/// Whole lines: the bar, then who is where.
std::string picture_of(const SweepStatus& status, const std::string& output, const std::string& left) {
  constexpr std::size_t width = 40;
  const double share = status.cells > 0 ? static_cast<double>(status.kept) / static_cast<double>(status.cells) : 1.0;
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(width));
  std::string text = fmt::format("{}: {} of {} cells\n[{:#<{}}{:-<{}}] {:.0f} %{}\n", status.scenario, status.kept,
                                 status.cells, "", filled, "", width - filled, share * 100.0, left);
  if (is_cut(status)) text += state_lines(status, false);
  if (!status.complete && (!is_cut(status) || all_shards_done(status))) text += next_step(status, output);
  return text;
}

/// Between two looks files come and go, so one that fails is forgiven.
class Looker {
 public:
  explicit Looker(const std::string& output) : output_(output) {}

  std::optional<SweepStatus> look() {
    try {
      SweepStatus status = sweep_status(output_);
      failed_ = 0;
      return status;
    } catch (const ResultError&) {
      if (!seen_ || ++failed_ > 3) throw;
      return std::nullopt;
    }
  }
  void seen() { seen_ = true; }

 private:
  const std::string& output_;
  bool seen_ = false;
  int failed_ = 0;
};

}  // namespace

bool is_under_way(const std::string& output) {
  std::error_code ignored;
  return !std::filesystem::exists(output, ignored) && Parts(output).planned_shards().has_value();
}

void watch_sweep(const std::string& output, bool until_done) {
  const bool draws = until_done && is_drawable();
  Looker looker(output);
  Pace pace;
  std::string drawn;
  for (;;) {
    const Clock::time_point began = Clock::now();
    if (const std::optional<SweepStatus> status = looker.look()) {
      looker.seen();
      if (status->complete && !drawn.empty())
        fmt::print("\x1b[{}A\x1b[J", std::count(drawn.begin(), drawn.end(), '\n'));
      if (status->complete) return;
      const std::string picture = picture_of(*status, output, pace.left(*status));
      if (!drawn.empty()) fmt::print("\x1b[{}A\x1b[J", std::count(drawn.begin(), drawn.end(), '\n'));
      fmt::print("{}", picture);
      std::fflush(stdout);
      drawn = picture;
      if (!draws || all_shards_done(*status)) return;
    }
    // A look reads files of all shards: not more than a tenth of the time goes into looking.
    std::this_thread::sleep_for(std::max<Clock::duration>(std::chrono::seconds(1), 9 * (Clock::now() - began)));
  }
}

}  // namespace restock
