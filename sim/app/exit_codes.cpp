#include "app/exit_codes.hpp"

#include "app/command.hpp"

namespace restock {

std::span<const ExitMeaning> exit_meanings() {
  static constexpr ExitMeaning meanings[]{
      {exit_done, "done"},
      {exit_internal, "internal error"},
      {exit_usage, "usage"},
      {exit_invalid, "scenario invalid"},
      {exit_io, "input/output"},
      {exit_missed, "a check of `expect` was missed, or run --like gave other bits"},
      {exit_resumable, "stopped by a signal and resumable (sweep)"},
      {exit_interrupted, "interrupted"},
  };
  return meanings;
}

}  // namespace restock
