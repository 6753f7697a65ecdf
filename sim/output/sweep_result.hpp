// Reads the result of a sweep.
#pragma once

#include "output/error.hpp"
#include "output/sweep_header.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

class SweepResult {
 public:
  explicit SweepResult(const std::string& path);
  ~SweepResult();
  SweepResult(SweepResult&&) noexcept;
  SweepResult& operator=(SweepResult&&) noexcept;

  const std::string& path() const { return path_; }
  const SweepHeader& header() const { return header_; }
  /// What is true of whoever wrote the file, and the scenario's text.
  RunFacts run() const;
  /// A metric by cell; per site or stock point [cell × width + place], empty when not kept.
  std::vector<double> totals(std::string_view metric) const;
  std::vector<double> sites(std::string_view metric) const;
  std::vector<double> points(std::string_view metric) const;
  /// Disruptions [cell × disruptions + disruption].
  std::vector<double> active() const;
  std::vector<double> spells() const;

 private:
  struct File;
  std::vector<double> over(const std::string& dataset, std::size_t width) const;
  std::vector<double> read(const std::string& dataset, const std::vector<std::size_t>& extent) const;

  std::string path_;
  std::unique_ptr<File> file_;
  SweepHeader header_;
};

/// Whether a file is the result of a sweep. Throws ResultError when it is none of ours, or not complete.
bool is_sweep(const std::string& path);

}  // namespace restock
