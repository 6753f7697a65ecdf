// restock init: a scenario to begin with.
#include "app/messages.hpp"
#include "app/templates.hpp"
#include "app/verbs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock {

int init_verb(const Command& command) {
  const auto all = templates();
  const auto chosen = std::find_if(all.begin(), all.end(), [&](const Template& t) { return t.name == command.topic; });
  if (chosen == all.end()) return exit_internal;  // the command line knows the names
  write_text(std::string(chosen->text), command.output, command.force);
  if (!command.output.empty()) inform("{}: now restock run {}\n", command.output, command.output);
  return exit_done;
}

}  // namespace restock
