// The twin's moving demand: all customers of a stream, written down before the clock starts.
#include "twin/world.hpp"

#include <algorithm>
#include <deque>

namespace restock::twin {

namespace {

Draws draws_at(std::uint64_t seed, std::uint64_t replication, std::uint64_t who, Purpose why, std::uint64_t nth) {
  return Draws({seed, replication, who, why, nth});
}

/// Word k of the bulk draws at an address.
std::uint64_t bulk_word(std::uint64_t seed, std::uint64_t replication, std::uint64_t who, Purpose why,
                        std::uint64_t nth, std::uint64_t k) {
  return random_block({seed, replication, who, why, nth}, k / 4)[k % 4];
}

}  // namespace

/// The level, times all shocks and dips.
double World::plain_height(std::uint32_t k, Time t) const {
  const Modulation& m = *b_.modulation(b_.streams[k]);
  double height = m.level == Modulation::no_level ? 1.0 : b_.levels[m.level].at(t);
  for (const std::uint32_t shock : m.shocks) {
    const ShockPlan& plan = b_.shocks[shock];
    height *= plan.factor(seed_, replication_, b_.streams[k - m.behind_base].who, plan.period_of(t));
  }
  const auto level_of = [&](const RegimePlan& regime) {
    return SpellWalk(regime.when, {seed_, replication_, regime.who}, -b_.warmup).level_at(t);
  };
  for (const std::uint32_t dip : m.dips)
    for (int level = level_of(b_.regimes[dip]); level > 0; --level) height *= b_.regimes[dip].lift;
  return height;
}

/// And times the shape of the surge.
double World::height(std::uint32_t k, Time t) const {
  const Modulation& m = *b_.modulation(b_.streams[k]);
  double height = plain_height(k, t);
  const auto level_of = [&](const RegimePlan& regime) {
    return SpellWalk(regime.when, {seed_, replication_, regime.who}, -b_.warmup).level_at(t);
  };
  if (const auto* bargains = std::get_if<Bargains>(&m.source)) return height * bargains->most;
  if (const auto* surge = std::get_if<RegimeSurge>(&m.source))
    return height * b_.regimes[surge->regime].shape(level_of(b_.regimes[surge->regime]));
  if (const auto* promotion = std::get_if<Promotion>(&m.source)) return promotion->on(t) ? height : 0.0;
  if (const auto* surge = std::get_if<BurstSurge>(&m.source)) {
    const std::uint64_t who = surge->together != 0 ? surge->together : b_.streams[k].who;
    height *= BurstWalk(surge->bursts, seed_, replication_, who, -b_.warmup).at(t);
  }
  return height;
}

void World::write_down_customers(std::uint32_t k) {
  const Modulation& m = *b_.modulation(b_.streams[k]);
  std::vector<Candidate> all;
  if (const auto* viral = std::get_if<ClusterPlan>(&m.source)) {
    all = everyone_infected(k, *viral);
  } else {
    if (std::holds_alternative<OwnArrivals>(m.source)) all = own_arrivals_kept(k);
    if (m.mean_gap > 0.0) add_strips(k, std::holds_alternative<OwnArrivals>(m.source) ? 1 : 0, all);
  }
  const Time begin = -b_.warmup;
  const Time end = later(b_.length, b_.drain);
  std::erase_if(all, [&](const Candidate& c) { return c.at < begin || c.at >= end; });
  for (const Candidate& c : all)
    require(streams_[k].to_come.emplace(c.at, c.number).second, "twin: two customers of a stream share a number");
}

std::vector<Candidate> World::own_arrivals_kept(std::uint32_t k) {
  const std::uint64_t who = b_.streams[k].who;
  std::vector<Candidate> kept;
  Time at = -b_.warmup;
  for (;;) {
    at = next_arrival(k, at);
    if (at >= later(b_.length, b_.drain)) return kept;
    const std::uint64_t number = streams_[k].next++;
    const double u = unit_interval(bulk_word(seed_, replication_, who, Purpose::keep, 0, number));
    if (u < height(k, at)) kept.push_back({at, number});
  }
}

/// Strip by strip and block by block, until a strip that no height of the run can reach.
void World::add_strips(std::uint32_t k, std::uint32_t first, std::vector<Candidate>& all) {
  const Modulation& m = *b_.modulation(b_.streams[k]);
  const std::uint64_t who = b_.streams[k].who;
  const Time begin = -b_.warmup;
  const Time end = later(b_.length, b_.drain);
  double highest = m.level == Modulation::no_level ? 1.0 : b_.levels[m.level].most(begin, end);
  for (const std::uint32_t shock : m.shocks) highest *= b_.shocks[shock].most;
  if (const auto* surge = std::get_if<BurstSurge>(&m.source)) {
    const std::uint64_t whose = surge->together != 0 ? surge->together : who;
    highest *= BurstWalk(surge->bursts, seed_, replication_, whose, begin).most(begin, end);
  }
  if (const auto* surge = std::get_if<RegimeSurge>(&m.source)) {
    const RegimePlan& regime = b_.regimes[surge->regime];
    SpellWalk walk(regime.when, {seed_, replication_, regime.who}, begin);
    double shape = 0.0;
    for (; walk.spell().begin < end; walk.advance()) shape = std::max(shape, regime.shape(walk.spell().level));
    highest *= shape;
  }
  if (const auto* bargains = std::get_if<Bargains>(&m.source)) highest *= bargains->most;
  const double gap = m.mean_gap / b_.streams[k].volume;
  for (std::uint32_t strip = first; strip < most_strips && static_cast<double>(strip) < highest; ++strip) {
    for (std::int64_t block = bucket_of(begin, b_.strip_block); block * b_.strip_block < end; ++block) {
      const std::uint64_t nth = block_number(strip, block);
      Time at = block * b_.strip_block;
      for (std::uint64_t n = 0;; ++n) {
        at += to_ticks(exponential_gap(bulk_word(seed_, replication_, who, Purpose::strip_gap, nth, n)) * gap);
        if (at >= (block + 1) * b_.strip_block) break;
        const double u = unit_interval(bulk_word(seed_, replication_, who, Purpose::keep, nth, n));
        if (at < begin || at >= end || strip + u >= height(k, at)) continue;
        all.push_back({at, strip_customer(strip, block, n)});
        if (b_.streams[k].bargains) streams_[k].wishes[all.back().number] = strip + u;
      }
    }
  }
}

/// Seeds, and whom they bring, and whom those bring.
std::vector<Candidate> World::everyone_infected(std::uint32_t k, const ClusterPlan& plan) {
  const std::uint64_t who = b_.streams[k].who;
  const Time end = later(b_.length, b_.drain);
  std::vector<Candidate> all;
  Time at = plan.mean_gap > 0.0 ? -b_.warmup : plan.at;
  for (std::uint64_t n = 0; plan.mean_gap > 0.0 || n < plan.seeds; ++n) {
    if (plan.mean_gap > 0.0)
      at += to_ticks(exponential_gap(bulk_word(seed_, replication_, who, Purpose::seed_gap, 0, n)) * plan.mean_gap);
    if (at >= end) break;
    all.push_back({at, child_number(0, n)});
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Candidate parent = all[i];
    if (parent.at >= end) continue;
    Draws draws = draws_at(seed_, replication_, who, Purpose::offspring, parent.number);
    const auto children = static_cast<std::uint64_t>(poisson_variate(plan.branching, draws));
    for (std::uint64_t n = 0; n < children; ++n) {
      const Time delay = std::max<Time>(1, plan.delay.sample_ticks(draws));
      all.push_back({later(parent.at, delay), child_number(parent.number, n)});
    }
  }
  return all;
}

}  // namespace restock::twin
