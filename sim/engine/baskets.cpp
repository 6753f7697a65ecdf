// Orders of several lines: all stock points of a basket are pulled as one, so an order meets every one of them as it is
// at its tick.
#include "engine/baskets.hpp"

#include "engine/listing.hpp"
#include "engine/neighbours.hpp"
#include "engine/promises.hpp"
#include "engine/rationing.hpp"

#include <algorithm>
#include <variant>

namespace restock::engine {

namespace {

const BasketPlan& plan_of(const Replication& r, std::uint32_t stream) {
  return r.b_.baskets[r.s_.side.baskets.of_stream[stream]];
}

/// Units of a line that customer `number` wants.
Quantity units_of_line(const Replication& r, const BasketLinePlan& line, std::uint64_t number) {
  const StreamPlan& plan = r.b_.streams[line.stream];
  const StreamRules& rules = r.b_.rules(plan);
  if (line.chance < 1.0 && Draws(r.luck_.at(plan.who, Purpose::basket, number)).uniform() >= line.chance) return 0;
  if (rules.unit_size) return 1;
  Draws draws(r.luck_.at(plan.who, Purpose::order_size, number));
  return sample_quantity(rules.size.law, draws);
}

/// Of all lines of an order that ships together.
class TogetherOrder {
 public:
  TogetherOrder(Replication& r, const std::vector<OrderLine>& lines, std::uint32_t basket, std::uint64_t number,
                Time at)
      : r_(r), lines_(lines) {
    for (const OrderLine& line : lines) {
      r.facts_at_arrival(line.stream).demand += line.units;
      Customer customer{line.point, line.stream, number, at, r.open_row(line.stream, number, line.units, at)};
      customer.basket = basket;
      customers_.push_back(customer);
    }
    ++r.facts_at_arrival(lines.front().stream).orders;
  }

  void serve() {
    if (!is_listed()) return lose(Fact::lost_discontinued);
    if (is_there()) return hand_over();
    offer();
  }

 private:
  const StreamRules& rules() const { return r_.b_.rules(r_.b_.streams[lines_.front().stream]); }
  Time at() const { return customers_.front().at; }
  const PointRules& point_of(std::size_t line) const { return r_.b_.rules(r_.b_.points[lines_[line].point]); }
  bool is_listed() const {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (at() >= point_of(i).discontinued || at() < point_of(i).listing.listed) return false;
    return true;
  }
  /// By the record, and in fact: an order that is picked as a whole shows what is missing before anything is sold.
  bool is_there(std::size_t line) const {
    const std::uint32_t point = lines_[line].point;
    return !r_.s_.points[point].held && lines_[line].units <= r_.sellable_to(customers_[line]) &&
           lines_[line].units <= r_.findable(point);
  }
  bool is_there() const {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (!is_there(i)) return false;
    return true;
  }
  void hand_over() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::uint32_t stream = lines_[i].stream;
      if (r_.publishes(stream)) r_.s_.side.listings[r_.channel_of(stream)].sold += lines_[i].units;
      r_.ship_at_once(customers_[i], lines_[i].units);
      order_is_filled(r_, customers_[i]);
      r_.close_row(customers_[i].row, Outcome::filled, at());
    }
  }
  void lose(Fact fact) {
    Outcome outcome = Outcome::lost_out_of_stock;
    if (fact == Fact::lost_declined) outcome = Outcome::lost_declined;
    if (fact == Fact::lost_discontinued) outcome = Outcome::lost_discontinued;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      r_.lose(customers_[i], lines_[i].units, fact);
      line_ended(r_, customers_[i].basket, false, false);
      r_.close_row(customers_[i].row, outcome, at());
    }
  }
  bool may_wait() const {
    if (!rules().backorders) return false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Quantity waiting = r_.s_.points[lines_[i].point].customer_backlog;
      if (!is_there(i) &&
          (waiting + lines_[i].units > rules().backlog_cap || lines_[i].units > rules().promises.offer_units))
        return false;
    }
    return true;
  }
  bool is_retired() const {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (!is_there(i) && at() >= point_of(i).listing.retired) return true;
    return false;
  }
  void offer() {
    if (is_retired()) return lose(Fact::lost_discontinued);
    if (!may_wait()) return lose(Fact::lost_out_of_stock);
    const Quoting& quoting = rules().promises.quoting;
    Time eta = 0;
    Time late = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      eta = i == 0 ? r_.eta_for(customers_[i], lines_[i].units)
                   : std::max(eta, r_.eta_for(customers_[i], lines_[i].units));
      late = std::max(late, lateness(r_, lines_[i].point, quoting));
    }
    const Time promise = quoted_date(quoting, at(), eta, late);
    const Time wait = promise < never ? promise - at() : never;
    const bool in_sight = eta < never || rules().offer_without_date || !needs_supply(quoting);
    if (!in_sight || (rules().promises.offer_within < never && wait > rules().promises.offer_within))
      return lose(Fact::lost_out_of_stock);
    const OfferView view{wait, r_.s_.points[lines_.front().point].customer_backlog};
    Draws draws(r_.luck_.at(r_.b_.streams[lines_.front().stream].who, Purpose::acceptance, customers_.front().number));
    if (!std::visit([&](const auto& rule) { return rule.accepts(view, draws); }, rules().accept))
      return lose(Fact::lost_declined);
    wait_for(promise);
  }
  void wait_for(Time promise) {
    std::vector<bool> there;
    for (std::size_t i = 0; i < lines_.size(); ++i) there.push_back(is_there(i));
    std::uint32_t last = none;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::uint32_t point = lines_[i].point;
      const std::uint32_t slot = r_.begin_to_wait(customers_[i], lines_[i].units, promise, true, Fact::queued);
      Entry& entry = r_.s_.entries[slot];
      entry.together = true;
      entry.was_there = there[i];
      entry.complete_only = true;
      if (last == none)
        r_.s_.side.baskets.open[entry.basket].first = slot;
      else
        r_.s_.entries[last].kit_next = slot;
      last = slot;
      r_.change_backlog(point, lines_[i].units, true, at());
      r_.append(slot);
      if (!there[i]) r_.note_shortage(r_.s_.points[point], lines_[i].units, at());
    }
    r_.begin_patience(customers_.front(), r_.s_.side.baskets.open[customers_.front().basket].first);
  }

  Replication& r_;
  const std::vector<OrderLine>& lines_;
  std::vector<Customer> customers_;
};

}  // namespace

void reset_baskets(Replication& r) {
  BasketTables& tables = r.s_.side.baskets;
  tables.of_stream.assign(r.b_.baskets.empty() ? 0 : r.b_.streams.size(), none);
  tables.open.clear();
  for (std::uint32_t b = 0; b < r.b_.baskets.size(); ++b) tables.of_stream[r.b_.baskets[b].stream] = b;
}

bool has_basket(const Replication& r, std::uint32_t stream) {
  return r.s_.side.baskets.any() && r.s_.side.baskets.of_stream[stream] != none;
}

void order_lines(Replication& r, std::uint32_t point, std::uint32_t stream, std::uint64_t number, Quantity units,
                 Time at) {
  BasketTables& tables = r.s_.side.baskets;
  const BasketPlan& plan = plan_of(r, stream);
  std::vector<OrderLine>& lines = tables.lines;
  lines.assign(1, {point, stream, units});
  for (const BasketLinePlan& line : plan.lines.of(r.b_.basket_lines))
    if (const Quantity wanted = units_of_line(r, line, number); wanted > 0)
      lines.push_back({static_cast<std::uint32_t>(r.b_.streams[line.stream].point.index()), line.stream, wanted});
  const bool cohort = at >= 0 && at < r.b_.length;
  const std::uint32_t basket = tables.open.make({stream, static_cast<std::uint32_t>(lines.size()), none, cohort});
  for (const OrderLine& line : lines) r.count_demand(line.point, line.units, at);
  if (r.serve_is_named_) {
    for (const OrderLine& line : lines) {
      WaitingRoom& room = r.s_.side.waiting[line.point];
      WaitingCustomer waiting{line.stream, number, line.units};
      waiting.basket = basket;
      room.customers.push_back(waiting);
      room.units += line.units;
      r.want(EventKind::serve, at, r.b_.points[line.point].dispatch_rank, line.point);
    }
  } else if (plan.together && lines.size() > 1) {
    TogetherOrder(r, lines, basket, number, at).serve();
  } else {
    for (const OrderLine& line : lines) r.serve_first_visit(line.point, line.stream, number, line.units, at, basket);
  }
  for (std::size_t i = 1; i < lines.size(); ++i) taken_from(r, lines[i].point);
}

void order_is_filled(Replication& r, const Customer& customer) {
  if (customer.basket != none) return line_ended(r, customer.basket, true, true);
  OrderFacts& facts = r.facts_of(customer);
  ++facts.orders_filled;
  ++facts.orders_on_time;
}

void line_ended(Replication& r, std::uint32_t basket, bool filled, bool on_time) {
  if (basket == none) return;
  OpenBasket& open = r.s_.side.baskets.open[basket];
  open.filled = open.filled && filled;
  open.on_time = open.on_time && on_time;
  if (--open.lines > 0) return;
  OrderFacts& facts = open.cohort ? r.s_.order_facts[open.stream] : r.junk_;
  if (open.filled) ++facts.orders_filled;
  if (open.on_time) ++facts.orders_on_time;
  r.s_.side.baskets.open.release(basket);
}

std::uint32_t first_line_of(const Replication& r, const Entry& entry) {
  return r.s_.side.baskets.open[entry.basket].first;
}

std::vector<std::uint32_t> lines_of(const Replication& r, const Entry& entry) {
  std::vector<std::uint32_t> lines;
  for (std::uint32_t slot = first_line_of(r, entry); slot != none; slot = r.s_.entries[slot].kit_next)
    lines.push_back(slot);
  return lines;
}

bool others_can_ship(const Replication& r, std::uint32_t slot) {
  for (const std::uint32_t other : lines_of(r, r.s_.entries[slot])) {
    const Entry& line = r.s_.entries[other];
    if (other != slot && (r.s_.points[line.point].held || r.available_to(other) < line.remaining)) return false;
  }
  return true;
}

/// The first line goes last: what he was told is kept with it.
void ship_together(Replication& r, std::uint32_t slot, Time at) {
  const std::uint32_t here = r.s_.entries[slot].point;
  std::vector<std::uint32_t> lines = lines_of(r, r.s_.entries[slot]);
  std::rotate(lines.begin(), lines.begin() + 1, lines.end());
  for (const std::uint32_t line : lines) {
    const std::uint32_t point = r.s_.entries[line].point;
    r.ship_to_customer(line, r.s_.entries[line].remaining, at);
    if (point != here) r.supply_is_free(point);
  }
}

}  // namespace restock::engine
