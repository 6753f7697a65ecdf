// Ctrl-C and its relatives: the first asks the run to stop, the second ends the program.
#pragma once

#include <stop_token>

namespace restock {

/// Handles SIGINT and SIGTERM, and ignores the signals that would kill a write (SIGPIPE, SIGXFSZ): those writes fail
/// with an error instead.
/// `resumable`: SIGUSR1, which schedulers send before the end of a job's time, asks too.
std::stop_token install_interrupts(bool resumable = false);

/// The signal that asked to stop; 0: none yet.
int interrupt_signal();

/// A write beyond the limit of a file's size fails like one to a full disk, instead of ending the program.
void let_large_writes_fail();

}  // namespace restock
