// The command line as plain data: verbs, options, what their values may be. Read out of the grammar, for the manual
// page and the completion of shells, so that neither is typed twice.
#pragma once

#include <string>
#include <vector>

namespace restock {

/// An option, a flag, or an argument by place.
struct CommandOption {
  std::vector<std::string> names;  ///< `-o`, `--output`; of an argument its one name: SCENARIO
  std::string value;               ///< what stands for its value: FILE; empty: a flag
  std::string help;
  bool by_place = false;
  bool required = false;
  bool repeats = false;
  std::vector<std::string> words;  ///< what its value can be; empty: not from a list
  std::string files;               ///< a glob for the files that it can be; `/`: folders; empty: no file
};

struct CommandVerb {
  std::string name;  ///< with the verb above it: `sweep status`; empty: the command itself
  std::string help;
  std::vector<CommandOption> options;
};

/// The command itself, then all verbs in the order of its help.
std::vector<CommandVerb> command_tree();

}  // namespace restock
