// Says only what differs from the default.
#include "laws/describe.hpp"
#include "laws/random_customers.hpp"
#include "laws/random_forecasts.hpp"
#include "laws/random_levels.hpp"
#include "laws/random_markdown.hpp"
#include "laws/random_promises.hpp"

#include "laws/random_causes.hpp"

#include <sstream>

namespace restock {

namespace {

const char* step_name(DayStep step) {
  switch (step) {
    case DayStep::receive:
      return "receive";
    case DayStep::review:
      return "review";
    case DayStep::demand:
      return "demand";
    case DayStep::serve:
      return "serve";
    case DayStep::count:
      return "count";
  }
  return "?";
}

struct Writer {
  std::ostringstream out;

  template <class D>
  void law(const D& d) {
    out << D::name << '(';
    if constexpr (requires { d.value; }) out << d.value.value;
    if constexpr (requires { d.mean.value; }) out << d.mean.value;
    if constexpr (requires { d.low.value; }) out << d.low.value << ".." << d.high.value;
    if constexpr (requires { d.values; })
      for (const Measure& m : d.values) out << ' ' << m.value;
    out << ')';
  }
  void law(const char* label, const TimeLaw& time) {
    out << ' ' << label << ' ';
    std::visit([&](const auto& d) { law(d); }, time.law);
  }
  void number(const char* label, std::int64_t value, std::int64_t usual) {
    if (value != usual) out << ' ' << label << ' ' << value;
  }
  void flag(const char* label, bool is) {
    if (is) out << ' ' << label;
  }

  void calls(const Draft& b, const CallPlan& plan) {
    out << "point " << plan.point.value << " calls from";
    for (const PointId giver : plan.givers.of(b.givers)) out << ' ' << giver.value;
    flag("as declared", plan.rules.giver == GiverRule::as_declared);
    law("time", plan.rules.time);
    out << " planned " << plan.rules.planned << " keep " << plan.rules.keep << '\n';
  }
  void policy(const Policy& any) {
    std::visit(
        [&](const auto& p) {
          out << ' ' << p.name;
          if constexpr (requires { p.s; }) out << " s " << p.s;
          if constexpr (requires { p.S; }) out << " S " << p.S;
          if constexpr (requires { p.Q; }) out << " Q " << p.Q;
          if constexpr (requires { p.c; }) out << " c " << p.c;
          if constexpr (requires { p.r; }) out << " r " << p.r;
          if constexpr (requires { p.demand; }) out << " share " << p.share.value << " demand " << p.demand.per_tick;
          if constexpr (requires { p.collect; }) out << " collect " << p.collect;
          if constexpr (requires { p.cards; }) out << " cards " << p.cards << " of " << p.container;
          if constexpr (requires { p.wip; }) out << " wip " << p.wip;
          if constexpr (requires { p.S_fast; }) out << " S_fast " << p.S_fast;
          if constexpr (requires { p.base; }) out << " base " << p.base;
          if constexpr (requires { p.calendar; })
            out << " every " << p.calendar.every.ticks << " first " << p.calendar.first.ticks;
        },
        any);
  }

  void point(const Draft& b, std::size_t p) {
    const DraftPoint& plan = b.points[p];
    out << "point " << p << ':';
    if (plan.replenished)
      policy(plan.policy);
    else
      out << " not replenished";
    number("minimum", plan.lot.minimum, 0);
    number("multiple", plan.lot.multiple, 1);
    number("maximum", plan.lot.maximum, unlimited);
    if (plan.lot.may_wait()) out << " round up from " << plan.lot.round_up_from.value;
    std::visit([&](const auto& rule) { out << " source " << rule.name; }, plan.sourcing);
    if (const auto* primary = std::get_if<SourcePrimary>(&plan.sourcing); primary && primary->late_after)
      out << " late after " << primary->late_after->ticks;
    flag("cancel_supply", plan.on_cancel == CancelRule::cancel_supply);
    flag("even_in_transit", plan.on_cancel == CancelRule::even_in_transit);
    out << " queues " << int{plan.queues} << " hand " << plan.initial_on_hand;
    number("record", plan.initial_on_record, plan.initial_on_hand);
    number("backlog", plan.initial_backlog, 0);
    number("discontinued", plan.discontinued, never);
    flag("orders share in proportion", plan.sharing == SharingRule::proportional);
    flag("orders share equally", plan.sharing == SharingRule::uniform);
    records(plan.records);
    if (const auto& rules = plan.expediting) {
      out << " expedites below " << rules->below << " every " << rules->every << " first " << rules->first;
      flag("for promises", rules->promises);
      law("within", rules->time);
      out << " planned " << rules->planned;
    }
    if (const auto& rules = plan.expiry) {
      out << " lasts " << rules->life;
      flag("newest first", rules->issue == IssueRule::newest_first);
      flag("unrecorded", !rules->recorded);
    }
    number("cover target", plan.cover_target, unlimited);
    flag("writes off", plan.writes_off);
    if (plan.markdown) laws::describe_markdown(*plan.markdown, out);
    if (plan.shelf) {
      out << " shelf of " << plan.shelf->capacity << " pack " << plan.shelf->pack << " level " << plan.shelf->level;
      std::visit([&](const auto& rule) { out << " refill " << rule.name; }, plan.shelf->refill);
      if (const auto* rounds = std::get_if<RefillEvery>(&plan.shelf->refill))
        out << ' ' << rounds->interval.ticks << " first " << rounds->first.ticks;
      law("move", plan.shelf->move_time);
    }
    if (plan.information) {
      out << " data come every " << plan.information->refresh.every.ticks << " first "
          << plan.information->refresh.first.ticks << " late by " << plan.information->delay;
      flag("own orders unknown", !plan.information->own_orders_known);
    }
    out << " ranks review " << plan.review_rank << " dispatch " << plan.dispatch_rank;
    for (const InitialSupply& s : plan.pipeline.of(b.pipeline)) out << " pipeline " << s.units << '@' << s.arrives;
    if (plan.made_here) {
      out << " made here";
      if (plan.resource.valid()) out << " by resource " << plan.resource.value;
      for (const ComponentPlan& c : plan.components.of(b.components))
        out << " from " << c.units << " of point " << c.point.value << " class " << int{c.queue};
    }
    out << '\n';
    for (std::uint32_t l = plan.sources.first; l < plan.sources.end(); ++l) link(b, l);
    for (std::uint32_t s = plan.streams.first; s < plan.streams.end(); ++s) stream(b, s);
  }

  void records(const RecordRules& rules) {
    if (rules.shrinkage > 0.0) out << " shrinks once a unit in " << 1.0 / rules.shrinkage;
    if (rules.theft) {
      std::visit([&](const auto& a) { out << " theft " << a.name; }, rules.theft->arrivals);
      std::visit([&](const auto& a) { law(a); }, rules.theft->size.law);
    }
    if (rules.misplaced) {
      out << " misplaces once a unit in " << 1.0 / rules.misplaced->rate;
      if (rules.misplaced->found) law("found after", *rules.misplaced->found);
      if (rules.misplaced->at_count < 1.0) out << " at counts " << rules.misplaced->at_count;
    }
    if (rules.counts) std::visit([&](const auto& plan) { out << " counted " << plan.name; }, *rules.counts);
    if (rules.receiving) out << " miscounts receipts " << rules.receiving->wrong << " over " << rules.receiving->over;
    if (rules.scanning) out << " till misses " << rules.scanning->missed << " doubles " << rules.scanning->twice;
    number("receipts posted after", rules.posting.receipts, 0);
    number("receipts posted every", rules.posting.receipts_every, 0);
    number("sales posted every", rules.posting.sales_every, 0);
    number("first posting", rules.posting.first, 0);
    flag("counted on zero", rules.count_on_zero);
    flag("counted below zero", rules.count_below_zero);
    if (rules.reading.read_rate < 1.0) out << " read rate " << rules.reading.read_rate;
    if (rules.reading.right < 1.0) out << " counts right " << rules.reading.right;
  }

  void link(const Draft& b, std::uint32_t l) {
    const DraftLink& plan = b.links[l];
    out << "  link " << l << " from ";
    if (plan.from.valid())
      out << "point " << plan.from.value;
    else
      out << "outside";
    if (plan.resource.valid()) out << " by resource " << plan.resource.value;
    law("transit", plan.transit);
    out << " planned " << plan.planned_transit << " lead " << plan.planned_lead;
    number("order_delay", plan.order_delay, 0);
    number("calendar", plan.calendar.valid() ? plan.calendar.value : -1, -1);
    number("sender_calendar", plan.sender_calendar.valid() ? plan.sender_calendar.value : -1, -1);
    number("receiver_calendar", plan.receiver_calendar.valid() ? plan.receiver_calendar.value : -1, -1);
    if (plan.route.valid()) out << " route " << plan.route.value;
    flag("no crossing", !plan.crossing);
    flag("complete only", !plan.partial);
    flag("parcels", plan.parcels);
    number("class", plan.queue, 0);
    number("critical level", plan.critical_level, 0);
    if (plan.freight > 0.0) out << " freight " << plan.freight;
    if (plan.freight_per_shipment > 0.0) out << " and a shipment " << plan.freight_per_shipment;
    if (plan.share_upto < 1.0) out << " share up to " << plan.share_upto;
    out << '\n';
  }

  void port(const PortPlan& plan, std::size_t index) {
    out << "port " << index << ": berths " << plan.berths;
    if (plan.by_crane)
      out << " crane " << plan.ticks_per_unit << " overhead " << plan.overhead;
    else
      law("handling", plan.handling);
    out << " planned " << plan.planned_handling << " yard " << plan.planned_yard;
    number("anchorage", plan.anchorage, unlimited);
    if (plan.has_patience) law("patience", plan.patience);
    number("capacity", plan.yard, unlimited);
    law("dwell", plan.dwell);
    law("customs", plan.customs);
    if (plan.traffic.any) {
      law("traffic gap", plan.traffic.gap);
      out << " convoy ";
      std::visit([&](const auto& d) { law(d); }, plan.traffic.convoy.law);
      law("handling", plan.traffic.handling);
      out << " planned " << plan.traffic.planned_handling;
    }
    if (plan.reroute.to.valid()) {
      out << " reroute to " << plan.reroute.to.value << " extra " << plan.reroute.extra;
      number("queue", plan.reroute.queue, unlimited);
      number("wait", plan.reroute.wait, never);
    }
    out << '\n';
  }

  void route(const RoutePlan& plan, std::size_t index) {
    out << "route " << index << ':';
    if (plan.port.valid()) out << " port " << plan.port.value;
    if (plan.timetable) {
      out << " sails every " << plan.sailings.every << " first " << plan.sailings.first;
      number("capacity", plan.sailings.capacity, unlimited);
      if (plan.sailings.missed > 0) out << " missed " << plan.sailings.missed;
    }
    law("sea", plan.sea);
    law("inland", plan.inland);
    out << " planned " << plan.planned_sea << " + " << plan.planned_inland << '\n';
  }

  void moving(const Draft& b, const Modulation& m) {
    out << " moving: ";
    if (m.level != Modulation::no_level) out << " level " << m.level;
    for (const std::uint32_t shock : m.shocks)
      out << " shock " << shock << " every " << b.shocks[shock].every << " cv " << b.shocks[shock].cv << " correlation "
          << b.shocks[shock].correlation << " most " << b.shocks[shock].most;
    const auto regime = [&](const char* what, const RegimePlan& plan) {
      out << ' ' << what << " lift " << plan.lift;
      if (const auto* spells = std::get_if<RandomSpells>(&plan.when)) {
        law("up", spells->up);
        law("down", spells->down);
      }
    };
    for (const std::uint32_t dip : m.dips) regime("dip", b.regimes[dip]);
    if (const auto* surge = std::get_if<RegimeSurge>(&m.source)) regime("regime", b.regimes[surge->regime]);
    out << " gap " << m.mean_gap << " behind " << m.behind_base;
    if (const auto* promotion = std::get_if<Promotion>(&m.source))
      out << " promotion from " << promotion->from.ticks << " for " << promotion->lasts.ticks << " every "
          << promotion->every.ticks;
    if (const auto* surge = std::get_if<BurstSurge>(&m.source)) {
      out << " bursts decay " << surge->bursts.decay << " gap " << surge->bursts.mean_gap << " at";
      for (const Time at : surge->bursts.dates) out << ' ' << at;
    }
    if (const auto* viral = std::get_if<ClusterPlan>(&m.source)) {
      out << " viral gap " << viral->mean_gap << " at " << viral->at << " seeds " << viral->seeds << " branching "
          << viral->branching;
      law("delay", viral->delay);
    }
  }

  void stream(const Draft& b, std::uint32_t s) {
    const DraftStream& plan = b.streams[s];
    out << "  stream " << s << ": ";
    std::visit(
        [&](const auto& a) {
          out << a.name;
          if constexpr (requires { a.rate; }) out << " 1 per " << 1.0 / a.rate.per_tick;
          if constexpr (requires { a.gap; }) law("gap", a.gap);
          if constexpr (requires { a.customers; }) {
            out << " of ";
            std::visit([&](const auto& d) { law(d); }, a.customers.law);
          }
          if constexpr (requires { a.every; }) out << " every " << a.every.ticks << " offset " << a.offset.ticks;
        },
        plan.arrivals);
    if (plan.volume != 1.0) out << " times " << plan.volume;
    for (const TraceLine& line : plan.trace.of(b.trace)) out << ' ' << line.units << '@' << line.at;
    if (!plan.unit_size) {
      out << " size ";
      std::visit([&](const auto& d) { law(d); }, plan.size.law);
    }
    if (const Modulation* modulation = b.modulation(plan)) moving(b, *modulation);
    flag("shelf", plan.sees == Sees::shelf);
    number("copy every", plan.publish_every, 0);
    number("first copy", plan.publish_first, 0);
    number("copies seen after", plan.publish_delay, 0);
    number("class", plan.queue, 0);
    number("critical level", plan.critical_level, 0);
    if (const auto& reserve = plan.reserve) {
      out << " reserve";
      number("units", reserve->units, 0);
      if (reserve->share > 0.0) out << " share " << reserve->share;
      out << " from " << reserve->from;
      number("every", reserve->every, 0);
      number("until", reserve->until, never);
    }
    flag("wait_complete", plan.partial == PartialRule::wait_complete);
    flag("no backorders", !plan.backorders);
    number("cap", plan.backlog_cap, unlimited);
    flag("offer_without_date", plan.offer_without_date);
    std::visit([&](const auto& a) { out << " accept " << a.name; }, plan.accept);
    if (const auto* tolerance = std::get_if<AcceptsWithinTolerance>(&plan.accept)) law("of", tolerance->wait);
    if (plan.has_patience) law("patience", plan.patience);
    number("seller_limit", plan.seller_limit, never);
    flag("count on short pick", plan.on_short_pick == ShortPickRule::count);
    flag("zero_record", plan.on_short_pick == ShortPickRule::zero_record);
    flag("for bargains", plan.bargains);
    flag("cancel oversold", plan.on_oversold == OversoldRule::cancel);
    out << '\n';
  }
};

}  // namespace

std::string describe(const Draft& b) {
  Writer w;
  w.out << "warmup " << b.warmup << " length " << b.length << " drain " << b.drain << " bucket " << b.bucket;
  w.number("series every", b.series_every, never);
  w.out << " order of day";
  for (const DayStep step : b.order_of_day) w.out << ' ' << step_name(step);
  w.out << '\n';
  for (std::size_t r = 0; r < b.resources.size(); ++r) {
    const ResourcePlan& plan = b.resources[r];
    w.out << "resource " << r << ": lines " << plan.lines;
    w.law("per unit", plan.time_per_unit);
    w.law("then", plan.production_time);
    w.out << " planned " << plan.planned << '\n';
  }
  for (std::size_t p = 0; p < b.ports.size(); ++p) w.port(b.ports[p], p);
  for (std::size_t r = 0; r < b.routes.size(); ++r) w.route(b.routes[r], r);
  for (std::size_t p = 0; p < b.points.size(); ++p) w.point(b, p);
  for (const Rows& group : b.joint_groups) {
    w.out << "ordered together:";
    for (const PointId point : group.of(b.joint_members)) w.out << ' ' << point.value;
    w.out << '\n';
  }
  for (const EchelonPlan& echelon : b.echelons) {
    w.out << "point " << echelon.point.value << " watches its echelon:";
    for (const EchelonMember& member : echelon.members.of(b.echelon_members))
      w.out << ' ' << member.content << " in " << member.point.value;
    w.out << '\n';
  }
  for (const CallPlan& plan : b.calls) w.calls(b, plan);
  for (const SecondChoicePlan& plan : b.second_choices) {
    w.out << "stream " << plan.stream << " takes (" << plan.share << ") else of";
    for (const PointId option : plan.options.of(b.options)) w.out << ' ' << option.value;
    w.out << '\n';
  }
  for (const LookAlikes& group : b.look_alikes) {
    w.out << "taken for one another (" << group.rate << "):";
    for (const std::uint32_t point : group.points) w.out << ' ' << point;
    w.out << '\n';
  }
  describe_causes(b, w.out);
  describe_forecasts(b, w.out);
  describe_levels(b, w.out);
  describe_promises(b, w.out);
  describe_customers(b, w.out);
  return w.out.str();
}

}  // namespace restock
