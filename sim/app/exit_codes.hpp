// What the exit codes of the command mean, for its help and its manual page.
#pragma once

#include <span>
#include <string_view>

namespace restock {

struct ExitMeaning {
  int code;
  std::string_view text;
};

std::span<const ExitMeaning> exit_meanings();

}  // namespace restock
