// A small sweep and what the tests of sweeps ask of it.
#pragma once

#include "catch.hpp"

#include "shell.hpp"

#include <filesystem>
#include <string>
#include <vector>

/// Three reorder points × two rates × two alternatives × four replications: 48 cells.
inline std::string small_sweep() {
  return small_with("{ replenishment.shop.S: 45 }") + R"(series: 10 d
sweep:
  factors:
    s: { path: replenishment.shop.s, values: [5, 15, 25] }
    rate: { path: demand.walk-in.arrivals.rate, from: 4 per d, to: 6 per d, steps: 2 }
)";
}

inline bool tells(const Answer& answer, const std::string& words) {
  INFO(answer.out << answer.err);
  return (answer.out + answer.err).find(words) != std::string::npos;
}

inline std::string digest_of_file(const std::string& name) {
  const Answer answer = restock("digest " + name);
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  return answer.out.substr(0, answer.out.find(' '));
}

inline void forget(const std::string& name) {
  std::filesystem::remove(scratch() / name);
  std::filesystem::remove_all(scratch() / (name + ".parts"));
}

/// Files in the folder of a sweep's work whose names begin so, without their folder.
inline std::vector<std::string> parts_of(const std::string& name, const std::string& prefix) {
  std::vector<std::string> found;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(scratch() / (name + ".parts"), none))
    if (entry.path().filename().string().starts_with(prefix)) found.push_back(entry.path().string());
  return found;
}

/// The result of the sweep in one piece, on one thread: what every other way has to give.
inline std::string plain_digest(const std::string& options = {}) {
  write_file("sweep.yaml", small_sweep());
  forget("plain.h5");
  const Answer answer = restock("sweep sweep.yaml -q -o plain.h5 --threads 1 " + options);
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  CHECK_FALSE(std::filesystem::exists(scratch() / "plain.h5.parts"));
  return digest_of_file("plain.h5");
}
