#include "input/explain.hpp"

#include "input/explain_path.hpp"
#include "input/parameter_walk.hpp"
#include "input/reference.hpp"
#include "input/words.hpp"

#include <algorithm>

namespace restock {

namespace {

/// The topic itself: what it lists.
Explained topic_of(std::string_view topic) {
  Explained one{"topic", std::string(topic), "", {}, {}};
  for (const ReferenceEntry& entry : reference(topic)) one.parts.push_back({entry.name, "", entry.summary});
  one.text = std::to_string(one.parts.size()) + " of them; restock list " + one.name + " shows their parameters";
  return one;
}

Explained entry_of(std::string_view topic, const ReferenceEntry& entry) {
  Explained one{std::string(topic), entry.name, entry.summary, {}, {}};
  if (!entry.source.empty()) one.facts.emplace_back("source", entry.source);
  for (const Parameter& parameter : entry.parameters) one.parts.push_back(part_of(parameter));
  return one;
}

/// The last step of a key: `chance` of basket.lines.chance.
std::string_view last_step(std::string_view key) { return key.substr(key.rfind('.') + 1); }

/// A key that is a parameter of something, without the path to it, or with the end of it.
void keys_called(std::string_view word, std::vector<Explained>& found) {
  for (const std::string_view topic : list_topics()) {
    if (topic == "causes") continue;  // its parameters are patches
    for (const ReferenceEntry& entry : reference(topic))
      for (const Parameter& parameter : entry.parameters) {
        const bool is_it = parameter.key == word || parameter.key.ends_with("." + std::string(word));
        if (!is_it || entry.name == "scenario") continue;
        const bool is_path = topic == "sections";
        Explained one{"key", is_path ? entry.name + "." + parameter.key : parameter.key, parameter.help, {}, {}};
        if (!is_path) one.facts.emplace_back("of", entry.name + " (" + std::string(topic) + ")");
        one.facts.emplace_back("written", parameter.kind);
        one.facts.emplace_back("default", parameter.required ? "none: it must be stated" : parameter.fallback);
        found.push_back(std::move(one));
      }
  }
}

/// The words of a kind such as `record | shelf`; none of any other.
std::vector<std::string> choices_in(const std::string& kind) {
  constexpr std::string_view between = " | ";
  std::vector<std::string> words;
  std::size_t from = 0;
  for (std::size_t at = kind.find(between); at != std::string::npos; at = kind.find(between, from)) {
    words.push_back(kind.substr(from, at - from));
    from = at + between.size();
  }
  if (!words.empty()) words.push_back(kind.substr(from));
  return words;
}

/// A word that some key takes.
void values_called(std::string_view word, std::vector<Explained>& found) {
  for (const std::string_view topic : list_topics())
    for (const ReferenceEntry& entry : reference(topic))
      for (const Parameter& parameter : entry.parameters) {
        const std::vector<std::string> words = choices_in(parameter.kind);
        if (std::find(words.begin(), words.end(), word) == words.end()) continue;
        Explained one{"value", std::string(word), parameter.help, {}, {}};
        one.facts.emplace_back("of", entry.name + "." + parameter.key);
        one.facts.emplace_back("written", parameter.kind);
        found.push_back(std::move(one));
      }
}

}  // namespace

std::vector<Explained> explain_language(std::string_view word) {
  std::vector<Explained> found;
  const auto topics = list_topics();
  for (const std::string_view topic : topics) {
    if (topic == "sections") continue;  // the path of one step says it better
    for (const ReferenceEntry& entry : reference(topic))
      if (entry.name == word) found.push_back(entry_of(topic, entry));
  }
  for (Explained& each : explain_path(word)) found.push_back(std::move(each));
  if (!word.empty()) keys_called(word, found);
  values_called(word, found);
  if (found.empty() && std::find(topics.begin(), topics.end(), word) != topics.end()) found.push_back(topic_of(word));
  return found;
}

std::string hint_for_path(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return {};
  const std::string_view known = path.substr(0, dot), last = path.substr(dot + 1);
  const std::vector<Explained> before = explain_path(known);
  if (before.empty()) return hint_for_path(known);
  std::vector<std::string_view> names;
  for (const Explained& each : before)
    for (const ExplainedPart& part : each.parts) names.push_back(part.name);
  const std::string_view nearest = nearest_word(last, names);
  if (!nearest.empty()) return "did you mean " + std::string(known) + "." + std::string(nearest) + "?";
  return "restock explain " + std::string(known) + " shows what it has";
}

std::vector<std::string> explainable_words() {
  std::vector<std::string> words;
  for (const std::string_view topic : list_topics()) {
    words.emplace_back(topic);
    for (const ReferenceEntry& entry : reference(topic)) {
      words.push_back(entry.name);
      if (topic == "causes") continue;
      for (const Parameter& parameter : entry.parameters) {
        words.push_back(parameter.key);
        words.emplace_back(last_step(parameter.key));
        for (std::string& choice : choices_in(parameter.kind)) words.push_back(std::move(choice));
      }
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace restock
