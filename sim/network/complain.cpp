#include "network/complain.hpp"

#include <array>
#include <cstdio>

namespace restock {
namespace {

std::string short_number(double value) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.6g", value);
  return text.data();
}

}  // namespace

void Complaints::add(Severity severity, Where where, std::string path, std::string code, std::string problem,
                     std::string hint) {
  Issue issue;
  if (where.file < scenario_->files.size()) issue.file = scenario_->files[where.file];
  issue.line = where.line;
  issue.column = where.column;
  issue.path = std::move(path);
  issue.code = std::move(code);
  issue.problem = std::move(problem);
  issue.hint = std::move(hint);
  issue.severity = severity;
  if (severity == Severity::error) ++errors_;
  issues_->push_back(std::move(issue));
}

void Gathered::add(Where where, std::string path, const std::string& point, std::string hint) {
  const auto key = std::tuple{where.file, where.line, where.column, path};
  const auto [at, is_new] = index_.emplace(key, entries_.size());
  if (is_new) entries_.push_back({where, std::move(path), point, std::move(hint), 0});
  ++entries_[at->second].count;
}

void Gathered::report(Complaints& complain, Severity severity, const std::string& code,
                      const std::string& after) const {
  for (const Entry& entry : entries_) {
    std::string problem = entry.first;
    if (entry.count > 1)
      problem +=
          " and " + std::to_string(entry.count - 1) + (entry.count == 2 ? " more stock point" : " more stock points");
    problem += ": " + after;
    if (severity == Severity::error)
      complain.error(entry.where, entry.path, code, problem, entry.hint);
    else
      complain.warning(entry.where, entry.path, code, problem, entry.hint);
  }
}

std::string some_of(const std::vector<std::string>& names, std::size_t shown) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < shown; ++i) text += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > shown) text += " and " + std::to_string(names.size() - shown) + " more";
  return text;
}

std::string in_days(double ticks) { return short_number(ticks / static_cast<double>(day)) + " d"; }
std::string per_day(double per_tick) { return short_number(per_tick * static_cast<double>(day)) + " per d"; }

}  // namespace restock
