// Reads result files: ours, complete, of a format that we know. Anything else is refused with the reason. Reads no more
// than what is asked for, and believes no size that the file cannot have.
#pragma once

#include "output/error.hpp"
#include "output/results.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

class ResultReader {
 public:
  /// Opens and checks the file; reads its header and labels.
  explicit ResultReader(const std::string& path);
  ~ResultReader();
  ResultReader(ResultReader&&) noexcept;
  ResultReader& operator=(ResultReader&&) noexcept;

  const std::string& path() const { return path_; }
  /// Its axes have no maps: they belong to a run.
  const ResultHeader& header() const { return header_; }

  /// Totals of all cells, and per stock point where asked for and kept. Metrics that the file lacks are NaN.
  Results read(bool with_points = false) const;
  /// One metric per site or stock point, [(alternative × replications + replication) × width + place]; empty when not
  /// kept.
  std::vector<double> sites(std::string_view metric) const { return over("site_" + std::string(metric)); }
  std::vector<double> points(std::string_view metric) const { return over("stock_point_" + std::string(metric)); }
  /// Units of demand [((alternative × replications + replication) × segments + segment) × 8 + outcome].
  std::vector<std::int64_t> outcomes() const;
  std::string scenario_text() const;
  /// What differs between two identical runs, but the checks.
  RunFacts run() const;
  /// What became of the scenario's checks, a line for each: `met: fill_rate >= 95 % in base`. Empty without any.
  std::string checks_text() const { return note("checks"); }
  /// How a run that added replications ended, and how the warm-up was found, in lines. Empty where it was not so.
  std::string stopping_text() const { return note("stopping"); }
  std::string warm_up_text() const { return note("warm_up"); }

  /// For what has no function of its own, by the names of analysis/README.md. A dataset that is missing or of another
  /// extent than expected is refused; an axis that is missing has no labels.
  bool has(const std::string& dataset) const;
  std::vector<double> numbers(const std::string& dataset, const std::vector<std::size_t>& extent) const;
  std::vector<std::string> labels(const std::string& axis) const;
  std::size_t length(const std::string& axis) const;
  std::int64_t whole_attribute(const std::string& group, const std::string& name) const;

 private:
  struct File;
  std::vector<double> over(const std::string& dataset) const;
  /// A text of /run that not every result has.
  std::string note(const char* name) const;

  std::string path_;
  std::unique_ptr<File> file_;
  ResultHeader header_;
};

}  // namespace restock
