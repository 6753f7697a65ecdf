// How far a sweep or an attribution is, in lines. Used by sweep_status_verb.cpp and watch.cpp.
#pragma once

#include "campaign/sweep_status.hpp"

#include <string>

namespace restock {

/// Whether it is cut into shards.
bool is_cut(const SweepStatus& status);

/// A line for each state that something is in, with the shards that are; with `remarks` who is at work on them and what
/// is damaged.
std::string state_lines(const SweepStatus& status, bool remarks);

/// What has to be done that it ends with its result `output`; nothing while somebody is at work on the rest of it.
std::string next_step(const SweepStatus& status, const std::string& output);

}  // namespace restock
