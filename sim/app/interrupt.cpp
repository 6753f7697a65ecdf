// Signals. A handler may only set a flag, so a small thread turns the flag into a stop request.
#include "app/interrupt.hpp"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <thread>

namespace restock {

namespace {

std::array<int, 2> wake_pipe{-1, -1};
volatile sig_atomic_t asked = 0;  ///< the signal
volatile sig_atomic_t keeps = 0;  ///< whether what is finished can be taken up again

/// Who asks again after so long does not want to wait. What comes sooner is the same request: timeout(1) and batch
/// systems send their signal to the process and to its group.
constexpr std::int64_t same_request_ms = 500;
std::atomic<std::int64_t> asked_at_ms{0};
static_assert(std::atomic<std::int64_t>::is_always_lock_free, "a handler may use nothing else");

extern "C" void on_signal(int signal) {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  const std::int64_t now_ms = std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
  if (asked != 0) {
    if (now_ms - asked_at_ms >= same_request_ms) _exit(keeps != 0 && asked != SIGINT ? 75 : 130);
    return;
  }
  asked_at_ms = now_ms;
  asked = signal;
  const char byte = 1;
  [[maybe_unused]] const ssize_t written = write(wake_pipe[1], &byte, 1);
}

}  // namespace

void let_large_writes_fail() { signal(SIGXFSZ, SIG_IGN); }

int interrupt_signal() { return asked; }

std::stop_token install_interrupts(bool resumable) {
  static std::stop_source source;
  keeps = resumable ? 1 : 0;
  if (wake_pipe[0] >= 0 || pipe(wake_pipe.data()) != 0) return source.get_token();
  std::thread([] {
    char byte = 0;
    // The signal may be handled on this very thread, and then cuts the read short: the byte is there all the same.
    while (read(wake_pipe[0], &byte, 1) < 0 && errno == EINTR) {
    }
    source.request_stop();
  }).detach();
  struct sigaction action;
  std::memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  if (resumable) sigaction(SIGUSR1, &action, nullptr);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, nullptr);
  let_large_writes_fail();
  return source.get_token();
}

}  // namespace restock
