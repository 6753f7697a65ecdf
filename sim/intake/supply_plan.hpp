// From what was found to what a scenario needs: where each product comes from at each site, how much is asked for
// there, and levels that a planner would begin with. Used by write_scenario.cpp.
#pragma once

#include "intake/foreign.hpp"

#include <string>
#include <vector>

namespace restock {

/// Sites beyond those of the tables.
inline constexpr std::string_view assumed_supplier = "supplier";

/// A product at a site: who sends it, and what is asked for there.
struct PlannedPoint {
  std::size_t site = 0, product = 0;
  std::size_t from = 0;        ///< place in SupplyPlan::sites
  bool sells = false;          ///< customers come here
  double per_day = 0.0;        ///< mean units a day, of all that is downstream
  double variance = 0.0;       ///< of the units of a day
  std::vector<double> days{};  ///< lead times that were seen on the way here
  Quantity reorder_point = 0, order_up_to = 0;
};

struct SupplyPlan {
  std::int64_t first_us = 0;  ///< midnight before the first line
  std::int64_t days = 0;      ///< whole days to the end of the last one
  std::vector<std::string> sites;
  std::vector<PlannedPoint> points;   ///< every site before those that it supplies
  std::size_t sites_without_way = 0;  ///< that sell, and that no way leads to
  std::size_t ways_not_taken = 0;     ///< a second source of a product at a site
  double assumed_days = 14.0;
};

/// Throws nothing; ways that run in a circle are cut where they close.
SupplyPlan plan_supply(const Foreign& found, double assumed_days);

/// Mean and coefficient of variation; 0 and 0 of nothing.
struct SampleShape {
  double mean = 0.0, cv = 0.0;
};
SampleShape shape_of(const std::vector<double>& values);

}  // namespace restock
