// How the demand of a stream moves: a part of the blueprint. Streams without it have their arrivals as they are.
#pragma once

#include "core/id.hpp"
#include "demand/bursts.hpp"
#include "demand/clusters.hpp"
#include "demand/surge/promotion.hpp"
#include "disruption/trigger.hpp"

#include <cstdint>
#include <variant>
#include <vector>

namespace restock {

using ModulationId = Id<struct ModulationTag>;

/// The stream's own arrivals, thinned where the level is below 1, and strips above them where it exceeds 1.
struct OwnArrivals {};

struct BurstSurge {
  BurstPlan bursts;
  std::uint64_t together = 0;  ///< address of bursts that all streams share; 0: each stream has its own
};

/// A random state of demand: at level k the factor counts k times, lift^k.
struct RegimePlan {
  Trigger when;
  std::uint64_t who = 0;
  double lift = 1.0;

  /// Of a lift above 1: (lift^k − 1)/(lift − 1), what is added at level k over what is added at level 1.
  double shape(int level) const {
    double sum = 0.0;
    double term = 1.0;
    for (int k = 0; k < level; ++k, term *= lift) sum += term;
    return sum;
  }
};
/// Customers who come for a reduced price only: candidates up to the deepest step, whether the price is reduced or not.
/// Who comes of them is seen when they do.
struct Bargains {
  double most = 0.0;  ///< MarkdownRules::most_extra
};
struct RegimeSurge {
  std::uint32_t regime = 0;  ///< into Blueprint::regimes
};

/// Shared by the streams of one demand entry (or of one surge of it) that the same shocks reach.
struct Modulation {
  static constexpr std::uint32_t no_level = ~std::uint32_t{0};

  /// Where candidates come from: of a surge they come at `mean_gap` and are kept by its shape; of ClusterPlan all are.
  std::variant<OwnArrivals, Promotion, BurstSurge, ClusterPlan, RegimeSurge, Bargains> source;
  std::uint32_t level = no_level;     ///< into Blueprint::levels
  std::vector<std::uint32_t> shocks;  ///< into Blueprint::shocks: factors on the level
  std::vector<std::uint32_t> dips;    ///< into Blueprint::regimes: factors too, of lifts below 1
  double mean_gap = 0.0;          ///< in ticks, of the candidates of one strip; 0: arrivals that can only be thinned
  std::uint32_t behind_base = 0;  ///< a surge: how many places behind the stream whose demand it adds to
};

}  // namespace restock
