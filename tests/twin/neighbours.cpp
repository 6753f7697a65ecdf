// The twin's lateral transshipment: units that are called from neighbours for a customer.
#include "twin/world.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace restock::twin {

namespace {

constexpr std::uint32_t of_calls = 0xfffffffdU;

}  // namespace

const CallPlan* World::caller(std::uint32_t at) const {
  for (const CallPlan& plan : b_.calls)
    if (plan.point.value == at) return &plan;
  return nullptr;
}

/// What is neither waited for, nor reserved for anybody, nor kept.
Quantity World::spare_of(std::uint32_t giver, Quantity keep) const {
  const Point& point = points_[giver];
  Quantity spare = allocatable(point) - point.backlog - point.waiting - keep;
  for (std::uint32_t k = b_.points[giver].streams.first; k < b_.points[giver].streams.end(); ++k)
    spare -= streams_[k].reserved;
  return std::max<Quantity>(0, spare);
}

/// All that he has not got, or nothing.
bool World::call_neighbours(Guest& guest, Quantity forced, Quantity deficit, Outcome outcome) {
  OrderRow& row = guest.row;
  const std::uint32_t k = row.stream;
  const DraftStream& stream = b_.streams[k];
  const std::uint32_t at = stream.point.value;
  const CallPlan* plan = caller(at);
  if (plan == nullptr || stream.bargains) return false;
  std::vector<std::pair<Quantity, std::uint32_t>> can;
  for (const PointId giver : plan->givers.of(b_.givers))
    can.push_back({spare_of(giver.value, plan->rules.keep), giver.value});
  if (plan->rules.giver == GiverRule::most_stock)
    std::stable_sort(can.begin(), can.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  Quantity all = 0;
  for (const auto& [units, giver] : can) all += units;
  const Quantity wanted = forced + deficit;
  if (all < wanted) return false;
  const Time announced = plan->rules.planned;
  if (deficit > 0 && announced > 0) {
    if (stream.promises.offer_within < never && announced > stream.promises.offer_within) return false;
    if (!accepts(k, row.number, later(now_.tick, announced), points_[at].customer_backlog)) return false;
  }

  Quantity lacking = wanted;
  for (const auto& [units, giver] : can) {
    const Quantity gift = std::min(units, lacking);
    if (gift == 0) continue;
    lacking -= gift;
    extra(at).calls += 1;
    extra(at).called += gift;
    extra(giver).given += gift;
    history_.note(b_.points[giver].who, Fact::given, now_.tick, row.number, gift);
    ship_out(giver, gift);
    review_if_low(giver);
  }
  Draws words = draws(stream.who, Purpose::call_time, row.number);
  const Time time = plan->rules.time.sample_ticks(words);
  if (time > 0) {
    wait_for_call(guest, wanted, later(now_.tick, announced), time);
    return true;
  }
  count_sold(guest, wanted);
  facts(at).shipped_to_customers += wanted;
  extra(at).brought += wanted;
  history_.note(stream.who, guest.visit == 0 ? Fact::filled : Fact::sold_later, now_.tick, row.number, wanted);
  sold_reduced(at, k, row.number, wanted, off_now(at));
  takes_home(k, row.number, wanted, off_now(at));
  good_experience(k);
  end_order(row, guest.cohort, outcome);
  return true;
}

/// He looks for all of it somewhere else before he is lost.
bool World::second_choice(Guest& guest, Quantity units) {
  const OrderRow& row = guest.row;
  const std::uint32_t k = row.stream;
  const DraftStream& stream = b_.streams[k];
  for (const SecondChoicePlan& plan : b_.second_choices) {
    if (plan.stream != k) continue;
    for (const PointId option : plan.options.of(b_.options)) {
      const std::uint32_t other = option.value;
      if (now_.tick >= b_.points[other].discontinued || held(other) || !listed(other)) continue;
      if ((stream.sees == Sees::shelf ? (b_.points[other].shelf ? points_[other].shelf : points_[other].findable())
                                      : spare_of(other, 0)) < units)
        continue;
      Draws words = draws(stream.who, Purpose::second_choice, row.number);
      if (words.uniform() >= plan.share) return false;
      if (stream.sees == Sees::shelf) take_off_shelf(other, units);
      hand_over(other, units, units);
      pack(other, units);
      count_sold(guest, units);
      facts(other).shipped_to_customers += units;
      extra(other).sold_to_others += units;
      extra(stream.point.value).bought_elsewhere += units;
      points_[stream.point.value].refused += units;
      points_[other].refused -= units;
      history_.note(stream.who, Fact::bought_elsewhere, now_.tick, row.number, units);
      history_.note(b_.points[other].who, Fact::sold_to_other, now_.tick, row.number, units);
      sold_reduced(other, k, row.number, units, off_now(other));
      review_if_low(other);
      return true;
    }
  }
  return false;
}

void World::wait_for_call(const Guest& guest, Quantity units, Time announced, Time time) {
  const std::uint32_t k = guest.row.stream;
  const std::uint32_t at = b_.streams[k].point.value;
  Point& point = points_[at];
  point.was_short = true;
  const std::uint64_t number = point.calls_made++;
  point.called[number] = {waiter(guest, units, announced, Fact::called), k, false};
  schedule(Kind::call_arrives, later(now_.tick, time), b_.points[at].dispatch_rank, of_link(of_calls, number), at,
           number);
}

/// If it is his time, what is under way is supply like any other from now on.
void World::leave_call(std::uint32_t k, std::uint64_t customer) {
  const std::uint32_t at = b_.streams[k].point.value;
  Point& point = points_[at];
  for (auto& [number, call] : point.called) {
    if (call.left || call.stream != k || call.entry.row.number != customer || call.entry.until != now_.tick) continue;
    if (call.entry.why == Entry::Why::seller && keeps_on(k, call.entry, call.entry.told)) return;
    const Quantity units = call.entry.remaining;
    count_cancelled(k, call.entry);
    call.left = true;
    change(at, &Point::on_order, units);
    Shipment supply;
    supply.id = of_link(of_calls, number);
    supply.units = units;
    supply.announced = call.entry.promise;
    supply.initial = supply.called = true;
    point.inbound.push_back(supply);
    extra(at).left_calls += units;
    history_.note(b_.points[at].who, Fact::call_left, now_.tick, 0, units);
    return;
  }
}

void World::call_arrives(std::uint32_t at, std::uint64_t number) {
  Point& point = points_[at];
  Called call = point.called.at(number);
  point.called.erase(number);
  if (call.left) return receive(at, of_link(of_calls, number));
  const Quantity units = call.entry.remaining;
  extra(at).brought += units;
  count_shipped(at, call.entry, units, now_.tick);
  end_order(call.entry.row, call.entry.cohort, Outcome::shipped_from_backorder, call.entry.in_time);
}

}  // namespace restock::twin
