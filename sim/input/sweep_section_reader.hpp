// What reading the key `sweep:` needs in both of its parts. Used by sweep.cpp and factor.cpp only.
#pragma once

#include "input/report.hpp"
#include "input/sweep.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace restock {

class SweepSectionReader {
 public:
  SweepSectionReader(Document& document, Issues& issues)
      : document_(document), report_(issues, document.sources.names) {}
  std::optional<SweepSection> read(const Node& node);

 private:
  bool refuse(Where where, const Path& path, const Fault& fault) {
    report_.error(where, path, fault);
    return false;
  }

  void check_keys(const Node& map, const Path& path, const std::vector<std::string_view>& known);
  bool whole_number(const Node& node, const Path& path, std::size_t low, std::size_t high, std::size_t& out);

  void read_design(const Node& node, const Path& path);
  void read_points(const Node& form, Where where, const Path& path);

  // factor.cpp
  void read_factor(const Node& node, const Path& path);
  void read_paths(const Node& node, const Path& path, Factor& factor);
  void add_path(const Node& node, const Path& path, Factor& factor);
  void read_levels(const Node& node, const Path& path, Factor& factor);
  void read_list(const Node& node, const Path& path, Factor& factor);
  void read_column(const Node& node, const Node& file, const Path& path, Factor& factor);
  void read_range(const Node& node, const Path& path, Factor& factor);
  bool read_end(const Node& node, const char* key, const Path& path, Measured& out);
  bool read_scale(const Node& node, const Path& path, FactorRange& range);
  bool read_round(const Node& node, const Path& path, FactorRange& range);

  Document& document_;
  Report report_;
  SweepSection section_;
};

}  // namespace restock
