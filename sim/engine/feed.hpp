// The customers of a stream whose demand moves, made ready a block at a time, in order. A cache and not state: it holds
// the same customers whenever it is asked. One for each such stream in the State; cursors read it.
#pragma once

#include "demand/level.hpp"
#include "demand/shock.hpp"
#include "demand/strips.hpp"
#include "engine/luck.hpp"
#include "engine/modulation.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace restock {

struct Blueprint;

/// The level of a stream and the shape of its surge at a time. Copies walk forward from where the original stands.
class Height {
 public:
  Height(const Blueprint& blueprint, const Modulation& modulation, Luck luck, std::uint64_t who, std::uint64_t base_who,
         Time clock_start);
  /// For t that never falls.
  double at(Time t);
  /// Without the shape of the surge.
  double level(Time t);
  /// Nowhere in [from, until) is it above this; `from` never falls.
  double most(Time from, Time until);

 private:
  struct KnownShock {
    const ShockPlan* plan;
    std::int64_t period;
    double factor;
  };
  struct Spells {
    SpellWalk walk;
    const RegimePlan* plan;
  };
  double factor(KnownShock& shock, std::int64_t period);

  const Level* level_ = nullptr;
  const Promotion* promotion_ = nullptr;
  const Bargains* bargains_ = nullptr;
  std::optional<BurstWalk> bursts_;
  std::optional<Spells> regime_;
  std::vector<KnownShock> shocks_;
  std::vector<Spells> dips_;
  Luck luck_;
  std::uint64_t base_who_;
};

class Feed {
 public:
  Feed(const Blueprint& blueprint, std::uint32_t stream, Luck luck, Time clock_start, Time end);

  /// The customer at `place` (0, 1, …) of the stream; at `never` when there is none before the end of the run.
  Candidate at(std::uint64_t place) {
    while (place - first_ >= ready_.size())
      if (!extend()) return {};
    return ready_[place - first_];
  }
  /// Where the stream stands: nobody asks for places before it any more.
  std::uint64_t place() const { return place_; }
  void move_to(std::uint64_t place);

 private:
  bool extend();
  bool extend_cluster();
  void add_block(Time from, Time until);
  void add_own_arrivals(Time until);

  const Blueprint* blueprint_;
  const Modulation* modulation_;
  Luck luck_;
  std::uint32_t stream_;
  Time clock_start_;
  Time end_;
  Height height_;
  std::optional<ClusterWalk> cluster_;
  std::int64_t block_ = 0;  ///< the next one
  Candidate own_{};         ///< the next of the stream's own arrivals
  std::vector<Candidate> ready_;
  std::uint64_t first_ = 0;  ///< the place of ready_[0]
  std::uint64_t place_ = 0;
};

}  // namespace restock
