// restock compare: alternatives of one or of several results, paired by replication.
#include "analysis/compare.hpp"

#include "app/messages.hpp"
#include "app/metric_name.hpp"
#include "app/verbs.hpp"
#include "measure/kpi.hpp"
#include "output/reader.hpp"

namespace restock {

int compare_verb(const Command& command) {
  if (!is_metric_name(command.metric, command.json) || !is_metric_name(command.primary, command.json))
    return exit_usage;
  CompareOptions options;
  options.to = command.versus;
  options.by = command.primary;
  if (!command.metric.empty()) options.metrics = {command.metric};
  if (command.all)
    for (const Metric& metric : metrics()) options.metrics.emplace_back(metric.name);
  std::vector<NamedResult> given;
  for (const std::string& path : command.inputs) given.push_back({path, ResultReader(path).read()});
  const Comparison comparison = compare(given, options);
  write_text(command.json ? compare_json(comparison) : compare_table(comparison), "", false);
  return exit_done;
}

}  // namespace restock
