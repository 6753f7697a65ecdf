// Collects problems with their places. Rooms outside input/ see Issues only.
#pragma once

#include "core/issue.hpp"
#include "core/where.hpp"
#include "input/node.hpp"

#include <string>
#include <vector>

namespace restock {

/// What is wrong with one piece of text; the caller knows where it is.
struct Fault {
  std::string code;
  std::string problem;
  std::string hint;
};

class Report {
 public:
  Report(Issues& issues, const std::vector<std::string>& files) : issues_(issues), files_(files) {}

  void error(Where where, const Path& path, const Fault& fault) { add(where, path, fault, Severity::error); }
  void add(Where where, const Path& path, const Fault& fault, Severity severity);
  std::size_t errors() const { return errors_; }
  /// Column names and where their cells begin, while the rows of a table are read: messages then name the column.
  struct Table {
    std::uint32_t file = no_file;
    const std::vector<std::string>* header = nullptr;
    const std::vector<Where>* cells = nullptr;
  };
  Table table;

 private:
  Issues& issues_;
  const std::vector<std::string>& files_;
  std::size_t errors_ = 0;
};

/// The order in which problems are shown: by file, line and column; what has no place comes first.
void sort_issues(Issues& issues);

}  // namespace restock
