// Signals. A handler may only set a flag, so a small thread turns the flag into a stop request.
#include "app/interrupt.hpp"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <thread>

namespace restock {

namespace {

std::array<int, 2> wake_pipe{-1, -1};
volatile sig_atomic_t asked = 0;  ///< the signal
volatile sig_atomic_t keeps = 0;  ///< whether what is finished can be taken up again

extern "C" void on_signal(int signal) {
  if (asked != 0) _exit(keeps != 0 && asked != SIGINT ? 75 : 130);
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
