// Completion for zsh: the specifications of `_arguments`, one verb a case.
#include "app/command_tree.hpp"
#include "app/completion.hpp"

#include <fmt/format.h>

#include <map>

namespace restock {

namespace {

/// Text inside single quotes, where these characters have a meaning of their own to `_arguments` and `_describe`.
std::string zsh_text(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_values(const CommandOption& option) {
  if (!option.words.empty()) {
    std::string list;
    for (const std::string& word : option.words) list += (list.empty() ? "" : " ") + zsh_text(word, ":()\\ ");
    return "(" + list + ")";
  }
  if (option.files == "/") return "_files -/";
  if (option.files == "*") return "_files";
  return option.files.empty() ? " " : "_files -g \"" + option.files + "\"";
}

std::string zsh_argument(const CommandOption& option) {
  const std::string help = zsh_text(option.help, "[]:\\");
  const std::string value = option.value.empty() ? "" : ":" + zsh_text(option.value, ":\\") + ":" + zsh_values(option);
  if (option.by_place)
    return fmt::format("'{}:{}:{}'", option.repeats ? "*" : "", zsh_text(option.names.front(), ":\\"),
                       zsh_values(option));
  std::string all, braces;
  for (const std::string& name : option.names) {
    all += (all.empty() ? "" : " ") + name;
    braces += (braces.empty() ? "" : ",") + name;
  }
  const std::string before = option.repeats ? "'*'" : fmt::format("'({})'", all);
  if (option.names.size() == 1) return fmt::format("{}'{}[{}]{}'", before, all, help, value);
  return fmt::format("{}{{{}}}'[{}]{}'", before, braces, help, value);
}

}  // namespace

std::string zsh_completion() {
  const std::vector<CommandVerb> tree = command_tree();
  std::string verbs, cases, top;
  std::map<std::string, std::string> inner;  // by the verb above
  for (const CommandOption& option : tree.front().options) top += " " + zsh_argument(option);
  for (const CommandVerb& verb : tree) {
    if (verb.name.empty()) continue;
    const std::size_t blank = verb.name.find(' ');
    const std::string line = fmt::format("'{}:{}'\n", verb.name.substr(blank == std::string::npos ? 0 : blank + 1),
                                         zsh_text(verb.help, ":\\"));
    (blank == std::string::npos ? verbs : inner[verb.name.substr(0, blank)]) += "    " + line;
    std::string arguments;
    for (const CommandOption& option : verb.options) arguments += " \\\n        " + zsh_argument(option);
    cases += fmt::format("    '{}')\n      _arguments -s -S{} ;;\n", verb.name, arguments);
  }
  std::string inner_cases;
  for (const auto& [above, lines] : inner) inner_cases += fmt::format("    '{}') inner=(\n{}    ) ;;\n", above, lines);
  return "#compdef restock\n# zsh completion for restock; written by restock completion zsh.\n_restock() {\n"
         "  local -a verbs inner\n  verbs=(\n" +
         verbs + R"(  )
  if (( CURRENT == 2 )); then
    if [[ $words[2] == -* ]]; then _arguments)" +
         top + R"(
    else _describe -t commands 'command' verbs; fi
    return
  fi
  local verb=$words[2]
  shift words
  (( CURRENT-- ))
  case $verb in
)" + inner_cases +
         R"(  esac
  if (( $#inner && CURRENT == 2 )); then
    _describe -t commands 'command' inner
  elif (( $#inner )) && [[ -n ${inner[(r)$words[2]:*]} ]]; then
    verb="$verb $words[2]"
    shift words
    (( CURRENT-- ))
  fi
  case $verb in
)" + cases +
         R"(  esac
}
_restock "$@"
)";
}

}  // namespace restock
