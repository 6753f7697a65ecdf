// The key `sweep:` of a scenario: named factors, each a path and the values that it takes, and how they are combined.
// Read by campaign/, which makes design points of it; `restock run` only checks its form.
#pragma once

#include "input/document.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// Values between two ends that share a unit.
struct FactorRange {
  double from = 0.0, to = 0.0;
  bool logarithmic = false;  ///< equal ratios instead of equal differences; both ends above 0
  double round = 0.0;        ///< values are multiples of it; 0: not rounded
  std::string unit;          ///< as written behind both ends: `d`, `per d`, `%`; may be empty
  Where where;

  /// The value a share of the way from one end to the other (0 … 1), as it is written in a scenario.
  Node at(double share) const;
};

struct Factor {
  std::string name;
  std::vector<std::string> paths;    ///< all get the same value
  Where where;                       ///< of the name
  Where path_where;                  ///< of the path
  std::vector<Node> levels;          ///< the values that it takes; empty: any in `range`
  std::optional<FactorRange> range;  ///< where the levels come from, when they are computed
};

enum class DesignKind : std::uint8_t { grid, zip, latin_hypercube, sobol };

struct SweepSection {
  DesignKind design = DesignKind::grid;
  std::size_t points = 0;  ///< of a sampled design
  Where design_where;
  std::vector<Factor> factors;
};

inline constexpr std::size_t most_design_points = 100'000;

/// The section of a document that has one; nullopt when it has none or any problem was reported. Tables that factors
/// are read from join the document's sources.
std::optional<SweepSection> read_sweep(Document& document, Issues& issues);

bool has_sweep(const Document& document);

/// A number and what stands behind it, when a value is that.
struct Measured {
  double value = 0.0;
  std::string unit;
};
std::optional<Measured> measured(const Node& node);

/// `grid`, `latin_hypercube` …
std::string_view to_text(DesignKind kind);

}  // namespace restock
