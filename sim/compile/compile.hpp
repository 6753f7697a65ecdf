// The wall: left of it names, right of it numbers. Turns a checked Scenario and its Network into what the engine eats.
#pragma once

#include "engine/blueprint.hpp"
#include "input/scenario.hpp"
#include "measure/labels.hpp"
#include "network/network.hpp"
#include "network/outlook.hpp"

namespace restock {

struct Compiled {
  Blueprint blueprint;
  Labels labels;
};

/// Ids are those of the Network; all sites, products, lanes and demand entries keep their numbers as declared. Levels
/// that rules set before the run are set by `frozen` outlooks where they are given, else by the scenario's own.
Compiled compile(const Scenario& scenario, const Network& network, Detail detail,
                 const FrozenOutlooks* frozen = nullptr);

}  // namespace restock
