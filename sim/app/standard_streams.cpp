#include "app/standard_streams.hpp"

#include "app/command.hpp"
#include "app/messages.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace restock {

void hold_standard_streams() {
  // The lowest free number is taken: that of the closed stream. Opened the other way round, so that its use fails.
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF)
      static_cast<void>(::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
}

int flush_output(int code) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
  const int number = errno;
  if (code != exit_done) return code;  // told already
  print_error(false, number == ENOSPC ? "disk_full" : "io_error", "standard output",
              std::string("standard output: cannot be written: ") +
                  (number == ENOSPC ? "the disk is full" : std::strerror(number)),
              "");
  return exit_io;
}

}  // namespace restock
