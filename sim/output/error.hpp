// What can go wrong with a result file, in words for the user. The command exits with 4.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace restock {

/// `code` is stable and machine-readable: result_exists, not_found, is_directory, no_permission, disk_full,
/// file_too_large, not_a_result, other_kind, unfinished, newer_format, damaged, broken_source, too_many_files,
/// io_error.
struct ResultError : std::runtime_error {
  ResultError(std::string error_code, std::string file, const std::string& problem, std::string what_to_do = {})
      : std::runtime_error(file + ": " + problem),
        code(std::move(error_code)),
        path(std::move(file)),
        hint(std::move(what_to_do)) {}
  std::string code, path, hint;
};

/// Throws a ResultError that says why the system refused what was being done; `number` is its errno.
[[noreturn]] void fail_for(int number, const std::string& path, std::string_view doing);

}  // namespace restock
