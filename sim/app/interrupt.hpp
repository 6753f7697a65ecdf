// Ctrl-C and its relatives: the first asks the run to stop, the second ends the program.
#pragma once

#include <stop_token>

namespace restock {

/// Handles SIGINT and SIGTERM, and ignores the signals that would kill a write (SIGPIPE, SIGXFSZ): those writes fail
/// with an error instead.
std::stop_token install_interrupts();

/// A write beyond the limit of a file's size fails like one to a full disk, instead of ending the program.
void let_large_writes_fail();

}  // namespace restock
