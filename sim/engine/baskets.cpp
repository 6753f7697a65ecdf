// Orders of several lines: all stock points of a basket are pulled as one, so an order meets every one of them as it is
// at its tick.
#include "engine/baskets.hpp"

#include "engine/neighbours.hpp"
#include "engine/together.hpp"

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
      WaitingCustomer customer{line.stream, number, line.units};
      customer.basket = basket;
      r.wait_for_service(line.point, customer, at);
    }
  } else if (plan.together && lines.size() > 1) {
    serve_together(r, lines, basket, number, at);
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

}  // namespace restock::engine
