// What the model knows of a stock point's demand and lead time beforehand: what levels are set by that nobody reviews.
#pragma once

#include "network/network.hpp"
#include "policy/set_levels.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace restock {

/// Of every stock point. Demand: mean and variance of customers' over the measured window, rolled up the network as if
/// every order were passed on at once and as it is (no batching), and split unit by unit between lanes. Lead time: as
/// announced, with the variances of transit, sailings and production; queues, shortages upstream and disruptions are in
/// neither.
std::vector<Outlook> outlooks(const Scenario& scenario, const Network& network);

/// Outlooks by the addresses of stock points (NetworkPoint::who): what levels are set by in a scenario that is changed
/// afterwards, so that they stay as they were set.
using FrozenOutlooks = std::map<std::uint64_t, Outlook>;
FrozenOutlooks freeze_outlooks(const Scenario& scenario, const Network& network);

}  // namespace restock
