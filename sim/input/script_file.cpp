#include "input/script_file.hpp"

#include "input/source.hpp"

#include <filesystem>
#include <utility>
#include <variant>

namespace restock {

bool read_script(Sources& sources, Report& report, const Node& named_at, const Path& path, ReplenishmentRule& rule) {
  constexpr std::size_t largest = std::size_t{1} << 20U;
  const auto& policy = std::get<ScriptPolicy>(rule.policy);
  const std::string file_path = sources.table_path(policy.file);
  Fault fault;
  std::optional<std::string> text;
  if (auto wrong = script_name_fault(policy.file)) {
    fault = *wrong;
  } else {
    text = read_file(file_path, largest, fault);
  }
  if (!text) {
    report.error(named_at.where, path, fault);
    return false;
  }
  const std::uint32_t file = sources.add(file_path);
  rule.program.file = std::filesystem::path(policy.file).filename().string();
  rule.program.text = std::move(*text);
  for (const Named<double>& number : policy.with) rule.program.with.emplace_back(number.called, number.what);
  const std::optional<ScriptProblem> problem = check_script(rule.program, policy.stock);
  if (!problem) return true;
  const Where where = problem->line > 0 ? Where{file, problem->line, 1} : named_at.where;
  report.error(where, path, {"script", rule.program.file + ": " + problem->message, {}});
  return false;
}

}  // namespace restock
