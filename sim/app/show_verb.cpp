// restock show: what `run` printed, from the result it kept, how long those had waited who left, and its time series in
// small; of a sweep its table, or how far it is.
#include "analysis/attribution_table.hpp"
#include "analysis/checks.hpp"
#include "analysis/leavers.hpp"
#include "analysis/sparklines.hpp"
#include "analysis/summary.hpp"
#include "analysis/sweep_table.hpp"

#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "app/watch.hpp"
#include "output/sweep_result.hpp"
#include "output/write_attribution.hpp"

namespace restock {

namespace {

std::string run_text(const ResultReader& reader, bool all) {
  std::string text = summary_table(reader.read(), all);
  if (const std::string ending = reader.warm_up_text() + reader.stopping_text(); !ending.empty()) text += "\n" + ending;
  text += kept_checks_table(reader.checks_text());
  if (const auto found = read_attribution(reader)) text += "\n" + attribution_table(reader.header().scenario, *found);
  return text + leavers_table(reader) + sparklines(reader);
}

}  // namespace

int show_verb(const Command& command) {
  const std::string& path = command.inputs.front();
  if (!command.json && is_under_way(path)) {
    watch_sweep(path, command.watch);
    if (is_under_way(path)) return exit_done;
  }
  if (is_sweep(path)) {
    const SweepResult result(path);
    write_text(command.json ? sweep_json(result) : sweep_table(result, command.all), "", false);
  } else {
    const ResultReader reader(path);
    write_text(command.json ? summary_json(reader.read(true)) : run_text(reader, command.all), "", false);
  }
  return exit_done;
}

}  // namespace restock
