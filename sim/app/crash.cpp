#include "app/crash.hpp"

#include "app/command.hpp"
#include "output/seal.hpp"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cstring>

namespace restock {

namespace {

void say(const char* text) { [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text, std::strlen(text)); }

/// Does nothing but write and leave: whatever else there is may be broken. Without a result the fault takes its course.
extern "C" void on_crash(int signal) {
  const char* path = last_opened();
  if (path[0] == '\0') {
    ::raise(signal);
    return;
  }
  say("restock: error: ");
  say(path);
  say(": is damaged, or was made to be: reading it ended in a crash\n"
      "help: if restock digest reads it, this is a fault of restock: please report it with the file\n");
  ::_exit(exit_io);
}

}  // namespace

void report_crashes() {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // whose reports say more
  static std::array<char, 65'536> stack{};                           // the usual one may be what ran out
  stack_t other{};
  other.ss_sp = stack.data();
  other.ss_size = stack.size();
  ::sigaltstack(&other, nullptr);
  struct sigaction action {};
  action.sa_handler = on_crash;
  action.sa_flags = static_cast<int>(SA_ONSTACK | SA_RESETHAND);
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGABRT}) ::sigaction(signal, &action, nullptr);
#endif
}

}  // namespace restock
