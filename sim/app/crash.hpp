// The library that reads results crashes on some files: damage is found before (output/seal.hpp), but a file may be
// made by somebody who wishes it so. Then there is a message and an exit code all the same. Used by main.
#pragma once

namespace restock {

/// From now on a crash after a result has been opened ends the program with 4, and says which one was opened last.
void report_crashes();

}  // namespace restock
