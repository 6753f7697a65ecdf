// Further visits. Who comes again was counted as demand when he came first, so that a point's candidates bound what he
// can take off the position, too.
#include "engine/visits.hpp"

#include "engine/goodwill.hpp"

#include <algorithm>

namespace restock::engine {

namespace {

/// Nobody whom a head of the heap tells of has come or been told already.
void drop_stale(Replication& r, VisitorState& visitors) {
  while (!visitors.coming.empty() &&
         r.s_.side.customers.away[visitors.coming.front().slot].life != visitors.coming.front().life) {
    std::pop_heap(visitors.coming.begin(), visitors.coming.end(), later_coming);
    visitors.coming.pop_back();
  }
}

void expect(VisitorState& visitors, const Coming& coming) {
  if (coming.at >= never) return;
  visitors.coming.push_back(coming);
  std::push_heap(visitors.coming.begin(), visitors.coming.end(), later_coming);
}

/// He leaves the list: his units are lost as they would have been when he asked for a notice.
void give_up(Replication& r, std::uint32_t point, const AwayCustomer& away, Time at) {
  OrderFacts& facts = away.cohort ? r.s_.order_facts[away.stream] : r.junk_;
  (away.declined ? facts.lost_declined : facts.lost_out_of_stock) += away.units;
  r.s_.stock_facts[point].lost += away.units;
  if (ForecastState* forecast = r.forecast_at(point)) forecast->lost += away.units;
  lose_goodwill(r, away.stream, &LoyaltyRules::lost);
  r.history_.note(r.b_.streams[away.stream].who, away.declined ? Fact::lost_declined : Fact::lost_out_of_stock, at,
                  away.number, away.units);
  if (away.row != none) r.s_.open_rows[away.row].lost += away.units;
  r.close_row(away.row, away.declined ? Outcome::lost_declined : Outcome::lost_out_of_stock, at);
  r.leave_cohort(away.cohort, away.units, at);
}

void come(Replication& r, std::uint32_t point, const AwayCustomer& away, Time at) {
  r.history_.note(r.b_.streams[away.stream].who, Fact::came_back, at, away.number, away.units);
  ++customer_facts_of(r, away.stream, away.cohort).visits;
  if (r.serve_is_named_) {
    r.wait_for_service(point, {away.stream, away.number, away.units, away.row, away.visit + 1, away.cohort}, at);
  } else {
    r.serve_customer({point, away.stream, away.number, at, away.row, away.visit + 1, away.cohort}, away.units);
  }
  r.s_.side.customers.visitors[point].last = at;
  if (at == r.now_.tick) r.want_own_review_if_below(point);
}

}  // namespace

void reset_visits(Replication& r) {
  CustomerTables& tables = r.s_.side.customers;
  const auto retries = [](const StreamRules& rules) { return rules.retrial.has_value(); };
  tables.visitors.assign(std::ranges::any_of(r.b_.stream_rules, retries) ? r.b_.points.size() : 0, {});
  tables.away.clear();
  const auto keeps = [](const StreamRules& rules) {
    return rules.retrial || rules.loyalty || rules.reassess || rules.payment_fails > 0.0 || rules.first_after < never;
  };
  r.s_.customer_facts.assign(std::ranges::any_of(r.b_.stream_rules, keeps) ? r.b_.streams.size() : 0, {});
}

bool expects_visits(const Replication& r, std::uint32_t point) {
  if (r.s_.side.customers.visitors.empty()) return false;
  return std::ranges::any_of(r.b_.points[point].streams.of(r.b_.streams),
                             [&](const StreamPlan& stream) { return r.b_.rules(stream).retrial.has_value(); });
}

bool tells_of_stock(const Replication& r, std::uint32_t point) {
  if (r.s_.side.customers.visitors.empty()) return false;
  return std::ranges::any_of(r.b_.points[point].streams.of(r.b_.streams), [&](const StreamPlan& stream) {
    const auto& retrial = r.b_.rules(stream).retrial;
    return retrial && retrial->notice > 0.0;
  });
}

Quantity units_away(const Replication& r, std::uint32_t point) {
  const auto& visitors = r.s_.side.customers.visitors;
  return visitors.empty() ? 0 : visitors[point].units;
}

bool somebody_came(const Replication& r, std::uint32_t point) {
  const auto& visitors = r.s_.side.customers.visitors;
  return !visitors.empty() && visitors[point].last == r.now_.tick;
}

CustomerFacts& customer_facts_of(Replication& r, std::uint32_t stream, bool cohort) {
  return cohort ? r.s_.customer_facts[stream] : r.s_.side.customers.nobodys;
}

bool tries_again(Replication& r, const Customer& customer, Quantity units, Fact lost) {
  const StreamPlan& plan = r.b_.streams[customer.stream];
  const StreamRules& rules = r.b_.rules(plan);
  if (!rules.retrial || rules.bargains) return false;
  Draws draws(r.luck_.at(plan.who, Purpose::retrial, customer.number));
  const NextVisit next = next_visit(*rules.retrial, customer.visit, draws);
  if (next.how == NextVisit::How::gives_up) return false;
  const bool waits = next.how == NextVisit::How::waits_for_notice;
  const Time at = later(customer.at, waits ? rules.retrial->valid : next.after);
  AwayCustomer away;
  away.stream = customer.stream;
  away.visit = customer.visit;
  away.number = customer.number;
  away.units = units;
  away.reaction = waits ? next.after : 0;
  away.declined = lost == Fact::lost_declined;
  away.cohort = r.in_cohort(customer);
  away.row = customer.row;
  away.life = ++r.s_.lives;
  const std::uint32_t slot = r.s_.side.customers.away.make(away);
  const Coming coming{at, waits, customer.stream, customer.number, slot, away.life};
  VisitorState& visitors = r.s_.side.customers.visitors[customer.point];
  visitors.units += units;
  expect(visitors, coming);
  if (waits) visitors.list.push_back(coming);
  if (away.cohort) r.cohort_open_ += units;
  CustomerFacts& facts = customer_facts_of(r, customer.stream, away.cohort);
  facts.turned_away += units;
  if (waits) facts.waits_notice += units;
  PointState& p = r.s_.points[customer.point];
  r.settle_shortage(p, customer.at);
  p.was_short = true;
  r.history_.note(plan.who, Fact::turned_away, customer.at, customer.number, units, waits ? never : at);
  return true;
}

Time next_visitor(const Replication& r, std::uint32_t point) {
  const auto& visitors = r.s_.side.customers.visitors;
  return visitors.empty() || visitors[point].coming.empty() ? never : visitors[point].coming.front().at;
}

void meet_visitor(Replication& r, std::uint32_t point, Time at) {
  VisitorState& visitors = r.s_.side.customers.visitors[point];
  const Coming coming = visitors.coming.front();
  AwayCustomer& slot = r.s_.side.customers.away[coming.slot];
  const AwayCustomer away = slot;
  slot.life = 0;
  r.s_.side.customers.away.release(coming.slot);
  visitors.units -= away.units;
  drop_stale(r, visitors);
  if (coming.gives_up)
    give_up(r, point, away, at);
  else
    come(r, point, away, at);
}

void tell_of_stock(Replication& r, std::uint32_t point, Time at) {
  CustomerTables& tables = r.s_.side.customers;
  if (tables.visitors.empty() || tables.visitors[point].list.empty()) return;
  const PointState& p = r.s_.points[point];
  if (p.held || r.allocatable(point) - p.backlog - r.waiting_units(point) <= 0) return;
  VisitorState& visitors = tables.visitors[point];
  for (const Coming& asked : visitors.list) {
    AwayCustomer& away = tables.away[asked.slot];
    if (away.life != asked.life) continue;
    away.life = ++r.s_.lives;
    expect(visitors, {later(at, away.reaction), false, away.stream, away.number, asked.slot, away.life});
  }
  visitors.list.clear();
  drop_stale(r, visitors);
}

void visits_at_end(Replication& r) {
  for (VisitorState& visitors : r.s_.side.customers.visitors) {
    const auto stays_away = [&](const Coming& coming) {
      AwayCustomer& away = r.s_.side.customers.away[coming.slot];
      if (away.life != coming.life) return;
      customer_facts_of(r, away.stream, away.cohort).away += away.units;
      r.close_row(away.row, Outcome::open, never);
      away.life = 0;
    };
    std::ranges::for_each(visitors.coming, stays_away);
    std::ranges::for_each(visitors.list, stays_away);  // whose notice is valid for ever
  }
}

}  // namespace restock::engine
