// The twin's production: jobs queue for lines, first come first served, and then take their time.
#include "twin/world.hpp"

#include "random/binomial.hpp"

namespace restock::twin {

/// Units of an order of `point` arrive at the production of its supplier, or of its plant.
void World::make(std::uint32_t point, std::uint64_t order, Quantity units) {
  const std::uint32_t link = points_[point].orders.at(order).link;
  const ResourceId id = link == made_here ? b_.points[point].resource : b_.links[link].resource;
  if (!id.valid()) return put_into_stock(point, order, units, points_[point].batches++);
  Resource& resource = resources_[id.index()];
  Job job;
  job.point = point;
  job.order = order;
  job.units = units;
  job.nth = next_of_day(resource.job_day);
  resource.jobs.emplace(resource.arrived++, job);
  start_lines(id.value);
}

/// Starts waiting jobs while a line is free (or all of them, where there are no lines).
void World::start_lines(std::uint32_t id) {
  const ResourcePlan& plan = b_.resources[id];
  Resource& resource = resources_[id];
  if (plan.lines > 0 && resource.stopped) return;
  for (auto& [number, job] : resource.jobs) {
    if (!job.waits) continue;
    if (plan.lines > 0 && resource.busy == plan.lines) return;
    job.waits = false;
    Draws draws({seed_, replication_, plan.who, Purpose::production, job.nth});
    if (plan.lines == 0) {
      work(id, number, plan.production_time.sample_ticks(draws), false);
      continue;
    }
    ++resource.busy;
    double line_time = 0.0;
    double slowness = 1.0;
    if (const auto* constant = std::get_if<Constant>(&plan.time_per_unit.law))
      line_time = static_cast<double>(job.units) * constant->value.value;
    else
      for (Quantity unit = 0; unit < job.units; ++unit) line_time += restock::sample(plan.time_per_unit.law, draws);
    job.production_time = plan.production_time.sample_ticks(draws);
    for (const EffectPlan& effect : b_.effects)
      for (int k = 0; k < causes_[effect.cause].level; ++k)
        if (effect.kind == EffectKind::production_slowed && effect.target == id) slowness *= effect.factor;
    job.line_time = to_ticks(line_time / slowness);
    work(id, number, job.line_time, true);
  }
}

void World::line_done(std::uint32_t id, std::uint64_t number) {
  const Job& job = resources_[id].jobs.at(number);
  if (job.due != now_.tick || !job.on_line) return;  // production has stood still
  work(id, number, job.production_time, false);
  --resources_[id].busy;
  start_lines(id);
}

void World::made(std::uint32_t id, std::uint64_t number) {
  Job job = resources_[id].jobs.at(number);
  if (job.due != now_.tick || job.on_line) return;
  resources_[id].jobs.erase(number);
  if (job.units == 0) return;  // withdrawn
  const Quantity good = good_ones(id, job);
  if (good < job.units) lose_in_production(job.point, job.order, job.units - good);
  job.units = good;
  if (good == 0) return;
  Order& order = points_[job.point].orders.at(job.order);
  if (order.link == made_here)
    put_into_stock(job.point, job.order, job.units, number);
  else
    send(job.point, order, job.units);
}

Quantity World::good_ones(std::uint32_t id, const Job& job) const {
  double factor = 1.0;
  for (const EffectPlan& effect : b_.effects)
    for (int k = 0; k < causes_[effect.cause].level; ++k)
      if (effect.kind == EffectKind::yield_drop && effect.target == id) factor *= effect.factor;
  const ResourcePlan& plan = b_.resources[id];
  Draws words = draws(plan.who, Purpose::yield, job.nth);
  const double share = restock::sample(plan.yield.law, words) * factor;
  return binomial(job.units, share, words);
}

void World::lose_in_production(std::uint32_t at, std::uint64_t number, Quantity units) {
  Order& order = points_[at].orders.at(number);
  order.undispatched -= units;
  order.lost += units;
  change(at, &Point::on_order, -units);
  losses(at).yield_lost += units;
  history_.note(b_.points[at].who, Fact::yield_lost, now_.tick, 0, units);
  close_if_done(at, number);
  review_if_low(at);
}

/// What is made at a plant is received at once, as a receipt of this instant.
void World::put_into_stock(std::uint32_t at, std::uint64_t order, Quantity units, std::uint64_t number) {
  const std::uint64_t id = of_link(0xfffffffeU, number);
  points_[at].made[id] = {id, 0, order, units, 0, false};
  schedule(Kind::receipt, now_.tick, b_.points[at].dispatch_rank, id, at, id);
}

}  // namespace restock::twin
