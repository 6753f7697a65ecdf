// The order of the instant in the twin: which step an event is of, and the key that puts it in its place.
#include "twin/world.hpp"

#include "core/contract.hpp"

#include <tuple>
#include <vector>

namespace restock::twin {

namespace {

DayStep step_of(Kind kind) {
  switch (kind) {
    case Kind::reserve:
    case Kind::copy:
    case Kind::customer:
    case Kind::visit:
    case Kind::off_the_list:
    case Kind::sent_back:
    case Kind::deadline:
    case Kind::shelf_move:
    case Kind::shelf_round:
    case Kind::loss:
    case Kind::theft:
    case Kind::misplacement:
    case Kind::find:
      return DayStep::demand;
    case Kind::line_done:
    case Kind::made:
    case Kind::receipt:
    case Kind::call_arrives:
    case Kind::posting:
    case Kind::yard_out:
    case Kind::berth_done:
    case Kind::convoy:
    case Kind::port_arrival:
    case Kind::port_leave:
      return DayStep::receive;
    case Kind::withdraw:
    case Kind::snapshot:
    case Kind::refresh:
    case Kind::review:
    case Kind::order_received:
    case Kind::supply_cancelled:
    case Kind::dispatch:
    case Kind::sailing:
    case Kind::expedite:
      return DayStep::review;
    case Kind::serve:
      return DayStep::serve;
    case Kind::count:
      return DayStep::count;
    case Kind::spell_end:
    case Kind::spell_begin:
    case Kind::sample:
    case Kind::port_changes:
    case Kind::look:
    case Kind::expiry:
    case Kind::promises:
    case Kind::markdown:
    case Kind::on_sale:
    case Kind::bucket_end:
    case Kind::level_review:
      break;
  }
  throw ContractBroken("this is no step of the day");
}

std::vector<Kind> phases_of(DayStep step) {
  switch (step) {
    case DayStep::receive:
      return {Kind::yard_out,  Kind::berth_done, Kind::port_arrival, Kind::port_leave,
              Kind::line_done, Kind::receipt,    Kind::posting};
    case DayStep::review:
      return {Kind::withdraw, Kind::review, Kind::order_received, Kind::dispatch, Kind::sailing, Kind::expedite};
    case DayStep::serve:
      return {Kind::serve};
    case DayStep::count:
      return {Kind::count};
    case DayStep::demand:
      break;
  }
  return {};
}

}  // namespace

int World::half_of(Kind kind) const {
  if (kind == Kind::port_changes || kind == Kind::look || kind == Kind::markdown || kind == Kind::on_sale) return 0;
  if (kind == Kind::bucket_end || kind == Kind::level_review || kind == Kind::promises) return 0;
  if (kind == Kind::sample) return 3;
  if (kind == Kind::spell_end || kind == Kind::spell_begin || kind == Kind::expiry) return 0;
  for (const DayStep step : day_) {
    if (step == DayStep::demand) return step_of(kind) == DayStep::demand ? 1 : 2;
    if (step == step_of(kind)) return 0;
  }
  throw ContractBroken("order_of_day names no demand");
}

int World::phase_of(Kind kind) const {
  if (kind == Kind::look) return -8;
  if (kind == Kind::spell_end || kind == Kind::spell_begin) return -7;
  if (kind == Kind::port_changes) return -6;
  if (kind == Kind::expiry) return -5;
  if (kind == Kind::bucket_end || kind == Kind::level_review) return -4;
  if (kind == Kind::promises) return -3;
  if (kind == Kind::markdown) return -2;
  if (kind == Kind::on_sale) return -1;
  Kind group = kind;
  if (kind == Kind::made) group = Kind::line_done;
  if (kind == Kind::convoy) group = Kind::port_arrival;
  if (kind == Kind::call_arrives) group = Kind::receipt;
  if (kind == Kind::snapshot || kind == Kind::refresh) group = Kind::review;
  if (kind == Kind::supply_cancelled) group = Kind::order_received;
  int phase = 0;
  for (const DayStep step : day_)
    for (const Kind named : phases_of(step)) {
      if (named == group) return phase;
      ++phase;
    }
  return 0;
}

/// Creates an event, in the half and round in which the law lets it run. Customers and deadlines make their own keys.
void World::schedule(Kind kind, Time at, std::uint64_t rank, std::uint64_t number, std::uint32_t who,
                     std::uint64_t which) {
  Key key{at, half_of(kind), 0, phase_of(kind), rank, number};
  if (at == now_.tick) {
    const bool half_is_over = key.half < now_.half;
    if (half_is_over) key.half = 2;
    const auto place = [](const Key& k) { return std::tuple(k.phase, k.rank, k.number); };
    if (key.half == now_.half) key.round = place(key) > place(now_) ? now_.round : now_.round + 1;
    require(key.round <= 10'000, "twin: an instant does not end");
  }
  calendar_.put(key, {kind, who, which});
}

}  // namespace restock::twin
