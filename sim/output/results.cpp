#include "output/results.hpp"

#include "core/contract.hpp"

namespace restock {

Results::Results(ResultHeader described, bool with_points) : header(std::move(described)) {
  const std::size_t cells = header.axes.alternatives.size() * header.replications;
  totals.assign(metrics().size(), std::vector<double>(cells, undefined));
  if (with_points) points.assign(metrics().size(), std::vector<double>(cells * header.axes.points(), undefined));
  active.assign(cells * header.axes.disruptions.size(), undefined);
  spells = active;
  fingerprints.assign(cells, 0);
  present.assign(cells, 0);
}

void Results::add(const CellResult& result) {
  const std::size_t at = cell(result.alternative, result.replication);
  require(present[at] == 0, "a cell is added once");
  for (std::size_t m = 0; m < totals.size(); ++m) totals[m][at] = result.totals[m];
  const std::size_t width = header.axes.points();
  for (std::size_t m = 0; m < points.size() && !result.points.empty(); ++m)
    for (std::size_t p = 0; p < width; ++p) points[m][at * width + p] = result.points[m][p];
  const std::size_t disruptions = header.axes.disruptions.size();
  for (std::size_t d = 0; d < disruptions; ++d) {
    active[at * disruptions + d] = result.active[d];
    spells[at * disruptions + d] = result.spells[d];
  }
  fingerprints[at] = result.fingerprint;
  present[at] = 1;
}

std::vector<double> Results::of_point(std::size_t metric, std::size_t alternative, std::size_t point) const {
  std::vector<double> values;
  for (std::size_t r = 0; r < header.replications; ++r)
    values.push_back(points[metric][cell(alternative, r) * header.axes.points() + point]);
  return values;
}

std::vector<double> Results::of_disruption(std::vector<double> Results::*fact, std::size_t alternative,
                                           std::size_t disruption) const {
  std::vector<double> values;
  for (std::size_t r = 0; r < header.replications; ++r)
    values.push_back((this->*fact)[cell(alternative, r) * header.axes.disruptions.size() + disruption]);
  return values;
}

std::uint64_t Results::fingerprint() const {
  std::uint64_t sum = 0;
  for (const std::uint64_t f : fingerprints) sum += f;
  return sum;
}

}  // namespace restock
