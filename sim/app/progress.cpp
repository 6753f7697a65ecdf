// The progress bar.
#include "app/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace restock {

Progress::Progress(std::string what, bool quiet)
    : what_(std::move(what)), quiet_(quiet), terminal_(isatty(STDERR_FILENO) != 0) {
  const char* term = std::getenv("TERM");
  if (term != nullptr && std::string_view(term) == "dumb") terminal_ = false;
}

void Progress::show(std::size_t done, std::size_t total) {
  if (quiet_) return;
  const Clock::time_point now = Clock::now();
  const double spent = std::chrono::duration<double>(now - began_).count();
  if (terminal_) {
    if (done < total && now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    constexpr std::size_t width = 30;
    const std::size_t filled = done * width / total;
    const double left = spent / static_cast<double>(done) * static_cast<double>(total - done);
    fmt::print(stderr, "\r\x1b[K{} [{:#<{}}{:-<{}}] {}/{}  {:.0f} s left", what_, "", filled, "", width - filled, done,
               total, left);
    std::fflush(stderr);
    drawn_ = true;
    return;
  }
  // Off a terminal: every tenth, but nothing for runs that are over at once.
  const std::size_t tenth = done * 10 / total;
  if (tenth > tenth_ && spent > 5.0)
    fmt::print(stderr, "{}: {} of {} replications, {:.0f} s\n", what_, done, total, spent);
  tenth_ = tenth;
}

void Progress::erase() {
  if (!drawn_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace restock
