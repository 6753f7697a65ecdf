// restock import: other people's tables become a scenario with tables of its own, which is then checked.
#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "campaign/plan.hpp"
#include "input/scalars.hpp"
#include "input/words.hpp"
#include "intake/write_scenario.hpp"
#include "output/error.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace restock {

namespace {

int misused(const Command& command, const std::string& problem, const std::string& help) {
  print_error(command.json, "usage", "", problem, help);
  return exit_usage;
}

int tell(const Command& command, const Issues& issues, const Document& document) {
  if (command.json)
    print_issues_json(issues);
  else
    print_issues(issues, document);
  return issue_exit_code(issues);
}

void write_files(const Command& command, const IntakeResult& result) {
  make_folder(command.output);
  for (const auto& [name, text] : result.files)
    if (!command.force && std::filesystem::exists(std::filesystem::path(command.output) / name))
      throw ResultError("result_exists", command.output + "/" + name, "is there already",
                        "choose another folder, or --force to replace it");
  for (const auto& [name, text] : result.files)
    write_text(text, (std::filesystem::path(command.output) / name).string(), command.force);
}

}  // namespace

int import_verb(const Command& command) {
  IntakeSettings settings = command.intake;
  settings.history = command.inputs.front();
  for (const std::string& text : command.columns) {
    const std::optional<ColumnName> column = parse_column_name(text);
    if (!column)
      return misused(command, fmt::format("--column {}: write NAME=HEADER", text),
                     hint_among(text.substr(0, text.find('=')), foreign_column_names()));
    settings.columns.push_back(*column);
  }
  Fault fault;
  if (!command.lead_time.empty() && !parse(command.lead_time, settings.lead_time, fault))
    return misused(command, fmt::format("--lead-time {}: {}", command.lead_time, fault.problem), fault.hint);

  Issues issues;
  Document document;
  std::vector<std::string> tables;
  const IntakeResult result = import_scenario(settings, issues, tables);
  if (has_errors(issues)) return tell(command, issues, document);
  write_files(command, result);
  const std::string scenario = command.output + "/scenario.yaml";
  if (!command.quiet) inform("{}{}: now restock run {}\n", result.remarks, scenario, scenario);
  if (!make_plan(scenario, {}, issues, document)) return tell(command, issues, document);
  if (!command.quiet) print_issues(issues, document);
  return exit_done;
}

}  // namespace restock
