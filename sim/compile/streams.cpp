// Demand entries become streams: rules for each entry, a plan for each stock point.
#include "compile/moving.hpp"
#include "compile/parts.hpp"
#include "compile/shared.hpp"
#include "random/math.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

namespace restock {

Classes::Classes(const Scenario& scenario, const Network& network) : used_(network.points.size(), 0) {
  const auto use = [&](PointId point, int priority) {
    used_[point.index()] = static_cast<std::uint16_t>(used_[point.index()] | 1U << priority);
  };
  for (const NetworkStream& stream : network.streams)
    use(stream.point, scenario.demand[stream.entry.index()].customers.priority);
  for (const NetworkLink& link : network.links)
    if (link.from.valid()) use(link.from, scenario.lanes[link.lane.index()].priority);
  for (const NetworkComponent& component : network.components) use(component.point, 0);
}

std::uint8_t Classes::queue(PointId point, int priority) const {
  return static_cast<std::uint8_t>(std::popcount(static_cast<unsigned>(used_[point.index()]) >> (priority + 1)));
}
std::uint8_t Classes::count(PointId point) const {
  return static_cast<std::uint8_t>(std::max(1, std::popcount(static_cast<unsigned>(used_[point.index()]))));
}

namespace {

void prepare_law(TimeLaw& law) { prepare(law.law); }

struct PrepareArrivals {
  void operator()(PoissonArrivals&) const {}
  void operator()(RenewalArrivals& a) const { prepare_law(a.gap); }
  void operator()(PerPeriodArrivals& a) const { a.offset.ticks %= a.every.ticks; }
  void operator()(IntermittentArrivals& a) const { a.offset.ticks %= a.every.ticks; }
  void operator()(BatchArrivals& a) const {
    a.offset.ticks %= a.every.ticks;
    prepare(a.customers.law);
  }
  void operator()(TraceArrivals& a) const { a.file.clear(); }  // no strings beyond the wall
};

/// Set as the clock starts, at −warmup, unless it is said when.
ReserveRules reserve_rules(const Reserve& stated, Time warmup) {
  ReserveRules rules;
  rules.units = stated.units.value_or(0);
  if (stated.share) rules.share = stated.share->value;
  rules.from = stated.from ? stated.from->ticks : -warmup;
  if (stated.every) rules.every = stated.every->ticks;
  if (stated.until) rules.until = stated.until->ticks;
  return rules;
}

/// Shares that cancel become hazards: of shares p and q of the rest, −ln(1 − p) and −ln(1 − q) add up.
double hazard_of(double share) { return share < 1.0 ? -own_log1p(-share) : infinity; }

PromiseRules promise_rules(const CustomerRules& stated) {
  PromiseRules rules;
  rules.quoting = stated.quote;
  if (stated.offer_within) rules.offer_within = stated.offer_within->ticks;
  rules.offer_units = stated.offer_units;
  rules.updates = stated.updates;
  if (const auto* leaves = std::get_if<LeavesAfterSlip>(&stated.on_slip)) {
    rules.discontent.slip = hazard_of(leaves->at_once.value);
    rules.discontent.slip_per_tick = hazard_of(leaves->per_day.value) / static_cast<double>(day);
  }
  rules.discontent.silence = stated.on_silence.per_tick;
  return rules;
}

Millionths in_millionths(const Share& share) { return std::llround(share.value * static_cast<double>(in_one)); }

/// What customers do besides buying and waiting.
void add_habits(const CustomerRules& stated, StreamRules& rules) {
  if (const auto& back = stated.comes_back) {
    RetrialRules& retrial = rules.retrial.emplace();
    retrial.comes_back = back->share.value;
    retrial.after = back->after;
    retrial.notice = back->notice.value;
    retrial.reaction = back->reaction;
    if (back->valid) retrial.valid = back->valid->ticks;
    retrial.visits = static_cast<std::uint32_t>(back->visits);
    prepare_law(retrial.after);
    prepare_law(retrial.reaction);
  }
  if (const auto& returns = stated.returns) {
    rules.returns = ReturnRules{returns->share.value, returns->after, returns->sold_again.value};
    prepare_law(rules.returns->after);
  }
  rules.payment_fails = stated.payment_fails.value;
  rules.pays_at_order = stated.payment == PaymentRule::order;
  if (const auto& loyalty = stated.loyalty)
    rules.loyalty =
        LoyaltyRules{in_millionths(loyalty->lost), in_millionths(loyalty->cancelled), in_millionths(loyalty->late),
                     in_millionths(loyalty->good), in_millionths(loyalty->least)};
}

/// How long the seller waits for a date before he looks at the customer again, or lets him go.
void limit_seller(const CustomerRules& stated, StreamRules& rules) {
  if (const auto* limit = std::get_if<SellerAgeLimit>(&stated.seller_limit)) rules.seller_limit = limit->after.ticks;
  if (const auto* looks = std::get_if<SellerReassesses>(&stated.seller_limit)) {
    rules.seller_limit = looks->after.ticks;
    rules.reassess = ReassessRules{looks->within.ticks, looks->again.ticks};
  }
}

/// The customers of a surge come by its own rule, whatever the arrivals of its entry are.
StreamRules rules_of(const DemandEntry& entry, std::uint8_t queue, Time warmup, bool of_surge, const BasketLine* line) {
  const CustomerRules& stated = entry.customers;
  StreamRules rules;
  rules.queue = queue;
  if (!of_surge) rules.arrivals = entry.arrivals;
  std::visit(PrepareArrivals{}, rules.arrivals);
  rules.size = line != nullptr ? line->size : entry.size;
  prepare(rules.size.law);
  rules.unit_size = rules.size.is_one_unit() && !std::holds_alternative<TraceArrivals>(rules.arrivals) &&
                    !std::holds_alternative<BatchArrivals>(rules.arrivals);
  rules.sees = stated.sees;
  rules.partial = stated.partial;
  rules.backorders = stated.backorders;
  rules.backlog_cap = stated.backlog_cap;
  rules.offer_without_date = stated.offer_without_date;
  rules.accept = stated.accept;
  if (auto* tolerance = std::get_if<AcceptsWithinTolerance>(&rules.accept)) prepare_law(tolerance->wait);
  rules.has_patience = stated.patience.has_value();
  if (stated.patience) rules.patience = *stated.patience;
  prepare_law(rules.patience);
  limit_seller(stated, rules);
  if (stated.first_after) rules.first_after = stated.first_after->ticks;
  rules.promises = promise_rules(stated);
  add_habits(stated, rules);
  rules.on_short_pick = stated.on_short_pick;
  rules.on_oversold = stated.on_oversold;
  rules.critical_level = stated.critical_level;
  if (stated.reserve) rules.reserve = reserve_rules(*stated.reserve, warmup);
  if (stated.publish) {
    rules.publish_every = stated.publish->every.ticks;
    rules.publish_first = stated.publish->first.ticks;
    rules.publish_delay = stated.publish->delay.ticks;
  }
  return rules;
}

/// Whoever comes for a reduced price does not wait for anything.
void want_bargains(StreamRules& rules) {
  rules.bargains = true;
  rules.backorders = false;
  rules.on_oversold = OversoldRule::cancel;
}

}  // namespace

namespace {

void compile_baskets(const Scenario& scenario, const Network& network, Blueprint& blueprint) {
  std::vector<std::vector<BasketLinePlan>> lines(network.streams.size());
  for (std::uint32_t k = 0; k < network.streams.size(); ++k) {
    const NetworkStream& stream = network.streams[k];
    if (stream.line == no_rule) continue;
    lines[stream.of].push_back({k, scenario.demand[stream.entry.index()].basket->lines[stream.line].chance.value});
  }
  for (std::uint32_t k = 0; k < lines.size(); ++k) {
    if (lines[k].empty()) continue;
    const Rows rows{static_cast<std::uint32_t>(blueprint.basket_lines.size()),
                    static_cast<std::uint32_t>(lines[k].size())};
    blueprint.basket_lines.insert(blueprint.basket_lines.end(), lines[k].begin(), lines[k].end());
    const Basket& basket = *scenario.demand[network.streams[k].entry.index()].basket;
    blueprint.baskets.push_back({k, rows, basket.ship == BasketRule::complete});
  }
}

}  // namespace

void compile_streams(const Scenario& scenario, const Network& network, const Classes& classes, Blueprint& blueprint) {
  Movements movements(scenario, network, blueprint);
  Shared<StreamRulesId, std::tuple<SegmentId, std::uint8_t, ModulationId, std::uint32_t>, StreamRules> shared(
      blueprint.stream_rules);
  std::uint32_t behind_base = 0;
  blueprint.streams.reserve(network.streams.size());
  for (const NetworkStream& stream : network.streams) {
    const DemandEntry& entry = scenario.demand[stream.entry.index()];
    StreamPlan& plan = blueprint.streams.emplace_back();
    const std::uint8_t queue = classes.queue(stream.point, entry.customers.priority);
    plan.point = stream.point;
    plan.who = stream.who;
    plan.volume = volume_of(entry, stream);
    const BasketLine* line = stream.line != no_rule ? &entry.basket->lines[stream.line] : nullptr;
    behind_base = stream.surge == no_rule && stream.lift == no_rule && !stream.bargains ? 0 : behind_base + 1;
    const ModulationId modulation = line != nullptr ? ModulationId{} : movements.of(stream, behind_base);
    if (line != nullptr) plan.order = stream.of;
    if (line != nullptr) plan.behind_line = behind_base;
    plan.rules = shared.id_of({stream.entry, queue, modulation, stream.line}, [&] {
      StreamRules rules = rules_of(entry, queue, scenario.warmup.ticks, !stream.is_base(), line);
      rules.modulation = modulation;
      if (stream.bargains) want_bargains(rules);
      return rules;
    });
    const std::vector<TraceLine>* lines = lines_of(entry, stream);
    if (lines == nullptr) continue;
    plan.trace.first = static_cast<std::uint32_t>(blueprint.trace.size());
    for (const TraceLine& each : *lines)
      if (each.at >= -scenario.warmup.ticks) blueprint.trace.push_back(each);
    plan.trace.count = static_cast<std::uint32_t>(blueprint.trace.size()) - plan.trace.first;
  }
  compile_baskets(scenario, network, blueprint);
}

}  // namespace restock
