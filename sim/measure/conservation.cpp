#include "measure/conservation.hpp"

#include "core/contract.hpp"

#include <string>

namespace restock {

namespace {

void demand_that(bool holds, const std::string& where, std::size_t index, const char* identity) {
  if (holds) return;
  const std::string law = where + ' ' + std::to_string(index) + ": " + identity;
  if (where == "stock point") throw LawBroken(law, static_cast<std::uint32_t>(index));
  throw LawBroken(law);
}

void check_stream(const OrderFacts& f, Quantity away, std::size_t stream) {
  const auto hold = [&](bool holds, const char* identity) { demand_that(holds, "demand stream", stream, identity); };
  hold(f.orders >= 0 && f.demand >= f.orders, "an order has at least one unit");
  hold(f.filled >= 0 && f.shipped_from_backorder >= 0 && f.sold_later >= 0 && f.lost_out_of_stock >= 0 &&
           f.lost_declined >= 0 && f.lost_discontinued >= 0 && f.cancelled_by_customer >= 0 &&
           f.cancelled_by_seller >= 0,
       "no outcome is negative");
  hold(f.open_at_end() >= 0, "outcomes do not exceed demand");
  const Quantity left_queue =
      f.shipped_from_backorder + f.cancelled_by_customer + f.cancelled_by_seller - f.oversold_cancelled;
  hold(f.backordered == left_queue + f.open_at_end() - away,
       "backordered = shipped from backorder + cancelled + open and not to come again");
  hold(f.orders_filled >= 0 && f.orders_filled <= f.orders_on_time && f.orders_on_time <= f.orders,
       "orders filled at once are on time, and orders");
  hold(f.oversold >= f.oversold_cancelled, "oversold units cancelled at once are oversold");
  hold(f.promise_kept <= f.promised, "promises kept do not exceed promises due");
}

void check_port(const PortFacts& f, std::size_t port) {
  const auto hold = [&](bool holds, const char* identity) { demand_that(holds, "port", port, identity); };
  hold(f.opening_queue + f.calls + f.background_calls == f.diverted + f.berthed + f.closing_queue,
       "vessels that arrived = diverted + berthed + growth of the queue");
  hold(f.waited <= f.waits && f.waits_of_ours <= f.waits && f.berthed <= f.waits, "every berth ends a wait");
  hold(f.queue >= 0 && f.busy >= 0 && f.yard >= 0 && f.empty >= 0 && f.full >= 0, "no level of a port is negative");
}

void check_errors(const ErrorFacts& f, const StockFacts& stock, std::size_t point) {
  const auto hold = [&](bool holds, const char* identity) { demand_that(holds, "stock point", point, identity); };
  hold(f.misplaced >= 0 && f.misplaced <= stock.integrals.on_hand, "misplaced stock is part of stock on hand");
  hold(f.lost_while_misplaced >= 0 && f.lost_while_misplaced <= stock.lost, "units lost while misplaced are lost");
  hold(f.misreceived >= 0 && f.misscanned >= 0, "errors of posting are counted up");
}

void check_shelf(const ShelfFacts& f, const StockFacts& stock, Time length, std::size_t point) {
  const auto hold = [&](bool holds, const char* identity) { demand_that(holds, "stock point", point, identity); };
  hold(f.shelf >= 0 && f.shelf <= stock.integrals.on_hand, "what is on the shelf is part of stock on hand");
  hold(f.ready >= 0 && f.ready <= length && f.ready <= f.shelf, "a shelf is ready while something is on it");
  hold(f.moves <= f.moved && f.lost_with_stock <= stock.lost, "moves move units, and units lost at a shelf are lost");
}

void check_visits(const CustomerFacts& f, std::size_t stream) {
  const auto hold = [&](bool holds, const char* identity) { demand_that(holds, "demand stream", stream, identity); };
  hold(f.waits_notice >= 0 && f.waits_notice <= f.turned_away && f.away >= 0 && f.away <= f.turned_away,
       "who wants to be told, or is to come again at the end, was turned away");
  hold(f.visits >= 0 && f.visits <= f.turned_away && f.stayed_away >= 0, "further visits are of those turned away");
  hold(f.kept_on >= 0 && f.kept_on <= f.reassessed, "orders kept on were looked at again");
  hold(f.overtook >= 0 && f.payment_failed >= 0 && f.payment_declined >= 0,
       "units that overtake, or whose payment fails, are counted up");
}

void check_promises(const PromiseFacts& f, const OrderFacts& orders, std::size_t stream) {
  const auto hold = [&](bool holds, const char* identity) { demand_that(holds, "demand stream", stream, identity); };
  hold(f.slips >= 0 && f.slips <= f.updates, "slips that are told are told");
  hold(f.cancelled_slip >= 0 && f.cancelled_silence >= 0 &&
           f.cancelled_slip + f.cancelled_silence <= orders.cancelled_by_customer,
       "who leaves for news or for none is a customer who cancels");
  hold(f.told_kept >= 0 && f.told_kept <= f.told && f.told <= orders.shipped_from_backorder &&
           f.saved <= orders.shipped_from_backorder,
       "units shipped by a date told, or saved, are shipped from backorder");
}

void check_extra(const ExtraFacts& f, const StockFacts& stock, std::size_t point) {
  const auto hold = [&](bool holds, const char* identity) { demand_that(holds, "stock point", point, identity); };
  hold(f.bought_elsewhere >= 0 && f.sold_to_others >= 0, "second choices are counted up");
  hold(f.held_back >= 0 && f.expedited >= 0, "units held back and expedited are counted up");
  hold(f.calls >= 0 && f.calls <= f.called && f.brought >= 0 && f.left_calls >= 0 && f.given >= 0,
       "every call is of a unit or more, and calls are counted up");
  hold(f.expired >= 0 && f.written_off >= 0, "units expired and written off are counted up");
  hold(f.to_stock >= 0 && f.to_stock <= f.returned, "what goes back to stock has come back");
  hold(f.excess >= 0 && f.excess <= stock.integrals.on_hand, "what is too much is part of stock on hand");
}

void check_point(const StockFacts& f, const LossFacts& losses, const ExtraFacts& extra, Quantity swapped, Time length,
                 std::size_t point) {
  const Quantity out = extra.expired + extra.written_off + extra.given;
  const auto hold = [&](bool holds, const char* identity) { demand_that(holds, "stock point", point, identity); };
  hold(f.opening_on_hand + f.received + swapped + extra.brought + extra.to_stock ==
           f.shipped_to_customers + f.shipped_downstream + f.shrunk + losses.scrapped + out + f.closing_on_hand,
       "opening + received + kept for another's + brought by neighbours = shipped + strayed + shrunk + scrapped + "
       "expired + written off + given to neighbours + on hand");
  hold(f.replenishment_units + extra.left_calls ==
           f.received + f.supply_cancelled + losses.yield_lost + f.on_order_growth,
       "ordered + calls whose customer left = received + cancelled supply + yield loss + growth of what is to come");
  hold(losses.yield_lost >= 0 && losses.short_shipped >= 0 && losses.scrapped >= 0, "losses are not negative");
  hold(f.shrunk >= 0 && f.counts >= 0, "stock only shrinks, and counts are counted up");
  hold(f.opening_on_hand >= 0 && f.closing_on_hand >= 0, "stock on hand is not negative");
  hold(f.received_external >= 0 && f.received_external <= f.received, "external receipts are receipts");
  hold(f.internal_filled <= f.internal_demand, "internal orders filled were ordered");
  hold(f.cycles_without_shortage <= f.cycles, "cycles without shortage are cycles");
  hold(f.integrals.ready >= 0 && f.integrals.phantom >= 0 && f.integrals.ready + f.integrals.phantom <= length,
       "stock is ready or phantom at most all of the time");
  hold(f.integrals.customer_backlog >= 0 && f.integrals.customer_backlog <= f.integrals.backlog,
       "customers' backlog is part of the backlog");
}

Quantity total(const std::vector<SpanSketch>& spans) {
  Quantity sum = 0;
  for (const SpanSketch& span : spans) sum += span.total();
  return sum;
}

/// How long somebody waited is kept of everybody who did, once in each way of dividing them up.
void check_waits(const Record& record) {
  Quantity shipped = 0;
  for (const OrderFacts& facts : record.streams) shipped += facts.shipped_from_backorder;
  const Quantity waited = total(record.waits);
  demand_that(shipped == waited, "the network, stock points", record.points.size(),
              "every unit shipped from backorder has its wait counted");
  demand_that(record.left_for.empty() || total(record.left) == total(record.left_for), "the network, reasons",
              record.left_for.size(), "every wait of a cancelled unit is counted for its reason, too");
  demand_that(record.segment_waits.empty() || waited == total(record.segment_waits), "the network, segments",
              record.segment_waits.size(), "every wait is counted in its segment, too");
}

}  // namespace

void check_conservation(const Record& record, const Layout& layout) {
  const auto swapped = [&](std::size_t p) {
    return record.errors.empty() ? 0 : record.errors[p].kept - record.errors[p].strayed;
  };
  for (std::size_t s = 0; s < record.streams.size(); ++s)
    check_stream(record.streams[s], record.customer_facts.empty() ? 0 : record.customer_facts[s].away, s);
  for (std::size_t s = 0; s < record.customer_facts.size(); ++s) check_visits(record.customer_facts[s], s);
  for (std::size_t p = 0; p < record.points.size(); ++p)
    check_point(record.points[p], record.losses.empty() ? LossFacts{} : record.losses[p],
                record.extra.empty() ? ExtraFacts{} : record.extra[p], swapped(p), layout.length, p);
  for (std::size_t s = 0; s < record.promises.size(); ++s) check_promises(record.promises[s], record.streams[s], s);
  for (std::size_t p = 0; p < record.errors.size(); ++p) check_errors(record.errors[p], record.points[p], p);
  for (std::size_t p = 0; p < record.extra.size(); ++p) check_extra(record.extra[p], record.points[p], p);
  for (std::size_t p = 0; p < record.shelves.size(); ++p)
    check_shelf(record.shelves[p], record.points[p], layout.length, p);
  for (std::size_t p = 0; p < record.ports.size(); ++p) check_port(record.ports[p], p);
  check_waits(record);
}

}  // namespace restock
