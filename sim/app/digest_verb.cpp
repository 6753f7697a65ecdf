// restock digest: one line per result.
#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "output/digest.hpp"

namespace restock {

int digest_verb(const Command& command) {
  std::string text;
  for (const std::string& path : command.inputs) text += digest(path) + "  " + path + "\n";
  write_text(text, "", false);
  return exit_done;
}

}  // namespace restock
