// Progress on stderr: a bar on a terminal, erased at the end; elsewhere a line every tenth.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace restock {

class Progress {
 public:
  /// Of so many `parts`, which take turns.
  explicit Progress(bool quiet, std::size_t parts = 1);
  ~Progress() { erase(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  /// The next part begins; the bar goes on where it was.
  void begin(const std::string& what);
  void show(std::size_t done, std::size_t total);
  void erase();

 private:
  using Clock = std::chrono::steady_clock;
  std::string what_;
  bool quiet_;
  bool terminal_;
  bool drawn_ = false;
  Clock::time_point began_ = Clock::now();
  Clock::time_point last_ = began_;
  std::size_t parts_;
  std::size_t part_ = 0;  ///< from 1
  std::size_t tenth_ = 0;
};

}  // namespace restock
