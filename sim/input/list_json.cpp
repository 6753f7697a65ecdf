// What `restock list` shows, for programs.
#include "input/reference.hpp"

#include <nlohmann/json.hpp>

namespace restock {

using Json = nlohmann::ordered_json;

std::string list_json(std::string_view topic) {
  Json entries = Json::array();
  for (const ReferenceEntry& entry : reference(topic)) {
    Json parameters = Json::array();
    for (const Parameter& parameter : entry.parameters) {
      Json one{{"key", parameter.key},
               {"kind", parameter.kind},
               {"required", parameter.required},
               {"default", nullptr},
               {"help", parameter.help}};
      if (!parameter.fallback.empty()) one["default"] = parameter.fallback;
      parameters.push_back(std::move(one));
    }
    Json one{
        {"name", entry.name}, {"summary", entry.summary}, {"source", nullptr}, {"parameters", std::move(parameters)}};
    if (!entry.source.empty()) one["source"] = entry.source;
    entries.push_back(std::move(one));
  }
  return Json{{"schema", "restock.list/1"}, {"topic", topic}, {"entries", std::move(entries)}}.dump(2) + "\n";
}

}  // namespace restock
