// Steps 4 and 5 of the law's "service of a customer".
#include "engine/offer.hpp"

#include "engine/goodwill.hpp"
#include "engine/neighbours.hpp"
#include "engine/promises.hpp"
#include "engine/visits.hpp"

#include <cstdlib>
#include <variant>

namespace restock::engine {

Quantity pick_short(Replication& r, const Customer& customer, Quantity missing, Outcome& outcome) {
  const StreamPlan& plan = r.b_.streams[customer.stream];
  const StreamRules& rules = r.b_.rules(plan);
  OrderFacts& facts = r.facts_of(customer);
  StockFacts& stock = r.s_.stock_facts[customer.point];
  PointState& p = r.s_.points[customer.point];
  facts.oversold += missing;
  r.history_.note(plan.who, Fact::oversold, customer.at, customer.number, missing);
  if (rules.on_short_pick == ShortPickRule::zero_record) {
    r.post_everything(customer.point, customer.at);
    const Quantity error = p.on_record - r.findable(customer.point);
    stock.record_adjusted += std::abs(error);
    if (error != 0) r.move_stock(customer.point, 0, -error, customer.at);
  }
  if (rules.on_short_pick == ShortPickRule::count) r.call_for_count(customer.point, customer.at);
  if (customer.row != none) r.s_.open_rows[customer.row].oversold += missing;
  if (rules.on_oversold == OversoldRule::backorder) return missing;
  facts.cancelled_by_seller += missing;
  facts.oversold_cancelled += missing;
  stock.cancelled += missing;
  r.settle_shortage(p, customer.at);
  p.was_short = true;
  r.history_.note(plan.who, Fact::cancelled_by_seller, customer.at, customer.number, missing);
  if (customer.row != none) r.s_.open_rows[customer.row].cancelled += missing;
  lose_goodwill(r, customer.stream, &LoyaltyRules::cancelled);
  outcome = Outcome::cancelled_by_seller;
  return 0;
}

Answer offer_backorder(Replication& r, const Customer& customer, Quantity joins, Quantity deficit, Time& promise,
                       Outcome& outcome) {
  const StreamRules& rules = r.b_.rules(r.b_.streams[customer.stream]);
  const Quantity waiting = r.s_.points[customer.point].customer_backlog;
  const bool retired = customer.at >= r.b_.rules(r.b_.points[customer.point]).listing.retired;
  Fact lost = retired ? Fact::lost_discontinued : Fact::lost_out_of_stock;
  const Quantity units = joins + deficit;
  if (rules.backorders && !retired && waiting + units <= rules.backlog_cap && units <= rules.promises.offer_units) {
    const Time eta = r.eta_for(customer, units);
    promise = date_for(r, customer, eta);
    const Reply reply = reply_to(r, customer, eta, promise);
    if (reply == Reply::accepts) return Answer::accepts;
    if (reply == Reply::declines) lost = Fact::lost_declined;
  }
  if (takes_second_choice(r, customer, deficit)) return Answer::leaves;
  if (joins == 0 && !retired && tries_again(r, customer, deficit, lost)) return Answer::comes_again;
  r.lose(customer, deficit, lost);
  outcome = outcome_of(lost);
  return Answer::leaves;
}

Reply reply_to(const Replication& r, const Customer& customer, Time eta, Time date) {
  const StreamRules& rules = r.b_.rules(r.b_.streams[customer.stream]);
  if (eta == never && !rules.offer_without_date && needs_supply(rules.promises.quoting)) return Reply::nothing_offered;
  const Time wait = date < never ? date - customer.at : never;
  if (rules.promises.offer_within < never && wait > rules.promises.offer_within) return Reply::nothing_offered;
  return accepts_wait(r, customer, wait) ? Reply::accepts : Reply::declines;
}

bool accepts_wait(const Replication& r, const Customer& customer, Time wait) {
  const StreamPlan& plan = r.b_.streams[customer.stream];
  const OfferView offer{wait, r.s_.points[customer.point].customer_backlog};
  Draws draws(r.luck_.at(plan.who, Purpose::acceptance, customer.number));
  return std::visit([&](const auto& rule) { return rule.accepts(offer, draws); }, r.b_.rules(plan).accept);
}

Outcome outcome_of(Fact lost) {
  if (lost == Fact::lost_declined) return Outcome::lost_declined;
  return lost == Fact::lost_discontinued ? Outcome::lost_discontinued : Outcome::lost_out_of_stock;
}

Time date_for(Replication& r, const Customer& customer, Time eta) {
  const Quoting& quoting = r.b_.rules(r.b_.streams[customer.stream]).promises.quoting;
  return quoted_date(quoting, customer.at, eta, lateness(r, customer.point, quoting));
}

}  // namespace restock::engine
