// restock merge: the shards of a sweep, joined.
#include "campaign/merge.hpp"

#include "app/messages.hpp"
#include "app/verbs.hpp"

namespace restock {

int merge_verb(const Command& command) {
  const Joining joining = command.virtual_join ? Joining::by_pointing : Joining::by_copying;
  const MergeOutcome outcome = merge_shards(command.inputs, command.output, joining, command.force, command.line);
  if (command.quiet) return exit_done;
  inform("{} cells of {} file{} joined{}; result in {}\n", outcome.cells, outcome.shards,
         outcome.shards == 1 ? "" : "s", outcome.took_chunks ? ", tables as they are compressed" : "", command.output);
  if (command.virtual_join)
    inform("its values stay in the shards: keep them where they are, as seen from the result\n");
  return exit_done;
}

}  // namespace restock
