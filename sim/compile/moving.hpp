// Levels, shocks and surges become modulations: one for each combination that streams share. Used inside compile/ only.
#pragma once

#include "compile/shared.hpp"
#include "engine/blueprint.hpp"
#include "input/scenario.hpp"
#include "network/network.hpp"

#include <cstdint>
#include <tuple>
#include <vector>

namespace restock {

/// Where the spells of a regime surge have their draws.
std::uint64_t regime_address(const DemandEntry& entry, const Named<Surge>& surge);

class Movements {
 public:
  Movements(const Scenario& scenario, const Network& network, Blueprint& blueprint);

  /// Invalid where the stream has its arrivals as they are. `behind_base` counts the surges of its entry before it.
  ModulationId of(const NetworkStream& stream, std::uint32_t behind_base);

 private:
  Modulation make(const NetworkStream& stream, std::uint32_t behind_base) const;

  const Scenario& scenario_;
  const Network& network_;
  Blueprint& blueprint_;
  std::vector<std::uint32_t> level_of_entry_;
  std::vector<std::vector<std::uint32_t>> regimes_of_entry_;  ///< by surge, into Blueprint::regimes; of others no use
  std::vector<std::uint32_t> regime_of_lift_;                 ///< by Network::lifts
  Shared<ModulationId, std::tuple<SegmentId, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>,
         Modulation>
      shared_;
};

}  // namespace restock
