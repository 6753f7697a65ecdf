// Completion for bash: functions of this file alone, no package of helpers needed.
#include "app/command_tree.hpp"
#include "app/completion.hpp"

#include <fmt/format.h>

namespace restock {

namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : std::string(between)) + word;
  return list;
}

/// What completes a value of this option, as a call of one of the functions below; empty when nothing is known.
std::string bash_values(const CommandOption& option) {
  if (!option.words.empty()) return fmt::format("_restock_words '{}'", joined(option.words, " "));
  if (option.files == "/") return "_restock_folders";
  if (!option.files.empty()) return fmt::format("_restock_files '{}'", option.files);
  return {};
}

std::string after_options(const std::vector<CommandVerb>& tree) {
  std::string cases;
  for (const CommandVerb& verb : tree)
    for (const CommandOption& option : verb.options) {
      if (option.by_place || option.value.empty()) continue;
      std::string patterns;
      for (const std::string& name : option.names)
        patterns += fmt::format("{}'{}:{}'", patterns.empty() ? "" : " | ", verb.name, name);
      const std::string values = bash_values(option);
      cases += fmt::format("    {}) {}{}return ;;\n", patterns, values, values.empty() ? "" : "; ");
    }
  return cases;
}

std::string names_of_options(const std::vector<CommandVerb>& tree) {
  std::string cases;
  for (const CommandVerb& verb : tree) {
    std::vector<std::string> names;
    for (const CommandOption& option : verb.options)
      if (!option.by_place) names.insert(names.end(), option.names.begin(), option.names.end());
    cases += fmt::format("      '{}') _restock_words '{}' ;;\n", verb.name, joined(names, " "));
  }
  return cases;
}

/// Verbs, inner verbs and files by place.
std::string by_place(const std::vector<CommandVerb>& tree) {
  std::string cases;
  for (const CommandVerb& verb : tree) {
    std::vector<std::string> inner;
    const std::string before = verb.name.empty() ? "" : verb.name + " ";
    for (const CommandVerb& other : tree)
      if (other.name != verb.name && other.name.starts_with(before) &&
          other.name.find(' ', before.size()) == std::string::npos)
        inner.push_back(other.name.substr(before.size()));
    std::string steps;
    for (const CommandOption& option : verb.options)
      if (option.by_place) steps = bash_values(option);
    if (!inner.empty())
      steps += fmt::format("{}_restock_words '{}' add", steps.empty() ? "" : "; ", joined(inner, " "));
    if (!steps.empty()) cases += fmt::format("    '{}') {} ;;\n", verb.name, steps);
  }
  return cases;
}

}  // namespace

std::string bash_completion() {
  const std::vector<CommandVerb> tree = command_tree();
  std::string verbs;
  for (const CommandVerb& verb : tree)
    if (!verb.name.empty()) verbs += fmt::format("{}'{}'", verbs.empty() ? "" : " | ", verb.name);
  return R"(# bash completion for restock; written by restock completion bash.
_restock_words() {  # WORDS [add]
  local found
  mapfile -t found < <(compgen -W "$1" -- "$cur")
  if [[ ${2:-} == add ]]; then COMPREPLY+=("${found[@]}"); else COMPREPLY=("${found[@]}"); fi
}
_restock_files() {  # GLOB
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -X "!$1" -- "$cur"; compgen -d -- "$cur")
}
_restock_folders() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -d -- "$cur")
}
_restock() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} verb= i
  COMPREPLY=()
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD - 2]}; fi
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case "${verb:+$verb }${COMP_WORDS[i]}" in
      )" +
         verbs + R"() verb="${verb:+$verb }${COMP_WORDS[i]}" ;;
    esac
  done
  case "$verb:$prev" in
)" + after_options(tree) +
         R"(  esac
  if [[ $cur == -* ]]; then
    case "$verb" in
)" + names_of_options(tree) +
         R"(    esac
    return
  fi
  case "$verb" in
)" + by_place(tree) +
         R"(  esac
}
complete -F _restock restock
)";
}

}  // namespace restock
