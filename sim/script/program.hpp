// A planner's own rule as it was written: the text of a Lua file and the numbers that it is given. Part of the
// blueprint.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace restock {

struct ScriptProgram {
  std::string file;  ///< as named in messages
  std::string text;
  std::vector<std::pair<std::string, double>> with;  ///< its parameters, by name
};

/// What is wrong with a program, and in which line of it (0: no line of it).
struct ScriptProblem {
  int line = 0;
  std::string message;
};

/// A script that failed while the model ran: the user's mistake, not ours.
struct ScriptFailed : std::runtime_error {
  explicit ScriptFailed(ScriptProblem found) : std::runtime_error(found.message), problem(std::move(found)) {}
  ScriptProblem problem;
};

/// Reads a program and asks it once, with `stock` units on record and nothing else; none: nothing is wrong with it.
std::optional<ScriptProblem> check_script(const ScriptProgram& program, long long stock);

}  // namespace restock
