// restock explain: what a word of scenarios, results or messages means, from the declarations.
#include "analysis/explain.hpp"

#include "app/command_tree.hpp"
#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "input/explain.hpp"
#include "input/source.hpp"
#include "input/words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace restock {

namespace {

std::string padded_to(std::string text, std::size_t width) {
  const std::size_t shown = characters(text);
  if (shown < width) text.append(width - shown, ' ');
  return text;
}

std::string explained_text(const Explained& one) {
  std::string text = fmt::format("{} ({})\n", one.name, one.kind);
  if (!one.text.empty()) text += "    " + one.text + "\n";
  std::size_t labels = 0, names = 0, kinds = 0;
  for (const auto& [label, value] : one.facts) labels = std::max(labels, characters(label));
  for (const auto& [label, value] : one.facts)
    text += fmt::format("    {}  {}\n", padded_to(label + ":", labels + 1), value);
  for (const ExplainedPart& part : one.parts) {
    names = std::max(names, characters(part.name));
    kinds = std::max(kinds, std::min<std::size_t>(characters(part.kind), 40));
  }
  if (!one.parts.empty()) text += "\n";
  for (const ExplainedPart& part : one.parts)
    text += fmt::format("    {}  {}{}{}\n", padded_to(part.name, names), padded_to(part.kind, kinds),
                        kinds > 0 ? "  " : "", part.text);
  return text;
}

nlohmann::ordered_json explained_json(const Explained& one) {
  nlohmann::ordered_json json{{"kind", one.kind}, {"name", one.name}, {"text", one.text}};
  for (const auto& [label, value] : one.facts) json["facts"][label] = value;
  json["parts"] = nlohmann::ordered_json::array();
  for (const ExplainedPart& part : one.parts)
    json["parts"].push_back({{"name", part.name}, {"kind", part.kind}, {"text", part.text}});
  return json;
}

/// A verb of the command, with its options.
void add_commands(const std::string& word, std::vector<Explained>& found) {
  for (const CommandVerb& verb : command_tree()) {
    if (verb.name.empty() || verb.name != word) continue;
    Explained one{"command", "restock " + verb.name, verb.help, {}, {}};
    for (const CommandOption& option : verb.options)
      one.parts.push_back({option.names.back(), option.value, option.help});
    found.push_back(std::move(one));
  }
}

std::string nearest_of_all(const std::string& word) {
  if (std::string hint = hint_for_path(word); !hint.empty()) return hint;
  std::vector<std::string> known = explainable_words();
  for (std::string& each : explainable_results()) known.push_back(std::move(each));
  const std::string_view nearest = nearest_word(word, {known.begin(), known.end()});
  if (!nearest.empty()) return fmt::format("did you mean {}?", nearest);
  return "restock list names the topics; a path is written as demand.surges.lift, a dataset as /summary/mean";
}

}  // namespace

int explain_verb(const Command& command) {
  std::string word;
  for (const std::string& part : command.inputs) word += (word.empty() ? "" : " ") + part;
  std::vector<Explained> found = explain_language(word);
  for (Explained& each : explain_result(word)) found.push_back(std::move(each));
  add_commands(word, found);
  if (found.empty()) {
    print_error(command.json, "unknown_topic", "", fmt::format("there is nothing called '{}'", word),
                nearest_of_all(word));
    return exit_usage;
  }
  if (command.json) {
    nlohmann::ordered_json json{{"schema", "restock.explain/1"}, {"word", word}};
    for (const Explained& each : found) json["meanings"].push_back(explained_json(each));
    write_text(json.dump(2) + "\n", "", false);
    return exit_done;
  }
  std::string text;
  for (const Explained& each : found) text += (text.empty() ? "" : "\n") + explained_text(each);
  write_text(text, "", false);
  return exit_done;
}

}  // namespace restock
