// restock show: what `run` printed, from the result it kept, and its time series in small.
#include "analysis/attribution_table.hpp"
#include "analysis/checks.hpp"
#include "analysis/sparklines.hpp"
#include "analysis/summary.hpp"
#include "analysis/sweep_table.hpp"

#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "output/sweep_result.hpp"
#include "output/write_attribution.hpp"

namespace restock {

int show_verb(const Command& command) {
  if (is_sweep(command.inputs.front())) {
    const SweepResult sweep(command.inputs.front());
    write_text(command.json ? sweep_json(sweep) : sweep_table(sweep, command.all), "", false);
    return exit_done;
  }
  const ResultReader reader(command.inputs.front());
  if (command.json) {
    write_text(summary_json(reader.read(true)), "", false);
  } else {
    std::string text = summary_table(reader.read(), command.all);
    if (const std::string ending = reader.warm_up_text() + reader.stopping_text(); !ending.empty())
      text += "\n" + ending;
    text += kept_checks_table(reader.checks_text());
    if (const auto found = read_attribution(reader)) text += "\n" + attribution_table(reader.header().scenario, *found);
    write_text(text + sparklines(reader), "", false);
  }
  return exit_done;
}

}  // namespace restock
