// Completion for fish: one line for each option, with the condition under which it is offered.
#include "app/command_tree.hpp"
#include "app/completion.hpp"

#include <fmt/format.h>

namespace restock {

namespace {

std::string fish_text(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string fish_values(const CommandOption& option) {
  if (!option.words.empty()) {
    std::string list;
    for (const std::string& word : option.words) list += (list.empty() ? "" : " ") + word;
    return " -x -a " + fish_text(list);
  }
  if (option.files == "/") return " -x -a '(__fish_complete_directories)'";
  if (option.files == "*") return " -r -F";
  if (option.files.empty()) return " -x";
  return fmt::format(" -x -k -a '(__fish_complete_suffix {})'", option.files.substr(1));
}

/// When the words so far have chosen this verb.
std::string fish_condition(const CommandVerb& verb, const std::vector<CommandVerb>& tree) {
  if (verb.name.empty()) return "__fish_use_subcommand";
  std::string condition, others;
  std::size_t from = 0;
  for (std::size_t blank = verb.name.find(' '); blank != std::string::npos; blank = verb.name.find(' ', from)) {
    condition += "__fish_seen_subcommand_from " + verb.name.substr(from, blank - from) + "; and ";
    from = blank + 1;
  }
  condition += "__fish_seen_subcommand_from " + verb.name.substr(from);
  for (const CommandVerb& other : tree)
    if (other.name.starts_with(verb.name + " ")) others += " " + other.name.substr(verb.name.size() + 1);
  return others.empty() ? condition : condition + "; and not __fish_seen_subcommand_from" + others;
}

std::string fish_option(const std::string& begin, const CommandOption& option) {
  if (option.by_place) {
    const std::string values = fish_values(option);
    return values == " -x" ? "" : begin + (values.starts_with(" -r") ? " -F" : values.substr(3)) + "\n";
  }
  std::string line = begin;
  for (const std::string& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.value.empty()) line += fish_values(option);
  return line + " -d " + fish_text(option.help) + "\n";
}

}  // namespace

std::string fish_completion() {
  const std::vector<CommandVerb> tree = command_tree();
  std::string text = "# fish completion for restock; written by restock completion fish.\ncomplete -c restock -f\n";
  for (const CommandVerb& verb : tree) {
    if (!verb.name.empty()) {
      const std::size_t blank = verb.name.rfind(' ');
      const std::string above = blank == std::string::npos ? "" : verb.name.substr(0, blank);
      for (const CommandVerb& parent : tree)
        if (parent.name == above)
          text += fmt::format("complete -c restock -n {} -a {} -d {}\n", fish_text(fish_condition(parent, tree)),
                              verb.name.substr(blank == std::string::npos ? 0 : blank + 1), fish_text(verb.help));
    }
    const std::string begin = "complete -c restock -n " + fish_text(fish_condition(verb, tree));
    for (const CommandOption& option : verb.options) text += fish_option(begin, option);
  }
  return text;
}

}  // namespace restock
