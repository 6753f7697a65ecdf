#include "network/levels.hpp"

#include "network/lead.hpp"

#include <algorithm>
#include <variant>

namespace restock {

ClockSpan clock_of(const Scenario& scenario) {
  return {-scenario.warmup.ticks, later(scenario.length.ticks, scenario.drain.ticks), scenario.start_epoch_us};
}

Level level_of(const DemandEntry& entry, const Scenario& scenario) {
  std::vector<Surge> surges;
  for (const Named<Surge>& surge : entry.surges) surges.push_back(surge.what);
  return level_of(entry.profile, surges, clock_of(scenario));
}

namespace {

struct BringsCustomers {
  bool operator()(const Promotion& p) const { return p.amplitude() > 0.0; }
  bool operator()(const Burst&) const { return true; }
  bool operator()(const Viral&) const { return true; }
  bool operator()(const Regime& r) const { return r.amplitude() > 0.0; }
};

/// Share of time in spells in the long run; 0 where it is not plain to see.
struct ShareActive {
  double operator()(const Always&) const { return 1.0; }
  double operator()(const RandomSpells& s) const {
    const double down = mean_of(s.down.law);
    return down / (mean_of(s.up.law) + down);
  }
  double operator()(const Repeating& s) const {
    return static_cast<double>(s.span.ticks) / static_cast<double>(s.every.ticks);
  }
  double operator()(const auto&) const { return 0.0; }
};

struct MeanRate {
  double base;
  Time from;
  Time until;

  double operator()(const Promotion& p) const { return base * p.amplitude() * p.share_of(from, until); }
  double operator()(const Burst& b) const {
    if (b.at.empty()) return base * b.peak * b.mean_shape();
    const auto inside =
        std::count_if(b.at.begin(), b.at.end(), [&](Instant at) { return at.ticks >= from && at.ticks < until; });
    return base * b.peak * static_cast<double>(inside) * static_cast<double>(b.decay.ticks) /
           static_cast<double>(until - from);
  }
  double operator()(const Regime& r) const { return base * r.amplitude() * std::visit(ShareActive{}, r.when); }
  double operator()(const Viral& v) const {
    const double seeds = v.at ? (v.at->ticks >= from && v.at->ticks < until ? static_cast<double>(v.seeds) : 0.0) /
                                    static_cast<double>(until - from)
                              : v.rate.per_tick;
    return seeds * v.cluster_size();
  }
};

}  // namespace

bool brings_customers(const Surge& surge) { return std::visit(BringsCustomers{}, surge); }

double mean_rate(const Surge& surge, double base, Time from, Time until) {
  return std::visit(MeanRate{base, from, until}, surge);
}

}  // namespace restock
