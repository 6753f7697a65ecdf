// A program that has been read and can be asked for orders. It is Lua 5.4 in a sandbox: no files, no clock, no
// modules, no coroutines, bounded time and memory; and nothing in it depends on the processor or on addresses.
//
// A script may remember things: in `memory`, a table for each stock point, and in variables of its own. That is why it
// is read anew for each replication, and why one must not serve two threads.
#pragma once

#include "policy/view.hpp"
#include "random/draws.hpp"
#include "script/program.hpp"

#include <cstdint>
#include <memory>

namespace restock {

class Script {
 public:
  static constexpr int most_instructions = 1'000'000;                ///< of one call
  static constexpr std::size_t most_memory = std::size_t{1} << 24U;  ///< bytes, of everything it holds

  /// Throws ScriptFailed when the program cannot be read.
  explicit Script(const ScriptProgram& program);
  ~Script();
  Script(Script&&) noexcept;
  Script& operator=(Script&&) noexcept;
  Script(const Script&) = delete;
  Script& operator=(const Script&) = delete;

  /// Units to order, at least 0. `point` says whose memory is meant, `review` counts its reviews from 0; `draws` are
  /// what uniform() takes from. Throws ScriptFailed.
  Quantity order(const PlannerView& view, std::uint32_t point, std::uint64_t review, Draws& draws);

 private:
  struct Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace restock
