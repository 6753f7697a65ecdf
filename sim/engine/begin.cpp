// How a replication begins: every table empty, or as long as the blueprint has a use for it, and every stock point with
// what it has at the start.
#include "engine/ahead.hpp"
#include "engine/baskets.hpp"
#include "engine/calendars.hpp"
#include "engine/echelon.hpp"
#include "engine/expediting.hpp"
#include "engine/expiry.hpp"
#include "engine/forecasting.hpp"
#include "engine/goodwill.hpp"
#include "engine/joint.hpp"
#include "engine/level_setting.hpp"
#include "engine/listing.hpp"
#include "engine/markdown.hpp"
#include "engine/neighbours.hpp"
#include "engine/overtaking.hpp"
#include "engine/packing.hpp"
#include "engine/payment.hpp"
#include "engine/promises.hpp"
#include "engine/rationing.hpp"
#include "engine/replication.hpp"
#include "engine/scripts.hpp"
#include "engine/sent_back.hpp"
#include "engine/shelf.hpp"
#include "engine/sourcing.hpp"
#include "engine/visits.hpp"

#include <algorithm>
#include <variant>

namespace restock {

void Replication::reset() {
  const std::size_t points = b_.points.size();
  s_.points.assign(points, {});
  s_.streams.assign(b_.streams.size(), {});
  s_.links.assign(b_.links.size(), {});
  s_.stock_facts.assign(points, {});
  s_.order_facts.assign(b_.streams.size(), {});
  s_.link_facts.assign(b_.links.size(), {});
  s_.resources.assign(b_.resources.size(), {});
  s_.queues.clear();
  s_.calendar.clear();
  s_.entries.clear();
  s_.orders.clear();
  s_.shipments.clear();
  s_.inbound.clear();
  s_.deadlines.clear();
  s_.idle_deadlines.clear();
  s_.jobs.clear();
  s_.open_rows.clear();
  s_.lives = 0;
  s_.untimed_jobs = 0;
  s_.closed_orders.clear();
  s_.closed_rows.clear();
  s_.closed_replenishments.clear();
  s_.told_rows.clear();
  const auto buckets = static_cast<std::size_t>(b_.length / b_.bucket);
  s_.total_demanded.assign(buckets, 0);
  s_.total_ordered.assign(buckets, 0);
  for (auto* sketches : {&waits_, &late_, &early_, &left_}) sketches->assign(b_.sketch_groups, {});
  left_for_.assign(leaves_names.size(), {});
  segment_waits_.assign(b_.layout.segments, {});
  reset_side_tables();
  reset_information();
  echelons::reset(*this);
  joint::reset(*this);
  engine::reset_shelves(*this);
  reset_ports();
  reset_causes();
  engine::reset_scripts(*this);
  engine::reset_forecasts(*this);
  engine::reset_levels(*this);
}

void Replication::reset_side_tables() {
  const std::size_t points = b_.points.size();
  const std::size_t links = b_.links.size();
  const auto cancels = [](CancelRule rule) { return [rule](const PointRules& r) { return r.on_cancel == rule; }; };
  const bool calls_back = std::ranges::any_of(b_.point_rules, cancels(CancelRule::even_in_transit));
  const bool withdraws = calls_back || std::ranges::any_of(b_.point_rules, cancels(CancelRule::cancel_supply));
  const bool chooses = std::ranges::any_of(b_.points, [](const PointPlan& p) { return p.sources.count > 1; });
  const bool mails = std::ranges::any_of(
      b_.link_terms, [](const LinkTerms& t) { return t.order_delay > 0 || t.sender_calendar.valid(); });
  const bool in_order = std::ranges::any_of(b_.link_terms, [](const LinkTerms& t) { return !t.crossing; });
  SideTables& side = s_.side;
  side.waiting.assign(serve_is_named_ ? points : 0, {});
  side.on_the_way.assign(calls_back ? points : 0, {});
  side.to_withdraw.assign(withdraws ? points : 0, 0);
  side.pipeline_left.assign(b_.pipeline.empty() && b_.calls.empty() ? 0 : points, 0);
  side.sourcing.assign(chooses ? points : 0, {});
  side.mailed.assign(mails ? links : 0, 0);
  side.last_arrival.assign(in_order ? links : 0, INT64_MIN);
  reset_feeds();
  reset_record_tables();
  reset_choices();
  const auto comes_short = [](const LinkTerms& terms) { return terms.short_chance > 0.0; };
  const bool short_shipments =
      std::ranges::any_of(b_.link_terms, comes_short) ||
      std::ranges::any_of(b_.effects, [](const EffectPlan& e) { return e.kind == EffectKind::shipments_short; });
  side.deliveries.assign(short_shipments ? links : 0, {});
  const auto is_loss = [](const EffectPlan& e) {
    return e.kind == EffectKind::yield_drop || e.kind == EffectKind::stock_lost;
  };
  const auto spoils = [](const ResourcePlan& r) { return !r.yield.is_whole(); };
  const bool loses =
      short_shipments || std::ranges::any_of(b_.resources, spoils) || std::ranges::any_of(b_.effects, is_loss);
  s_.loss_facts.assign(loses ? points : 0, {});
}

/// Who gets the stock, by which lane it comes, and what becomes of what is too much.
void Replication::reset_choices() {
  engine::reset_rationing(*this);
  engine::reset_sourcing(*this);
  engine::reset_expediting(*this);
  engine::reset_expiry(*this);
  engine::reset_markdown(*this);
  engine::reset_promises(*this);
  engine::reset_calls(*this);
  engine::reset_baskets(*this);
  engine::reset_packing(*this);
  engine::reset_visits(*this);
  engine::reset_goodwill(*this);
  engine::reset_returns(*this);
  const auto adds_facts = [](const PointRules& r) {
    return r.expediting || r.expiry || r.writes_off || r.cover_target < unlimited || r.markdown;
  };
  const bool extra = !s_.side.rations.empty() || !b_.calls.empty() || !b_.second_choices.empty() ||
                     !s_.side.customers.returns.empty() || !b_.packings.empty() || engine::refunds(*this) ||
                     std::ranges::any_of(b_.point_rules, adds_facts);
  s_.extra_facts.assign(extra ? b_.points.size() : 0, {});
}

void Replication::reset_feeds() {
  SideTables& side = s_.side;
  side.feeds.clear();
  side.feed_of.assign(b_.modulations.empty() ? 0 : b_.streams.size(), none);
  for (std::uint32_t k = 0; k < side.feed_of.size(); ++k) {
    if (!b_.rules(b_.streams[k]).modulation.valid()) continue;
    side.feed_of[k] = static_cast<std::uint32_t>(side.feeds.size());
    side.feeds.emplace_back(b_, k, luck_, -b_.warmup, end_);
  }
}

/// What is kept of wrong records: errors, counts, postings, copies.
void Replication::reset_record_tables() {
  const std::size_t points = b_.points.size();
  SideTables& side = s_.side;
  const auto records = [](const PointRules& r) {
    return r.records.loses() || r.records.counts || r.records.calls_for_counts() || r.records.misplaced ||
           r.records.posts_late() || r.records.scanning || r.shelf || r.cover_target < unlimited;
  };
  const auto hides = [](const PointRules& r) { return r.records.misplaced.has_value(); };
  const auto counts = [](const PointRules& r) { return r.records.counts || r.records.calls_for_counts(); };
  const auto calls = [](const StreamRules& r) { return r.on_short_pick == ShortPickRule::count; };
  const auto copies = [](const StreamRules& r) { return r.publish_every > 0; };
  const bool published = std::ranges::any_of(b_.stream_rules, copies);
  const auto moves_stock = [](const StreamRules& r) { return r.reserve || r.retrial || r.returns; };
  const bool watched = published || std::ranges::any_of(b_.stream_rules, moves_stock) || !b_.look_alikes.empty() ||
                       !b_.calls.empty() || !b_.second_choices.empty() || !b_.baskets.empty() || !b_.packings.empty() ||
                       std::ranges::any_of(b_.point_rules, records);
  side.records.assign(watched ? points : 0, {});
  const bool hidden = std::ranges::any_of(b_.point_rules, hides);
  side.hidden.assign(hidden ? points : 0, {});
  side.listings.assign(published ? b_.streams.size() : 0, {});
  const bool late = std::ranges::any_of(b_.point_rules, [](const PointRules& r) { return r.records.posts_late(); });
  side.unposted.assign(late ? points : 0, {});
  const auto miscounts = [](const PointRules& r) { return r.records.receiving.has_value(); };
  const auto misreads = [](const PointRules& r) { return r.records.scanning.has_value(); };
  const bool miscounted = std::ranges::any_of(b_.point_rules, miscounts);
  side.receipts.assign(miscounted ? points : 0, {});
  reset_look_alikes();
  reset_groups();
  const bool errors = !b_.look_alikes.empty() || hidden || miscounted || std::ranges::any_of(b_.point_rules, misreads);
  s_.error_facts.assign(errors ? points : 0, {});
  const bool counted = std::ranges::any_of(b_.point_rules, counts) || std::ranges::any_of(b_.stream_rules, calls);
  side.counts.assign(counted ? points : 0, {});
}

/// Levels, queues, initial supply and the first events of every stock point.
void Replication::start_points() {
  std::vector<Sends> sends(b_.points.size(), Sends::nothing);
  for (const LinkPlan& link : b_.links) {
    if (!link.from.valid()) continue;
    Sends& from = sends[link.from.index()];
    from = std::max(from, b_.terms(link).partial ? Sends::freely : Sends::in_lots);
  }
  for (const ComponentPlan& component : b_.components) sends[component.point.index()] = Sends::in_lots;
  for (std::uint32_t i = 0; i < b_.points.size(); ++i) set_initial(i, sends[i]);
  engine::see_who_runs_ahead(*this);
  for (std::uint32_t i = 0; i < b_.points.size(); ++i) start(i);
  echelons::start(*this);
  engine::start_forecasts(*this);
  engine::start_levels(*this);
  engine::start_promises(*this);
}

namespace {

/// Whether the patience of somebody who waits there may end, or whatever else a deadline stands for.
bool somebody_may_leave(const Blueprint& b, const PointPlan& plan) {
  return !b.baskets.empty() || std::ranges::any_of(plan.streams.of(b.streams), [&](const StreamPlan& stream) {
    const StreamRules& rules = b.rules(stream);
    return rules.has_patience || rules.seller_limit < never || rules.first_after < never || rules.promises.move();
  });
}

/// What is on its way to the point when time begins.
void send_pipeline(Replication& r, std::uint32_t point) {
  const PointPlan& plan = r.b_.points[point];
  for (std::uint32_t k = plan.pipeline.first; k < plan.pipeline.end(); ++k) {
    const InitialSupply& supply = r.b_.pipeline[k];
    Shipment shipment;
    shipment.point = point;
    shipment.units = supply.units;
    shipment.announced = shipment.arrives = supply.arrives;
    const std::uint32_t slot = r.s_.shipments.make(shipment);
    r.change_on_order(point, supply.units);
    r.s_.side.pipeline_left[point] += supply.units;
    r.inbound_add(point, supply.arrives, Supply::shipment, slot, supply.units);
    r.schedule(EventKind::receipt, supply.arrives, plan.dispatch_rank, of_link(initial_pipeline_link, k), slot);
  }
}

}  // namespace

void Replication::set_initial(std::uint32_t point, Sends sends) {
  const PointPlan& plan = b_.points[point];
  const PointRules& rules = b_.rules(plan);
  PointState& p = s_.points[point];
  p.first_class = engine::has_first_queue(*this, point) ? 1 : 0;
  p.first_queue = static_cast<std::uint32_t>(s_.queues.size());
  s_.queues.resize(s_.queues.size() + queues_of(point));
  p.on_hand = rules.initial_on_hand;
  p.on_record = rules.initial_on_record;
  p.bucket_end = b_.warmup > 0 ? 0 : b_.bucket;
  // Whether a customer may wait while there is stock: for a whole order, for what a copy does not know of, or for what
  // is kept for others.
  bool waits = false;
  for (std::uint32_t k = plan.streams.first; k < plan.streams.end(); ++k) {
    const StreamRules& stream = b_.rules(b_.streams[k]);
    waits = waits || stream.partial == PartialRule::wait_complete || stream.publish_every > 0;
    if (b_.streams[k].is_line()) {
      s_.streams[k] = {};  // its customers come with another stream
    } else if (Feed* feed = feed_of(k)) {
      const Candidate first = feed->at(0);
      s_.streams[k] = {first.at, first.number};
    } else {
      Cursor cursor(b_, b_.streams[k], luck_, gaps_of(k));
      cursor.begin(now_.tick);
      s_.streams[k] = {cursor.time(), cursor.number()};
    }
    p.next_arrival = std::min(p.next_arrival, s_.streams[k].next);
  }
  // With `serve` named, stock that came in this instant is not allocated yet when a cancellation may allocate it.
  waits = waits || engine::rations(*this, point);
  const bool blocks = sends == Sends::in_lots || (sends == Sends::freely && (waits || serve_is_named_ || rules.shelf));
  p.continuous = is_continuous(rules.policy);
  p.limits_supply = limits_supply(rules.policy);
  p.deadline_wakes =
      p.limits_supply || ((rules.on_cancel != CancelRule::keep_supply || blocks) && somebody_may_leave(b_, plan));
  engine::set_listing(*this, point);
  set_records(point, sends);
  engine::set_shelf(*this, point);
  engine::set_expiry(*this, point);
  if (rules.initial_backlog > 0)
    enqueue_customer({point, plan.streams.first, initial_customer, now_.tick, none}, rules.initial_backlog, never,
                     true);
  send_pipeline(*this, point);
}

/// What a point does before the first event, once every point has what it begins with.
void Replication::start(std::uint32_t point) {
  const PointPlan& plan = b_.points[point];
  const PointRules& rules = b_.rules(plan);
  set_information(point);
  PointState& p = s_.points[point];
  p.pulled_alone = !p.watches_record && !p.sees_old_data && group_of(point) == nullptr;
  engine::set_first_reserves(*this, point);
  if (!serve_is_named_) {
    allocate(point, now_.tick);
  } else if (p.backlog > 0) {
    want(EventKind::serve, now_.tick, plan.dispatch_rank, point);
  }
  publish_first(point);
  engine::start_markdown(*this, point);
  engine::plan_look(*this, point, now_.tick);
  if (rules.replenished) {
    std::visit(
        [&](const auto& policy) {
          if constexpr (std::remove_cvref_t<decltype(policy)>::continuous) {
            if (p.sees_old_data) schedule_refresh(point, now_.tick);
          } else {
            const Time first = engine::next_review(*this, point, policy.calendar, now_.tick);
            if (first < end_) schedule(EventKind::review, first, plan.review_rank, 0, point);
          }
        },
        rules.policy);
    want_own_review_if_below(point);
  }
  if (p.runs_ahead) {
    wake_at(point, now_.tick, unlimited);  // once the first barrier has been
  } else {
    arm(point);
  }
}

}  // namespace restock
