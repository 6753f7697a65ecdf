#include "app/work.hpp"

#include "app/interrupt.hpp"
#include "app/messages.hpp"

#include <signal.h>

namespace restock {

WorkSettings work_settings(const Command& command, const std::string& path, const std::stop_token& stop,
                           Progress& progress) {
  WorkSettings settings;
  settings.threads = command.threads;
  settings.path = path;
  settings.force = command.force;
  settings.command_line = command.line;
  settings.progress = [&progress](std::size_t done, std::size_t total) { progress.show(done, total); };
  settings.stop = stop;
  return settings;
}

int stopped_resumable(std::uint64_t kept, std::uint64_t cells) {
  inform("restock: stopped with {} of {} cells; the same command goes on from here\n", kept, cells);
  return interrupt_signal() == SIGINT ? exit_interrupted : exit_resumable;
}

}  // namespace restock
