#include "app/command_tree.hpp"

#include "analysis/explain.hpp"

#include "app/grammar.hpp"
#include "app/option_checks.hpp"
#include "input/explain.hpp"
#include "input/reference.hpp"
#include "measure/kpi.hpp"

namespace restock {

namespace {

/// The first check of an option; null where there is none.
const CLI::Validator* check_of(const CLI::Option& option) {
  try {
    return const_cast<CLI::Option&>(option).get_validator(0);  // CLI11 2.1 has no other way to look
  } catch (const CLI::OptionNotFound&) {
    return nullptr;
  }
}

/// FILE of `TEXT:FILE`: what a check says is nearer to the point than the type.
std::string value_name(const CLI::Option& option, bool checked) {
  std::string type = option.get_type_name();
  if (!checked) return type;
  if (const std::size_t range = type.find(" in ["); range != std::string::npos) type.resize(range);
  const std::size_t colon = type.rfind(':');
  return colon == std::string::npos ? type : type.substr(colon + 1);
}

/// Words that are declared elsewhere than in the grammar, by the name of the value.
std::vector<std::string> words_for(const std::string& value) {
  std::vector<std::string> words;
  if (value == "METRIC")
    for (const Metric& metric : metrics()) words.emplace_back(metric.name);
  if (value == "TOPIC") {
    for (const std::string_view topic : list_topics()) words.emplace_back(topic);
    words.emplace_back("metrics");
  }
  if (value == "WORD") {
    for (const std::string& word : explainable_words())
      if (word.find(' ') == std::string::npos) words.push_back(word);
    for (std::string& word : explainable_results()) words.push_back(std::move(word));
  }
  return words;
}

std::string files_for(const CommandOption& option) {
  const std::string& name = option.names.back();
  if (name == "SCENARIO") return "*.yaml";
  if (name == "HISTORY") return "*.csv";
  if (name == "RESULT" || name == "SHARD" || option.value == "RESULT") return "*.h5";
  if (option.value == "DIR") return "/";
  return option.value.starts_with("FILE") ? "*" : "";
}

CommandOption option_of(const CLI::Option& from) {
  CommandOption option;
  option.by_place = from.get_positional();
  for (const std::string& name : from.get_snames()) option.names.push_back("-" + name);
  for (const std::string& name : from.get_lnames()) option.names.push_back("--" + name);
  if (option.by_place) option.names = {from.get_name(true)};
  option.help = from.get_description();
  option.required = from.get_required();
  option.repeats = from.get_expected_max() > 1;
  const CLI::Validator* check = check_of(from);
  if (from.get_items_expected_max() > 0) option.value = value_name(from, check != nullptr);
  if (check != nullptr) option.words = words_of_check(*check);
  if (option.words.empty()) option.words = words_for(option.value);
  option.files = files_for(option);
  return option;
}

void add_verbs(const CLI::App& app, const std::string& name, std::vector<CommandVerb>& tree) {
  CommandVerb verb{name, app.get_description(), {}};
  for (const CLI::Option* option : app.get_options()) verb.options.push_back(option_of(*option));
  tree.push_back(std::move(verb));
  for (const CLI::App* inner : app.get_subcommands([](const CLI::App*) { return true; }))
    add_verbs(*inner, name.empty() ? inner->get_name() : name + " " + inner->get_name(), tree);
}

}  // namespace

std::vector<CommandVerb> command_tree() {
  const Grammar grammar;
  std::vector<CommandVerb> tree;
  add_verbs(grammar.app, "", tree);
  return tree;
}

}  // namespace restock
