// Days since the start of a result as dates, and the dates that a time axis names.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace restock::report {

/// `2026-09-01`: the date of an instant. `start` is a result's, an ISO date with or without time; what is not one gives
/// `day 12`.
std::string date_of(const std::string& start, double days);

/// Instants (days since start) with their labels, at most about `most`: days, weeks, months, quarters or years.
std::vector<std::pair<double, std::string>> date_ticks(const std::string& start, double last, std::size_t most);

}  // namespace restock::report
