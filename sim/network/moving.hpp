// Demand that moves: which shocks reach which streams, and which combinations make no sense. Used inside network/ only.
#pragma once

#include "network/draft.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace restock {

/// Streams that the same shocks reach share one set.
class ShockSets {
 public:
  ShockSets(Draft& draft, Network& network);
  std::uint32_t of(const DraftStream& stream);
  /// About shocks that reach nobody.
  void complain() const;

 private:
  Draft& draft_;
  Network& network_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> known_;
  std::vector<char> used_;
};

/// Streams that the same demand-lifting disruptions reach share one set too.
class LiftSets {
 public:
  LiftSets(Draft& draft, Network& network);
  std::uint32_t of(const NetworkPoint& point);
  void complain() const;
  /// Whether a lift brings customers of its own; else it is a dip.
  bool adds(std::uint32_t lift) const { return effect(lift).factor > 1.0; }

 private:
  const DemandLift& effect(std::uint32_t lift) const;

  Draft& draft_;
  Network& network_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> known_;
};

/// Only Poisson arrivals can be made more than they are; all can be thinned.
void check_moving_demand(Draft& draft, const Network& network);

}  // namespace restock
