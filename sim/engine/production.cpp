// Production lines of a supplier or plant: jobs queue first come first served, then take production time.
#include "engine/replication.hpp"

#include "random/binomial.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace restock {

/// `resource` none: a plant without any production time; its lot is made at once.
void Replication::start_job(std::uint32_t resource, std::uint32_t order, Quantity units) {
  Job job;
  job.resource = resource;
  job.order = order;
  job.units = units;
  if (resource == none) {
    job.number = s_.untimed_jobs++;
    const std::uint32_t slot = s_.jobs.make(job);
    receive_made(slot);
    return;
  }
  ResourceState& state = s_.resources[resource];
  job.number = state.jobs++;
  job.nth = day_number(now_.tick, state.arrivals.next(now_.tick));
  const std::uint32_t slot = s_.jobs.make(job);
  if (s_.orders[order].link != none) remember_job(slot);
  if (b_.resources[resource].lines == 0) {
    run_job(slot);
    return;
  }
  s_.jobs[slot].prev = state.tail;
  (state.tail != none ? s_.jobs[state.tail].next : state.head) = slot;
  state.tail = slot;
  fill_lines(resource);
}

void Replication::fill_lines(std::uint32_t resource) {
  if (production_stopped(resource)) return;
  ResourceState& state = s_.resources[resource];
  while (state.head != none && state.busy < b_.resources[resource].lines) {
    const std::uint32_t slot = state.head;
    unqueue_job(slot);
    ++state.busy;
    run_job(slot);
  }
}

void Replication::unqueue_job(std::uint32_t slot) {
  const Job& job = s_.jobs[slot];
  ResourceState& state = s_.resources[job.resource];
  (job.prev != none ? s_.jobs[job.prev].next : state.head) = job.next;
  (job.next != none ? s_.jobs[job.next].prev : state.tail) = job.prev;
}

/// A supplier's order knows its jobs: a shortage can make several of one.
void Replication::remember_job(std::uint32_t slot) {
  std::uint32_t* place = &s_.orders[s_.jobs[slot].order].job;
  while (*place != none) place = &s_.jobs[*place].sibling;
  *place = slot;
}

void Replication::forget_job(std::uint32_t slot) {
  std::uint32_t* place = &s_.orders[s_.jobs[slot].order].job;
  while (*place != slot) place = &s_.jobs[*place].sibling;
  *place = s_.jobs[slot].sibling;
}

/// Draws the line time and the production time, and queues the end of the first that applies.
void Replication::run_job(std::uint32_t slot) {
  Job& job = s_.jobs[slot];
  const ResourcePlan& plan = b_.resources[job.resource];
  Draws draws(luck_.at(plan.who, Purpose::production, job.nth));
  job.started = true;
  if (plan.lines == 0) {
    start_work(slot, plan.production_time.sample_ticks(draws), false);
    return;
  }
  double line_time = 0.0;
  if (const auto* constant = std::get_if<Constant>(&plan.time_per_unit.law)) {
    line_time = static_cast<double>(job.units) * constant->value.value;
  } else {
    for (Quantity unit = 0; unit < job.units; ++unit) line_time += sample(plan.time_per_unit.law, draws);
  }
  job.after_line = plan.production_time.sample_ticks(draws);
  if (!b_.effects.empty())
    line_time /= factor_of(s_.disruptions.of_resource[job.resource], EffectKind::production_slowed);
  start_work(slot, to_ticks(line_time), true);
}

void Replication::on_production_done(std::uint32_t slot) {
  if (!work_is_over(slot)) return;
  const Job job = s_.jobs[slot];
  --s_.resources[job.resource].busy;
  start_work(slot, job.after_line, false);
  fill_lines(job.resource);
}

void Replication::on_made(std::uint32_t slot) {
  if (!work_is_over(slot)) return;
  Job& job = s_.jobs[slot];
  const std::uint32_t order = job.order;
  if (job.units == 0) {  // withdrawn while in production; its order may be gone
    s_.jobs.release(slot);
    return;
  }
  const Quantity good = good_units(job);
  const Quantity bad = std::exchange(job.units, good) - good;
  const bool supplier = s_.orders[order].link != none;
  if (supplier) forget_job(slot);
  if (bad > 0) lose_yield(order, bad);
  if (good > 0 && !supplier) {
    receive_made(slot);
    return;
  }
  s_.jobs.release(slot);
  if (good > 0) send(order, good);
}

/// How many units of a lot come out good.
Quantity Replication::good_units(const Job& job) const {
  const ResourcePlan& plan = b_.resources[job.resource];
  const double factor =
      b_.effects.empty() ? 1.0 : factor_of(s_.disruptions.of_resource[job.resource], EffectKind::yield_drop);
  if (factor == 1.0 && plan.yield.is_whole()) return job.units;
  Draws draws(luck_.at(plan.who, Purpose::yield, job.nth));
  const double share = sample(plan.yield.law, draws) * factor;
  return binomial(job.units, share, draws);
}

/// Bad units leave the order, and a continuous point looks again.
void Replication::lose_yield(std::uint32_t slot, Quantity units) {
  Order& order = s_.orders[slot];
  const std::uint32_t point = order.point;
  touch(point);
  inbound_take(point, order.announced, Supply::order, slot, units);
  change_on_order(point, -units);
  s_.loss_facts[point].yield_lost += units;
  history_.note(b_.points[point].who, Fact::yield_lost, now_.tick, 0, units);
  order.undispatched -= units;
  order.outstanding -= units;
  order.lost += units;
  if (order.outstanding == 0) finish_order(slot);
  want_review_if_below(point);
  arm(point);
}

/// A plant's lot is finished: it is received at the plant's own stock point, in a receipt of this tick.
void Replication::receive_made(std::uint32_t slot) {
  const Job job = s_.jobs[slot];
  s_.jobs.release(slot);
  Order& order = s_.orders[job.order];
  touch(order.point);
  order.undispatched -= job.units;
  Shipment shipment;
  shipment.point = order.point;
  shipment.order = job.order;
  shipment.units = job.units;
  shipment.announced = order.announced;
  const std::uint32_t made = s_.shipments.make(shipment);
  inbound_take(order.point, order.announced, Supply::order, job.order, job.units);
  inbound_add(order.point, order.announced, Supply::shipment, made, job.units);
  schedule(EventKind::receipt, now_.tick, b_.points[order.point].dispatch_rank, of_link(made_here_link, job.number),
           made);
}

}  // namespace restock
