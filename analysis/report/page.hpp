// The whole page: one HTML file that needs nothing else and may load nothing else.
#pragma once

#include "analysis/compare.hpp"
#include "output/reader.hpp"
#include "output/sweep_result.hpp"

#include <string>
#include <vector>

namespace restock::report {

/// A report of one or several results. Its content security policy allows its own style and script by their hashes and
/// nothing from anywhere. Throws ResultError as `compare` does when results cannot stand side by side.
std::string report_page(const std::vector<ResultReader>& readers, const CompareOptions& options = {});

/// A report of a sweep; `by` is the metric that ranks its cells (empty: profit if anything was sold, else total_cost).
/// Throws ResultError.
std::string sweep_page(const SweepResult& result, const std::string& by = {});

}  // namespace restock::report
