// restock show: what `run` printed, from the result it kept, and its time series in small.
#include "analysis/checks.hpp"
#include "analysis/sparklines.hpp"
#include "analysis/summary.hpp"

#include "app/messages.hpp"
#include "app/verbs.hpp"

namespace restock {

int show_verb(const Command& command) {
  const ResultReader reader(command.inputs.front());
  if (command.json) {
    write_text(summary_json(reader.read(true)), "", false);
  } else {
    std::string ending = reader.warm_up_text() + reader.stopping_text();
    if (!ending.empty()) ending.insert(0, "\n");
    write_text(summary_table(reader.read(), command.all) + ending + kept_checks_table(reader.checks_text()) +
                   sparklines(reader),
               "", false);
  }
  return exit_done;
}

}  // namespace restock
