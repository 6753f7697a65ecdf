// What the verbs that simulate have in common: how work is done as the command says, and how it ends before its end.
// For the verbs.
#pragma once

#include "app/command.hpp"
#include "app/progress.hpp"
#include "campaign/settings.hpp"

#include <cstdint>
#include <string>

namespace restock {

/// `progress` has to outlive the work.
WorkSettings work_settings(const Command& command, const std::string& path, const std::stop_token& stop,
                           Progress& progress);

/// Tells that a signal stopped work that is kept, with `kept` of its cells; the exit code.
int stopped_resumable(std::uint64_t kept, std::uint64_t cells);

}  // namespace restock
