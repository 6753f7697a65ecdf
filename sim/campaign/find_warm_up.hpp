// How long a warm-up has to be, found by pilot runs. Used by app/.
#pragma once

#include "campaign/run.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// Metrics whose course over time can be looked at, by name.
std::vector<std::string_view> watchable_metrics();

/// A series to look at: a metric of the whole network, or of each site or stock point for itself.
struct WatchedSeries {
  std::string metric;
  Detail by = Detail::total;
};
/// `mean_on_hand`, `mean_on_hand@sites`, `mean_on_hand@stock_points`; nothing where there is another word behind the @.
std::optional<WatchedSeries> watched_series(std::string_view text);

struct FoundWarmUp {
  Time span = 0;
  std::string text;      ///< how it was found, in lines
  bool stopped = false;  ///< a stop was asked for: nothing was found
};

/// Twenty pilot replications of every alternative, apart from those of the run, from an empty past and as long as
/// warm-up and window of the scenario; MSER-5 on the mean over them of each series (metrics of watchable_metrics()).
/// The largest of what they want is taken, over series, places and alternatives. Problems are collected: parts of the
/// scenario that have no steady state, alternatives that have a warm-up of their own, series that have not settled
/// after half of the pilot.
FoundWarmUp find_warm_up(const std::string& path, const PlanSettings& settings,
                         const std::vector<WatchedSeries>& watched, const RunSettings& run, Issues& issues,
                         Document& document);

}  // namespace restock
