#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "core/where.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// One line of a demand trace, kept in time order.
struct TraceLine {
  Time at = 0;
  Quantity units = 1;
};

/// Lines of a trace file that belong to one stream, in time order. A name is empty where the file has no such column.
struct TraceGroup {
  std::string site;
  std::string product;
  Where where;  ///< its first line in the file
  std::vector<TraceLine> lines;
};

/// The file's columns: `time` (a date-time, or an offset from `start` with a unit), `quantity`, and, when one file
/// serves several streams, `site` and `product`. The reader keeps the lines beside the demand entry (TraceGroup).
struct TraceArrivals {
  static constexpr std::string_view name = "trace";
  static constexpr std::string_view summary =
      "replays recorded demand from a CSV file, the same in every replication; choose it to ask what would have "
      "happened";
  std::string file;
  static void fields(auto& self, auto& f) {
    f.required("file", self.file, "CSV file with columns time, quantity and optionally site and product");
  }
};

}  // namespace restock
