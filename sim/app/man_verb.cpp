// restock man and restock completion: what packages install beside the program.
#include "app/completion.hpp"
#include "app/manual.hpp"
#include "app/messages.hpp"
#include "app/verbs.hpp"

namespace restock {

int man_verb(const Command&) {
  write_text(manual_page(), "", false);
  return exit_done;
}

int completion_verb(const Command& command) {
  write_text(command.topic == "zsh"    ? zsh_completion()
             : command.topic == "fish" ? fish_completion()
                                       : bash_completion(),
             "", false);
  return exit_done;
}

}  // namespace restock
