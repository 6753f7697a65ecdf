// Runs the program with something going wrong beneath it. For the tests of this folder.
#pragma once

#include "app/sweep_scenario.hpp"
#include "catch.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace faults {

/// A library laid under a program is none of a sanitizer's friends; there these tests do nothing.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || defined(__clang__)
inline constexpr bool possible = false;
#else
inline constexpr bool possible = true;
#endif

inline bool exists(const std::string& name) { return std::filesystem::exists(scratch() / name); }

/// A failure of the file system: the n-th call that is counted, with this error, and all later ones if it lasts.
struct Fault {
  int call = 1;
  int error = ENOSPC;
  bool lasts = true;
};

/// Shell commands that lay the fault under whatever runs next.
inline std::string with_fault(const Fault& fault) {
  return "export LD_PRELOAD='" RESTOCK_SHIM "' RESTOCK_FAULT=" + std::to_string(fault.call) +
         " RESTOCK_FAULT_ERRNO=" + std::to_string(fault.error) + (fault.lasts ? " RESTOCK_FAULT_LASTS=1" : "") +
         " RESTOCK_FAULT_UNDER='" + scratch().string() + "' RESTOCK_FAULT_COUNT='" + (scratch() / "count").string() +
         "' RESTOCK_FAULT_SAID='" + (scratch() / "said").string() + "'";
}

struct Outcome {
  Answer answer;
  std::string failed;  ///< the call that failed; empty: there were not so many
};
inline Outcome run_with(const Fault& fault, const std::string& arguments) {
  std::filesystem::remove(scratch() / "said");
  Outcome outcome;
  outcome.answer = restock(arguments, with_fault(fault));
  outcome.failed = text_of(scratch() / "said");
  return outcome;
}

/// Which calls of a command to let fail: all of them with RESTOCK_ALL, else the first, the last and some between; what
/// the library writes is much of the same.
inline std::vector<int> calls_of(const std::string& arguments) {
  REQUIRE(run_with({1'000'000'000, EIO, true}, arguments).answer.code == 0);
  const int all = std::stoi(text_of(scratch() / "count"));
  const int step = std::getenv("RESTOCK_ALL") != nullptr ? 1 : std::max(1, all / 8);
  std::vector<int> calls;
  for (int call = 1; call <= all; ++call)
    if (call <= 3 || call > all - 4 || call % step == 0) calls.push_back(call);
  return calls;
}

/// For cases that count what is left over: whoever was killed before them could not tidy up.
inline void empty_folder() {
  for (const auto& entry : std::filesystem::directory_iterator(scratch())) std::filesystem::remove_all(entry.path());
}

/// Files that are neither whole nor said to be somebody's work in progress.
inline int half_files() {
  int count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(scratch()))
    if (entry.path().extension() == ".part") ++count;
  return count;
}

}  // namespace faults
