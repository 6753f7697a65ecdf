// How the network's checks speak: an Issue with its place in the user's files. Used inside network/, and by what
// compile/ has to say of resamples.
#pragma once

#include "core/issue.hpp"
#include "core/where.hpp"
#include "input/scenario.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace restock {

class Complaints {
 public:
  Complaints(const Scenario& scenario, Issues& issues) : scenario_(&scenario), issues_(&issues) {}

  void error(Where where, std::string path, std::string code, std::string problem, std::string hint = {}) {
    add(Severity::error, where, std::move(path), std::move(code), std::move(problem), std::move(hint));
  }
  void warning(Where where, std::string path, std::string code, std::string problem, std::string hint = {}) {
    add(Severity::warning, where, std::move(path), std::move(code), std::move(problem), std::move(hint));
  }
  std::size_t errors() const { return errors_; }

 private:
  void add(Severity severity, Where where, std::string path, std::string code, std::string problem, std::string hint);

  const Scenario* scenario_;
  Issues* issues_;
  std::size_t errors_ = 0;
};

/// One complaint about many stock points: they are named once for each place in the file that they share, as
/// "store-1/kettle and 19 more stock points".
class Gathered {
 public:
  void add(Where where, std::string path, const std::string& point, std::string hint = {});
  /// `after` completes the sentence that begins with the names.
  void report(Complaints& complain, Severity severity, const std::string& code, const std::string& after) const;

 private:
  struct Entry {
    Where where;
    std::string path, first, hint;
    std::size_t count = 0;
  };
  std::map<std::tuple<std::uint32_t, int, int, std::string>, std::size_t> index_;
  std::vector<Entry> entries_;
};

/// "a, b, c and 4 more".
std::string some_of(const std::vector<std::string>& names, std::size_t shown = 3);

/// Ticks in days, e.g. `18.5 d`; a rate per tick as units per day, e.g. `42 per d`.
std::string in_days(double ticks);
std::string per_day(double per_tick);

}  // namespace restock
