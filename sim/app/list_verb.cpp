// restock list and restock schema: the language, told from its own declarations.
#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "input/reference.hpp"
#include "input/words.hpp"
#include "measure/kpi.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace restock {

namespace {

const char* better_text(Better better) {
  if (better == Better::none) return "";
  return better == Better::lower ? "lower is better" : "higher is better";
}

std::string metrics_text(bool json) {
  if (json) {
    nlohmann::ordered_json entries = nlohmann::ordered_json::array();
    for (const Metric& metric : metrics())
      entries.push_back({{"name", metric.name},
                         {"unit", metric.unit},
                         {"summary", metric.long_name},
                         {"better", better_text(metric.better)}});
    return nlohmann::ordered_json{{"schema", "restock.list/1"}, {"topic", "metrics"}, {"entries", entries}}.dump(2) +
           "\n";
  }
  std::string text;
  for (const Metric& metric : metrics())
    text +=
        fmt::format("{:24} {:14} {}{}{}\n", metric.name, metric.unit.empty() ? "" : fmt::format("[{}]", metric.unit),
                    metric.long_name, metric.better == Better::none ? "" : "; ", better_text(metric.better));
  return text;
}

}  // namespace

int list_verb(const Command& command) {
  std::vector<std::string_view> topics = list_topics();
  topics.push_back("metrics");
  if (command.topic.empty()) {
    std::string text = "restock list TOPIC, where TOPIC is one of\n";
    for (const std::string_view topic : topics) text += fmt::format("  {}\n", topic);
    write_text(text, "", false);
    return exit_done;
  }
  if (std::find(topics.begin(), topics.end(), command.topic) == topics.end()) {
    print_error(command.json, "unknown_topic", "", fmt::format("there is no topic '{}'", command.topic),
                hint_among(command.topic, topics));
    return exit_usage;
  }
  if (command.topic == "metrics") {
    write_text(metrics_text(command.json), "", false);
  } else {
    write_text(command.json ? list_json(command.topic) : list_text(command.topic), "", false);
  }
  return exit_done;
}

int schema_verb(const Command&) {
  write_text(json_schema(), "", false);
  return exit_done;
}

}  // namespace restock
