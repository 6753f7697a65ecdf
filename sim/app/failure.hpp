// Exceptions become messages and exit codes here and nowhere else.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace restock {

/// An exception as people are told of it.
/// What was asked for does not fit the scenario: a mistake of usage, found when the scenario is known.
struct Refused : std::runtime_error {
  Refused(std::string kind_of, std::string in_file, const std::string& problem, std::string what_to_do)
      : std::runtime_error(problem), kind(std::move(kind_of)), file(std::move(in_file)), help(std::move(what_to_do)) {}
  std::string kind, file, help;
};

struct Failure {
  int code = 1;      ///< exit code
  std::string kind;  ///< stable, machine-readable: `disk_full`, `script`, `internal` …
  std::string file;
  std::string message, help;
};

/// What the exception that is being handled means. Call it inside a `catch (...)` only.
Failure current_failure();

}  // namespace restock
