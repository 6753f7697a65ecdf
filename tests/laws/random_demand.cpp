#include "laws/random_demand.hpp"

#include "core/hash.hpp"
#include "laws/picks.hpp"

#include <string>

namespace restock {

using namespace laws;

namespace {

class Mover {
 public:
  Mover(Draft& draft, Time grain) : b_(draft), grain_(grain) {}

  void move() {
    const DraftStream base = b_.streams.back();
    Modulation own;
    choose_level(own);
    choose_shocks(own);
    if (chance(25)) own.dips.push_back(add_regime(one_of<double>({0.5, 0.0})));
    if (const auto* poisson = std::get_if<PoissonArrivals>(&base.arrivals)) own.mean_gap = 1.0 / poisson->rate.per_tick;
    if (!chance(20)) b_.streams.back().modulation = add(own);
    for (std::int64_t surges = pick(0, 2); surges > 0; --surges) add_surge(base, own);
  }

 private:
  Time grid(std::int64_t low, std::int64_t high) { return grain_ * pick(low, high); }

  ModulationId add(const Modulation& modulation) {
    b_.modulations.push_back(modulation);
    return ModulationId{b_.modulations.size() - 1};
  }

  void choose_level(Modulation& m) {
    if (chance(25)) return;
    std::vector<LevelStep> steps;
    Time at = -b_.warmup + grid(-2, 5);
    for (std::int64_t n = pick(0, 5); n > 0; --n) {
      steps.push_back({at, one_of<double>({0.5, 0.0, 1.0, 1.4, 2.5})});
      at += grid(1, 8);
    }
    std::vector<double> hours;
    if (chance(30))
      for (int h = 0; h < 24; ++h) hours.push_back(one_of<double>({1.0, 0.3, 1.7}));
    m.level = static_cast<std::uint32_t>(b_.levels.size());
    b_.levels.emplace_back(steps, hours, grid(-3, 3));
  }

  void choose_shocks(Modulation& m) {
    for (std::int64_t n = chance(35) ? pick(1, 2) : 0; n > 0; --n) {
      if (b_.shocks.empty() || chance(50))
        b_.shocks.push_back({hash_name("shock " + std::to_string(b_.shocks.size())), grid(1, 9),
                             one_of<double>({0.3, 1.0}), one_of<double>({0.5, 0.0, 1.0}), one_of<double>({1.5, 3.0})});
      m.shocks.push_back(index(0, static_cast<std::int64_t>(b_.shocks.size()) - 1));
    }
  }

  /// Spells on the grid, now and then one after the other without a gap, or of several levels.
  std::uint32_t add_regime(double lift) {
    const auto time = [&](std::int64_t low) {
      TimeLaw law{one_of<Distribution>({Constant{measure(grid(1, 5))}, Exponential{measure(2 * grain_)},
                                        DiscreteUniform{measure(low * grain_), measure(3 * grain_)}})};
      prepare(law.law);
      return law;
    };
    RegimePlan plan;
    plan.who = hash_name("regime " + std::to_string(b_.regimes.size()));
    plan.lift = lift;
    if (chance(25))
      plan.when = Regimes{{{grid(1, 5)}, {grid(1, 3)}, {grid(1, 3)}}, {0.5}};
    else
      plan.when = RandomSpells{time(1), time(0)};
    b_.regimes.push_back(plan);
    return static_cast<std::uint32_t>(b_.regimes.size()) - 1;
  }

  void add_surge(const DraftStream& base, const Modulation& own) {
    Modulation m = own;
    const auto place = static_cast<std::uint32_t>(b_.streams.size());
    std::uint32_t first = place;
    while (b_.streams[first - 1].who != base.who) --first;
    m.behind_base = place - first + 1;
    m.mean_gap = static_cast<double>(grain_) * one_of<double>({1.0, 0.4, 3.0});
    switch (pick(0, 3)) {
      case 0: {
        Promotion promotion;
        promotion.from = {-b_.warmup + grid(-4, 20)};
        promotion.lasts = {grid(1, 8)};
        if (chance(30)) promotion.every = {promotion.lasts.ticks + grid(0, 6)};
        m.source = promotion;
        break;
      }
      case 1: {
        BurstSurge surge;
        surge.bursts.decay = static_cast<double>(grid(1, 6));
        if (chance(50)) {
          surge.bursts.mean_gap = static_cast<double>(grid(2, 12));
        } else {
          Time at = -b_.warmup;
          for (std::int64_t n = pick(1, 3); n > 0; --n) surge.bursts.dates.push_back(at += grid(0, 9));
        }
        if (chance(30)) surge.together = hash_name("together");
        m.source = surge;
        break;
      }
      case 2:
        m.source = RegimeSurge{add_regime(1.8)};
        break;
      default:
        m.source = choose_cluster();
        break;
    }
    DraftStream stream = base;
    stream.who = hash_name("surge " + std::to_string(place));
    stream.trace = {};
    if (std::holds_alternative<TraceArrivals>(stream.arrivals)) stream.unit_size = true;
    stream.arrivals = PoissonArrivals{{1.0 / static_cast<double>(grain_)}};
    stream.modulation = add(m);
    b_.streams.push_back(stream);
  }

  ClusterPlan choose_cluster() {
    ClusterPlan plan;
    if (chance(50)) {
      plan.mean_gap = static_cast<double>(grid(2, 6));
    } else {
      plan.at = -b_.warmup + grid(-3, 10);
      plan.seeds = static_cast<std::uint64_t>(pick(1, 5));
    }
    plan.branching = one_of<double>({0.5, 0.0, 0.8});
    plan.delay = {one_of<Distribution>(
        {Constant{measure(grain_)}, Exponential{measure(2 * grain_)}, Empirical{{measure(0), measure(grain_)}, {}}})};
    prepare(plan.delay.law);
    return plan;
  }

  Draft& b_;
  Time grain_;
};

}  // namespace

void move_demand(Draft& draft, Time grain) { Mover(draft, grain).move(); }

}  // namespace restock
