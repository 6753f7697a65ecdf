// restock report: results as one HTML file.
#include "analysis/report/page.hpp"

#include "app/messages.hpp"
#include "app/metric_name.hpp"
#include "app/verbs.hpp"
#include "output/destination.hpp"

namespace restock {

int report_verb(const Command& command) {
  if (!is_metric_name(command.primary, command.json)) return exit_usage;
  if (!command.output.empty()) check_destination(command.output, command.force);
  if (const std::string& first = command.inputs.front(); is_sweep(first)) {
    if (command.inputs.size() > 1 || !command.versus.empty()) {
      print_error(command.json, "usage", "", "a report of a sweep has that sweep alone",
                  "one file, without --to; its alternatives and design points are in it");
      return exit_usage;
    }
    write_text(report::sweep_page(SweepResult(first), command.primary), command.output, command.force);
    return exit_done;
  }
  std::vector<ResultReader> readers;
  for (const std::string& path : command.inputs) readers.emplace_back(path);
  write_text(report::report_page(readers, {command.versus, command.primary, {}}), command.output, command.force);
  return exit_done;
}

}  // namespace restock
