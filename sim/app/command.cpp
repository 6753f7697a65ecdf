// The command line: what was typed against the grammar; typos in verbs and options are answered with the nearest that
// exists.
#include "app/command.hpp"

#include "app/grammar.hpp"
#include "app/messages.hpp"
#include "input/words.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace restock {

namespace {

void complain(const std::string& problem, const std::string& hint) {
  inform("restock: {}\n", problem);
  if (!hint.empty()) inform("help: {}\n", hint);
}

/// What is left over after parsing is a typo: name the nearest option or verb.
std::string nearest_option(const std::string& written, const CLI::App& app) {
  const std::string option = written.substr(0, written.find('='));
  const bool is_sweep = app.get_name() == "sweep" || app.get_name() == "submit";
  if (is_sweep && (option == "--precision" || option == "--select" || option == "--max-replications"))
    return "shards must know their cells beforehand: only `restock run` adds replications";
  if (app.get_name() == "run" && (option == "--shard" || option == "--shards"))
    return "`restock sweep` is cut into shards; a run is not, least of all one that adds replications until it knows";
  std::vector<std::string> names;
  for (const CLI::Option* there : app.get_options())
    for (const std::string& name : there->get_lnames()) names.push_back("--" + name);
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string_view nearest = nearest_word(written.substr(0, written.find('=')), views);
  return nearest.empty() ? "see restock " + app.get_name() + " --help" : fmt::format("did you mean {}?", nearest);
}

/// CLI11 would only say that a verb is required.
bool is_misspelt_verb(const Grammar& grammar, const std::string& written) {
  std::vector<std::string> names;
  for (const CLI::App* verb : grammar.app.get_subcommands([](const CLI::App*) { return true; })) {
    if (verb->get_name() == written) return false;
    names.push_back(verb->get_name());
    for (const CLI::App* inner : verb->get_subcommands([](const CLI::App*) { return true; }))
      if (inner->get_name() == written) {
        complain(fmt::format("there is no command '{}'", written),
                 fmt::format("write restock {} {}", verb->get_name(), written));
        return true;
      }
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  complain(fmt::format("there is no command '{}'", written), hint_among(written, views));
  return true;
}

void complain_of(const CLI::ParseError& error, const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  std::string hint = chosen.empty() ? "see restock --help" : "see restock " + chosen.front()->get_name() + " --help";
  if (!chosen.empty())
    for (const std::string& extra : chosen.front()->remaining())
      if (extra.starts_with("-")) hint = nearest_option(extra, *chosen.front());
  complain(error.what(), hint);
}

/// Options whose texts become something else.
void settle(Command& command, const CommandWords& words) {
  command.patches = words.sets;
  if (command.verb == Verb::init) command.topic = words.scenario;
  if (!words.seed.empty()) command.patches.push_back("seed=" + words.seed);
  if (!words.replications.empty()) command.patches.push_back("replications=" + words.replications);
  if (words.warmup == "detect" || words.warmup.starts_with("detect:")) {
    command.detects_warmup = true;
    command.detect = words.warmup.size() > 7 ? words.warmup.substr(7) : std::string();
  } else if (!words.warmup.empty()) {
    command.patches.push_back("warmup=" + words.warmup);
  }
  if (!words.replication.empty()) command.replication = std::stoull(words.replication);
  if (!words.order.empty()) command.order = std::stoull(words.order);
  if (!words.most_replications.empty()) command.most_replications = std::stoull(words.most_replications);
  if (!words.shards.empty()) command.shards = std::stoull(words.shards);
  if (!words.shard_base.empty()) command.shard_base = std::stoull(words.shard_base);
  if (!words.shards_per_task.empty()) command.shards_per_task = std::stoull(words.shards_per_task);
  command.detail = detail_from(words.detail).value_or(Detail::total);
  command.json_lines = words.format == "jsonl" || (words.format.empty() && command.output.ends_with(".jsonl"));
  if (words.format == "svg" || (words.format.empty() && command.output.ends_with(".svg"))) {
    command.format = NetworkFormat::svg;
  } else {
    command.format = NetworkFormat::dot;
  }
}

}  // namespace

std::optional<Command> parse_command_line(int argc, char** argv, int& code) {
  Grammar grammar;
  code = exit_usage;
  if (argc > 1 && argv[1][0] != '-' && is_misspelt_verb(grammar, argv[1])) return std::nullopt;
  try {
    grammar.app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    code = grammar.app.exit(asked);
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    complain_of(error, grammar.app);
    return std::nullopt;
  }
  const CLI::App* chosen = grammar.app.get_subcommands().front();
  if (const auto inner = chosen->get_subcommands(); !inner.empty()) chosen = inner.front();
  for (const std::string& extra : chosen->remaining()) {
    complain(
        fmt::format("{}: unknown {} '{}'", chosen->get_name(), extra.starts_with("-") ? "option" : "argument", extra),
        extra.starts_with("-") ? nearest_option(extra, *chosen) : "see restock " + chosen->get_name() + " --help");
    return std::nullopt;
  }
  Command& command = grammar.command;
  command.verb = grammar.verbs.at(chosen);
  for (int i = 0; i < argc; ++i) command.line += (i > 0 ? " " : "") + std::string(i == 0 ? "restock" : argv[i]);
  settle(command, grammar.words);
  code = exit_done;
  return command;
}

}  // namespace restock
