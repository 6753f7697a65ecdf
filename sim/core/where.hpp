// Where in the user's files something was written.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace restock {

struct Where {
  std::uint32_t file = 0;  ///< index into the list of files read; 0 is the scenario itself
  int line = 0;            ///< 1-based; 0 when unknown (from the command line)
  int column = 0;          ///< 1-based
};

/// A name that must exist elsewhere in the scenario (a site, a product), and where it was written.
struct Reference {
  std::string name;
  Where where;
};

/// A set of names: globs (`store-*`), or all. `at: "store-*"`, `at: [reno, "west-*"]`.
struct Selector {
  std::vector<std::string> patterns;  ///< empty selects everything
  Where where;
};

}  // namespace restock
