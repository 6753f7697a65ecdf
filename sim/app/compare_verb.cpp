// restock compare: alternatives of one or of several results, paired by replication.
#include "analysis/compare.hpp"

#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "input/words.hpp"
#include "measure/kpi.hpp"
#include "output/reader.hpp"

#include <fmt/format.h>

namespace restock {

namespace {

/// A misspelt metric is an error, never silently passed.
bool is_metric(const Command& command, const std::string& name) {
  if (name.empty() || metric_index(name)) return true;
  std::vector<std::string_view> known;
  for (const Metric& metric : metrics()) known.push_back(metric.name);
  const std::string_view nearest = nearest_word(name, known);
  print_error(command.json, "unknown_metric", "", fmt::format("there is no metric '{}'", name),
              nearest.empty() ? "restock list metrics shows them all" : fmt::format("did you mean {}?", nearest));
  return false;
}

}  // namespace

int compare_verb(const Command& command) {
  if (!is_metric(command, command.metric) || !is_metric(command, command.primary)) return exit_usage;
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
