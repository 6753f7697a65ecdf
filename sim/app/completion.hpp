// Completion of the command line for shells, from the command tree: scripts that need nothing but their shell. Used by
// completion_verb.cpp.
#pragma once

#include <string>

namespace restock {

std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

}  // namespace restock
