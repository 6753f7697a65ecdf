// Announced times of lanes and makers, and the longest way goods can take. compile/ uses the same figures.
#pragma once

#include "core/time.hpp"
#include "network/network.hpp"

#include <string>
#include <vector>

namespace restock {

/// The mean of a law as written: it need not be prepared yet.
double mean_of(const Distribution& law);
/// What the planner announces for a lane: from dispatch to receipt.
Time announced_transit(const Lane& lane);
/// Announced time at berth of a vessel of ours with so many units, and mean time at berth of other people's.
Time announced_handling(const Site& port, Quantity units);
double mean_background_handling(const Site& port, const BackgroundTraffic& traffic);
/// Announced time in the yard: dwell and customs.
Time announced_yard(const Site& port);
/// What is announced for a lane from dispatch to receipt, with the port it calls at (or null) and a sailing's mean
/// wait.
Time announced_way(const Lane& lane, const Site* port);
/// What is announced for production at a supplier or plant: its mean time, and the mean line time of one unit.
Time announced_production(const Site& site);
/// Line time of one unit in ticks; 0 without capacity.
double mean_time_per_unit(const Site& site);

/// The longest announced way to one stock point, from the supplier or plant where it begins.
struct LongestLead {
  Time total = 0;
  std::vector<std::string> sites;  ///< upstream first
  std::string product;             ///< of the last stock point
  /// `21 d: ningbo → reno → webshop (kettle)`.
  std::string text() const;
};

/// For every stock point: order delays, production and transit along the longest path, each stage ordering in turn.
std::vector<Time> longest_leads(const Scenario& scenario, const Network& network);
/// The longest of all; empty sites when nothing is ever ordered.
LongestLead longest_lead(const Scenario& scenario, const Network& network);

}  // namespace restock
