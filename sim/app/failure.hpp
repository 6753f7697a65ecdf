// Exceptions become messages and exit codes here and nowhere else.
#pragma once

#include <string>

namespace restock {

/// An exception as people are told of it.
struct Failure {
  int code = 1;      ///< exit code
  std::string kind;  ///< stable, machine-readable: `disk_full`, `script`, `internal` …
  std::string file;
  std::string message, help;
};

/// What the exception that is being handled means. Call it inside a `catch (...)` only.
Failure current_failure();

}  // namespace restock
