// The three standard streams, as whoever starts the program left them: perhaps closed, perhaps full. Used by main.
#pragma once

namespace restock {

/// Holds the places of streams that are closed, so that no file is opened in them and messages written into it. What
/// is written to one fails, what is read from it ends at once. Call it before anything is opened.
void hold_standard_streams();

/// The exit code when all is said: what was to go to stdout and did not get there is a failure.
int flush_output(int code);

}  // namespace restock
