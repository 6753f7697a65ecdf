#include "analysis/explain.hpp"

#include "measure/kpi.hpp"
#include "output/sweep_schema.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock {

namespace {

std::string path_of(const Variable& variable) {
  return "/" + (variable.group.empty() ? variable.name : variable.group + "/" + variable.name);
}

Explained metric_explained(const Metric& metric) {
  Explained one{"metric", std::string(metric.name), std::string(metric.long_name), {}, {}};
  one.facts.emplace_back("unit", metric.unit == "1" ? "1 (a share or a ratio)" : std::string(metric.unit));
  one.facts.emplace_back("better", std::string(to_text(metric.better)));
  one.facts.emplace_back("over stock points", std::string(to_text(metric.adds)));
  for (const Variable& variable : result_schema_table())
    if (!variable.better.empty() && (variable.name == metric.name || variable.name.ends_with("_" + one.name)) &&
        variable.long_name == metric.long_name)
      one.parts.push_back({path_of(variable), variable.axes, std::string(to_text(variable.when))});
  return one;
}

Explained dataset_explained(const Variable& variable) {
  Explained one{"dataset", path_of(variable), variable.long_name, {}, {}};
  one.facts.emplace_back("axes", variable.axes.empty() ? "none: one value" : variable.axes);
  one.facts.emplace_back("type", std::string(to_text(variable.kind)));
  if (!variable.unit.empty()) one.facts.emplace_back("unit", variable.unit);
  one.facts.emplace_back("when", std::string(to_text(variable.when)));
  for (const Variable& of_sweep : sweep_schema_table({}))
    if (path_of(of_sweep) == one.name && of_sweep.axes != variable.axes)
      one.facts.emplace_back("axes in a sweep", of_sweep.axes);
  for (std::size_t i = 0; i < variable.flags.size(); ++i)
    one.parts.push_back({fmt::format("{}", i), "", std::string(variable.flags[i])});
  return one;
}

}  // namespace

std::vector<Explained> explain_result(std::string_view word) {
  std::vector<Explained> found;
  if (const auto index = metric_index(word)) found.push_back(metric_explained(metrics()[*index]));
  const std::string path = word.starts_with("/") ? std::string(word) : "/" + std::string(word);
  Explained group{"group of datasets", path, "", {}, {}};
  for (const Variable& variable : result_schema_table()) {
    const bool has_slash = word.find('/') != std::string_view::npos;
    if (has_slash && path_of(variable) == path) found.push_back(dataset_explained(variable));
    if (!variable.group.empty() && "/" + variable.group == path)
      group.parts.push_back({variable.name, variable.axes, variable.long_name});
  }
  if (!group.parts.empty()) found.push_back(std::move(group));
  return found;
}

std::vector<std::string> explainable_results() {
  std::vector<std::string> words;
  for (const Metric& metric : metrics()) words.emplace_back(metric.name);
  for (const Variable& variable : result_schema_table()) {
    if (variable.better.empty()) words.push_back(path_of(variable));
    if (!variable.group.empty() && std::find(words.begin(), words.end(), "/" + variable.group) == words.end())
      words.push_back("/" + variable.group);
  }
  return words;
}

}  // namespace restock
