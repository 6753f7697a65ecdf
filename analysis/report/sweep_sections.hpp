// The sections of a sweep's page, one file each. A section is markup, empty when there is nothing to show in it.
#pragma once

#include "analysis/report/sweep_study.hpp"

#include <string>

namespace restock::report {

/// Which cell is best, how sure that is, and what moves it.
std::string sweep_answer(const SweepStudy& study);
/// What each factor does to the metrics that decide, all else averaged.
std::string main_effects_section(const SweepStudy& study);
/// The two strongest factors against each other.
std::string heat_map_section(const SweepStudy& study);
/// Every cell, or the best ones, in a table that sorts.
std::string cells_section(const SweepStudy& study);
/// Where the numbers come from.
std::string sweep_provenance_section(const SweepStudy& study);

/// The metrics that decide, the one that ranks first; only those that differ somewhere.
std::vector<std::size_t> deciding_metrics(const SweepStudy& study);

}  // namespace restock::report
