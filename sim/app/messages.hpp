// How problems reach people: on a terminal like a compiler's, with --json as one object.
#pragma once

#include "core/issue.hpp"
#include "input/document.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

namespace restock {

/// A message to people, on stderr. One that cannot be written there (a closed stderr, a full disk) is dropped: it is no
/// reason to give up the work that it is about. Nothing else may write there.
void inform_text(std::string_view text);
template <class... Args>
void inform(fmt::format_string<Args...> format, Args&&... args) {
  inform_text(fmt::format(format, std::forward<Args>(args)...));
}

/// Makes a folder for several files, if it is not there. Throws ResultError.
void make_folder(const std::string& path);

/// All issues on stderr, worst first within the order of the file; then a line that counts them.
void print_issues(const Issues& issues, const Document& document);

/// `{"error": {code, path, file, line, column, message, help}, "issues": […]}`; the first error is `error`. As text,
/// and on stdout.
std::string issues_json(const Issues& issues);
void print_issues_json(const Issues& issues);

/// 4 when a file is missing or cannot be read, else 3.
int issue_exit_code(const Issues& issues);

/// One error that has no place in a scenario: as JSON, and in the form that was asked for.
std::string error_json(const std::string& code, const std::string& file, const std::string& message,
                       const std::string& help);
void print_error(bool json, const std::string& code, const std::string& file, const std::string& message,
                 const std::string& help);

/// A text on its way to a file or, without a name, to stdout. A file has its name only when it is finished, and no file
/// is replaced unless `force`. Throws ResultError.
class TextFile {
 public:
  TextFile(const std::string& path, bool force);
  ~TextFile();
  TextFile(const TextFile&) = delete;
  TextFile& operator=(const TextFile&) = delete;
  void write(std::string_view text);
  void finish();

 private:
  [[noreturn]] void fail();
  std::string path_;
  std::FILE* file_;
};

void write_text(const std::string& text, const std::string& path, bool force);

}  // namespace restock
