// Messages. Results go to stdout, everything else to stderr.
#include "app/messages.hpp"

#include "app/command.hpp"
#include "app/interrupt.hpp"
#include "output/destination.hpp"
#include "output/error.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace restock {

namespace {

nlohmann::ordered_json to_json(const Issue& issue) {
  return {{"severity", issue.severity == Severity::error ? "error" : "warning"},
          {"code", issue.code},
          {"path", issue.path},
          {"file", issue.file},
          {"line", issue.line},
          {"column", issue.column},
          {"message", issue.problem},
          {"help", issue.hint}};
}

}  // namespace

void inform_text(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stderr) != text.size()) std::clearerr(stderr);
}

void make_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error || !std::filesystem::is_directory(path))
    throw ResultError("is_file", path,
                      error ? "cannot be made: " + error.message() : "is a file; many files need a folder",
                      "give -o a folder");
}

void print_issues(const Issues& issues, const Document& document) {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  constexpr std::size_t most_shown = 100;
  std::size_t shown = 0;
  for (const Issue& issue : issues) {
    ++(issue.severity == Severity::error ? errors : warnings);
    if (shown++ < most_shown) inform("{}\n", describe(issue, document));
  }
  if (shown > most_shown) inform("… and {} more\n", shown - most_shown);
  if (errors > 0)
    inform("{} error{}, {} warning{}\n", errors, errors == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s");
}

std::string issues_json(const Issues& issues) {
  nlohmann::ordered_json answer;
  answer["error"] = nullptr;
  answer["issues"] = nlohmann::ordered_json::array();
  for (const Issue& issue : issues) {
    if (answer["error"].is_null() && issue.severity == Severity::error) answer["error"] = to_json(issue);
    answer["issues"].push_back(to_json(issue));
  }
  return answer.dump(2);
}

void print_issues_json(const Issues& issues) { fmt::print("{}\n", issues_json(issues)); }

int issue_exit_code(const Issues& issues) {
  for (const Issue& issue : issues)
    if (issue.code == "missing_file" || issue.code == "unreadable_file" || issue.code == "not_a_file") return exit_io;
  return exit_invalid;
}

std::string error_json(const std::string& code, const std::string& file, const std::string& message,
                       const std::string& help) {
  const nlohmann::ordered_json answer = {{"error",
                                          {{"code", code},
                                           {"path", ""},
                                           {"file", file},
                                           {"line", 0},
                                           {"column", 0},
                                           {"message", message},
                                           {"help", help}}}};
  return answer.dump(2);
}

void print_error(bool json, const std::string& code, const std::string& file, const std::string& message,
                 const std::string& help) {
  if (json) {
    const std::string text = error_json(code, file, message, help) + "\n";
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (std::fflush(stdout) == 0 && written) return;  // else the error may be of stdout itself
  }
  inform("restock: error: {}\n", message);
  if (!help.empty()) inform("help: {}\n", help);
}

TextFile::TextFile(const std::string& path, bool force) : path_(path), file_(stdout) {
  if (path_.empty()) return;
  check_destination(path_, force);
  let_large_writes_fail();
  file_ = std::fopen(part_of(path_).c_str(), "wb");
  if (file_ == nullptr) fail();
}

TextFile::~TextFile() {
  if (path_.empty() || file_ == nullptr) return;
  std::fclose(file_);
  std::remove(part_of(path_).c_str());
}

void TextFile::fail() {
  const int cause = errno;
  throw ResultError(cause == ENOSPC ? "disk_full" : "io_error", path_.empty() ? "standard output" : path_,
                    std::string("cannot be written: ") + (cause == ENOSPC ? "the disk is full" : std::strerror(cause)));
}

void TextFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail();
}

void TextFile::finish() {
  if (std::fflush(file_) != 0) fail();
  if (path_.empty()) return;
  if (std::fclose(std::exchange(file_, nullptr)) != 0) fail();
  publish(path_);
}

void write_text(const std::string& text, const std::string& path, bool force) {
  TextFile file(path, force);
  file.write(text);
  file.finish();
}

}  // namespace restock
