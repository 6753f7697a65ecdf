// What a sweep is, as its files say it: the scenario's header, and the factors that its design points give values to.
#pragma once

#include "output/results.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace restock {

/// A factor and its value at each design point.
struct FactorColumn {
  std::string name;
  std::string path;                     ///< what it changes; several are separated by blanks
  bool numeric = false;                 ///< numbers of one unit
  std::string unit;                     ///< of numbers, as written in the scenario
  std::vector<double> numbers = {};     ///< by design point, if numeric
  std::vector<std::string> texts = {};  ///< by design point, else
};

struct SweepHeader {
  ResultHeader run;        ///< its axes are the union over design points and alternatives; they have no maps
  std::string design;      ///< `grid`, `zip`, `latin_hypercube`, `sobol`
  std::size_t points = 0;  ///< design points
  std::uint64_t plan = 0;  ///< hash of all that decides what a cell's values are: cells of equal plans fit together
  std::vector<FactorColumn> factors;
  std::vector<std::string> sketches = {};  ///< that cells keep besides waits; none in sweeps. Not read back

  std::size_t alternatives() const { return run.axes.alternatives.size(); }
  /// Alternatives of design points.
  std::size_t variants() const { return points * alternatives(); }
  /// Cells are numbered design point by design point, then alternative by alternative, then by replication.
  std::size_t cells() const { return variants() * run.replications; }
};

/// Its name and unit, above its values.
std::string heading_of(const FactorColumn& factor);
/// The value of a factor at a design point, with its unit.
std::string value_text(const FactorColumn& factor, std::size_t point);

}  // namespace restock
