// What customers get from stock points that are not theirs.
//
// Lateral transshipment: units that are called leave the neighbour at once and are their customer's alone: he is in no
// queue, backlog or position of his shop. If he leaves before they come, they are on order there from then on.
#include "engine/neighbours.hpp"

#include "engine/baskets.hpp"
#include "engine/echelon.hpp"
#include "engine/goodwill.hpp"
#include "engine/listing.hpp"
#include "engine/markdown.hpp"
#include "engine/offer.hpp"
#include "engine/packing.hpp"
#include "engine/rationing.hpp"
#include "engine/sent_back.hpp"
#include "engine/shelf.hpp"

#include <algorithm>
#include <variant>

namespace restock::engine {

namespace {

/// What a neighbour can spare: what is there and on record, less what others wait for, what is reserved, and what it
/// keeps.
Quantity can_spare(const Replication& r, std::uint32_t giver, Quantity keep) {
  const PointState& p = r.s_.points[giver];
  const Quantity reserved = rations(r, giver) ? r.s_.side.rations[giver].reserved : 0;
  return std::max<Quantity>(0, r.allocatable(giver) - p.backlog - r.waiting_units(giver) - reserved - keep);
}

/// Who gives how much, in `gifts`; whether it is enough.
bool find_givers(Replication& r, const CallPlan& plan, Quantity units) {
  std::vector<Gift>& gifts = r.s_.side.calls.gifts;
  gifts.clear();
  for (const PointId giver : plan.givers.of(r.b_.givers)) {
    const auto point = static_cast<std::uint32_t>(giver.index());
    if (const Quantity spare = can_spare(r, point, plan.rules.keep); spare > 0) gifts.push_back({point, spare});
  }
  if (plan.rules.giver == GiverRule::most_stock)
    std::ranges::stable_sort(gifts, [](const Gift& a, const Gift& b) { return a.units > b.units; });
  for (Gift& gift : gifts) {
    gift.units = std::min(gift.units, units);
    units -= gift.units;
  }
  std::erase_if(gifts, [](const Gift& gift) { return gift.units == 0; });
  return units == 0;
}

/// What he gets at once nobody has to wait for, and so nobody is asked.
bool agrees(const Replication& r, const Customer& customer, Time planned, Quantity deficit) {
  if (deficit == 0 || planned == 0) return true;
  const StreamRules& rules = r.b_.rules(r.b_.streams[customer.stream]);
  return planned <= rules.promises.offer_within && accepts_wait(r, customer, planned);
}

/// The first of his options that has all he wants, as far as he can see; or none.
std::uint32_t option_of(const Replication& r, const Customer& customer, const SecondChoicePlan& plan, Quantity units) {
  const bool looks = r.b_.rules(r.b_.streams[customer.stream]).sees == Sees::shelf;
  for (const PointId option : plan.options.of(r.b_.options)) {
    const auto point = static_cast<std::uint32_t>(option.index());
    if (!sells(r, point, customer.at)) continue;
    if ((looks ? on_shelf(r, point) : can_spare(r, point, 0)) >= units) return point;
  }
  return none;
}

void take_gifts(Replication& r, const Customer& customer) {
  ExtraFacts& facts = r.s_.extra_facts[customer.point];
  for (const Gift& gift : r.s_.side.calls.gifts) {
    ++facts.calls;
    facts.called += gift.units;
    r.s_.extra_facts[gift.point].given += gift.units;
    r.history_.note(r.b_.points[gift.point].who, Fact::given, customer.at, customer.number, gift.units);
    r.move_stock(gift.point, -gift.units, -gift.units, customer.at);
    taken_from(r, gift.point);
  }
}

/// He pays the price of the point that he gets them of; returns what is taken off it.
Millionths count_price(Replication& r, const Customer& customer, std::uint32_t point, Quantity units) {
  const Millionths off = r.s_.points[point].reduced ? r.s_.side.markdown.points[point].off : 0;
  count_reduced(r, point, customer.stream, customer.number, units, off, customer.at);
  return off;
}

void hand_over_now(Replication& r, const Customer& customer, Quantity units, Outcome outcome) {
  r.count_at_once(customer, units);
  gain_goodwill(r, customer.stream);
  r.s_.extra_facts[customer.point].brought += units;
  r.history_.note(r.b_.streams[customer.stream].who, customer.visit > 0 ? Fact::sold_later : Fact::filled, customer.at,
                  customer.number, units);
  const Millionths off = count_price(r, customer, customer.point, units);
  may_send_back(r, customer.stream, customer.number, units, off, customer.at);
  if (outcome == Outcome::filled)
    order_is_filled(r, customer);
  else
    line_ended(r, customer.basket, false, false);
  r.close_row(customer.row, outcome, customer.at);
}

}  // namespace

void taken_from(Replication& r, std::uint32_t point) {
  r.want_own_review_if_below(point);
  if (r.s_.side.echelons.any()) r.s_.side.calls.givers.push_back(point);
}

void reset_calls(Replication& r) {
  CallTables& tables = r.s_.side.calls;
  tables.caller_of.assign(r.b_.calls.empty() ? 0 : r.b_.points.size(), none);
  tables.callers.assign(r.b_.calls.size(), {});
  tables.calls.clear();
  tables.givers.clear();
  for (std::uint32_t c = 0; c < r.b_.calls.size(); ++c) tables.caller_of[r.b_.calls[c].point.index()] = c;
  tables.choice_of.assign(r.b_.second_choices.empty() ? 0 : r.b_.streams.size(), none);
  for (std::uint32_t c = 0; c < r.b_.second_choices.size(); ++c) tables.choice_of[r.b_.second_choices[c].stream] = c;
}

bool calls(const Replication& r, std::uint32_t point) {
  const std::vector<std::uint32_t>& caller_of = r.s_.side.calls.caller_of;
  return !caller_of.empty() && caller_of[point] != none;
}

bool call_neighbours(Replication& r, const Customer& customer, Quantity joins, Quantity deficit, Outcome outcome) {
  if (!calls(r, customer.point) || r.s_.points[customer.point].held ||
      r.b_.rules(r.b_.streams[customer.stream]).bargains)
    return false;
  CallTables& tables = r.s_.side.calls;
  const CallPlan& plan = r.b_.calls[tables.caller_of[customer.point]];
  const Quantity units = joins + deficit;
  if (!find_givers(r, plan, units) || !agrees(r, customer, plan.rules.planned, deficit)) return false;
  take_gifts(r, customer);
  Draws draws(r.luck_.at(r.b_.streams[customer.stream].who, Purpose::call_time, customer.number));
  const Time time = plan.rules.time.sample_ticks(draws);
  if (time == 0) {
    hand_over_now(r, customer, units, outcome);
    return true;
  }
  PointState& p = r.s_.points[customer.point];
  r.settle_shortage(p, customer.at);
  p.was_short = true;
  CallerState& caller = tables.callers[tables.caller_of[customer.point]];
  const Time announced = later(customer.at, plan.rules.planned);
  const std::uint32_t entry = r.begin_to_wait(customer, units, announced, is_whole(outcome), Fact::called);
  const std::uint32_t call = tables.calls.make({customer.point, entry, none, units, announced});
  r.s_.entries[entry].order = call;
  caller.under_way.push_back(call);
  ++caller.waiting;
  r.begin_patience(customer, entry);
  const std::uint32_t rank = r.b_.points[customer.point].dispatch_rank;
  r.schedule(EventKind::call_arrives, later(customer.at, time), rank, of_link(called_link, caller.made++), call);
  return true;
}

void call_is_left(Replication& r, std::uint32_t call) {
  CallTables& tables = r.s_.side.calls;
  Call& left = tables.calls[call];
  --tables.callers[tables.caller_of[left.point]].waiting;
  Shipment shipment;
  shipment.point = left.point;
  shipment.units = left.units;
  shipment.announced = left.announced;
  shipment.called = true;
  left.entry = none;
  left.shipment = r.s_.shipments.make(shipment);
  r.change_on_order(left.point, left.units);
  r.s_.side.pipeline_left[left.point] += left.units;
  r.inbound_add(left.point, left.announced, Supply::shipment, left.shipment, left.units);
  r.s_.extra_facts[left.point].left_calls += left.units;
  r.history_.note(r.b_.points[left.point].who, Fact::call_left, r.now_.tick, 0, left.units);
}

void on_call_arrives(Replication& r, std::uint32_t call) {
  CallTables& tables = r.s_.side.calls;
  const std::uint32_t point = tables.calls[call].point;
  r.touch(point);
  const Call come = tables.calls[call];
  CallerState& caller = tables.callers[tables.caller_of[point]];
  std::erase(caller.under_way, call);
  tables.calls.release(call);
  if (come.entry == none) {
    r.take_in(come.shipment);
  } else {
    --caller.waiting;
    r.s_.extra_facts[point].brought += come.units;
    r.count_shipped(come.entry, come.units, r.now_.tick, r.now_.tick);
  }
  r.arm(point);
}

bool takes_second_choice(Replication& r, const Customer& customer, Quantity units) {
  const std::vector<std::uint32_t>& choice_of = r.s_.side.calls.choice_of;
  if (choice_of.empty() || choice_of[customer.stream] == none) return false;
  const SecondChoicePlan& plan = r.b_.second_choices[choice_of[customer.stream]];
  const StreamPlan& stream = r.b_.streams[customer.stream];
  const std::uint32_t point = option_of(r, customer, plan, units);
  if (point == none) return false;
  if (Draws(r.luck_.at(stream.who, Purpose::second_choice, customer.number)).uniform() >= plan.share) return false;
  r.history_.note(stream.who, Fact::bought_elsewhere, customer.at, customer.number, units);
  r.history_.note(r.b_.points[point].who, Fact::sold_to_other, customer.at, customer.number, units);
  r.count_at_once(customer, units);
  gain_goodwill(r, customer.stream);
  r.s_.extra_facts[customer.point].bought_elsewhere += units;
  r.s_.extra_facts[point].sold_to_others += units;
  count_price(r, customer, point, units);
  // A sale is seen where it is made.
  if (ForecastState* forecast = r.forecast_at(customer.point)) forecast->lost += units;
  if (ForecastState* forecast = r.forecast_at(point)) forecast->lost -= units;
  if (r.b_.rules(stream).sees == Sees::shelf) take_off_shelf(r, point, units, customer.at);
  r.hand_over(point, units, units, customer.at);
  pack(r, point, units, customer.at);
  taken_from(r, point);
  return true;
}

bool somebody_waits_for_call(const Replication& r, std::uint32_t point) {
  return calls(r, point) && r.s_.side.calls.callers[r.s_.side.calls.caller_of[point]].waiting > 0;
}

/// To look at an echelon brings all its members to this instant, where somebody else may give.
void ask_givers(Replication& r) {
  std::vector<std::uint32_t>& givers = r.s_.side.calls.givers;
  while (!givers.empty()) {
    const std::uint32_t giver = givers.back();
    givers.pop_back();
    echelons::ask(r, giver);
  }
}

}  // namespace restock::engine
