// How far a sweep is, watched until it is done. Used by show_verb.cpp.
#pragma once

#include <string>

namespace restock {

/// Whether there is work on the sweep whose result is to be `output`, and no result yet.
bool is_under_way(const std::string& output);

/// Draws how far the sweep is. With `until_done` on a terminal again and again, in place, until all of it is there;
/// else once. Throws ResultError.
void watch_sweep(const std::string& output, bool until_done);

}  // namespace restock
