// What went wrong meanwhile: disruptions, downtimes and surges of the base over time, as far as a result samples them.
#pragma once

#include "analysis/report/study.hpp"

#include <functional>
#include <string>
#include <vector>

namespace restock::report {

/// How severe one was at each sampling instant: mean over replications, 1 where it was on in all of them (above where
/// it has levels).
struct Trouble {
  std::string name;
  std::vector<double> level;
};

/// Those that were ever on, the first dozen or so.
std::vector<Trouble> troubles_of(const Study& study);

/// Calls `draw` with each span of instants [from, to) in which a level stays in the same fifth of its worst, 1 … 5.
void for_each_span(const std::vector<double>& level,
                   const std::function<void(std::size_t from, std::size_t to, int fifth)>& draw);

/// A strip for each over the dates; empty without any.
std::string trouble_figure(const Study& study, const std::vector<Trouble>& troubles);

}  // namespace restock::report
