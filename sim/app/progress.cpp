// The progress bar.
#include "app/progress.hpp"

#include "app/messages.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace restock {

Progress::Progress(bool quiet, std::size_t parts)
    : quiet_(quiet), terminal_(isatty(STDERR_FILENO) != 0), parts_(parts) {
  const char* term = std::getenv("TERM");
  if (term != nullptr && std::string_view(term) == "dumb") terminal_ = false;
}

void Progress::begin(const std::string& what) {
  ++part_;
  what_ = parts_ > 1 ? fmt::format("{} of {}: {}", part_, parts_, what) : what;
}

void Progress::show(std::size_t done, std::size_t total) {
  if (quiet_) return;
  const Clock::time_point now = Clock::now();
  const double spent = std::chrono::duration<double>(now - began_).count();
  const double share = (static_cast<double>(part_ - 1) + static_cast<double>(done) / static_cast<double>(total)) /
                       static_cast<double>(parts_);
  if (terminal_) {
    if (done < total && now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    constexpr std::size_t width = 30;
    const auto filled = std::min(width, static_cast<std::size_t>(share * static_cast<double>(width)));
    inform("\r\x1b[K{} [{:#<{}}{:-<{}}] {}/{}  {:.0f} s left", what_, "", filled, "", width - filled, done, total,
           spent / share * (1.0 - share));
    std::fflush(stderr);
    drawn_ = true;
    return;
  }
  // Off a terminal: every tenth, but nothing for runs that are over at once.
  const auto tenth = static_cast<std::size_t>(share * 10.0);
  if (tenth > tenth_ && spent > 5.0) inform("{}: {} of {} replications, {:.0f} s\n", what_, done, total, spent);
  tenth_ = tenth;
}

void Progress::erase() {
  if (!drawn_) return;
  inform("\r\x1b[K");
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace restock
