// One word of a customer decides whether he can pay, whenever he is asked.
#include "engine/payment.hpp"

#include "engine/offer.hpp"
#include "engine/together.hpp"
#include "engine/visits.hpp"

#include <algorithm>

namespace restock::engine {

namespace {

bool cannot_pay(const Replication& r, std::uint32_t stream, std::uint64_t number) {
  const StreamPlan& plan = r.b_.streams[stream];
  const double share = r.b_.rules(plan).payment_fails;
  return share > 0.0 && Draws(r.luck_.at(plan.who, Purpose::payment, number)).uniform() < share;
}

bool pays_at_order(const Replication& r, std::uint32_t stream) {
  return r.b_.rules(r.b_.streams[stream]).pays_at_order;
}

}  // namespace

bool refunds(const Replication& r) {
  return std::ranges::any_of(r.b_.stream_rules, [](const StreamRules& rules) { return rules.pays_at_order; });
}

bool fails_at_order(const Replication& r, const Customer& customer) {
  return pays_at_order(r, customer.stream) && cannot_pay(r, customer.stream, customer.number);
}

void decline(Replication& r, const Customer& customer, Quantity units, Fact lost) {
  customer_facts_of(r, customer.stream, r.in_cohort(customer)).payment_declined += units;
  r.lose(customer, units, lost);
}

Quantity paid_for(Replication& r, const Customer& customer, Quantity units, Outcome& outcome) {
  if (units == 0 || !fails_at_order(r, customer)) return units;
  const bool retired = customer.at >= r.b_.rules(r.b_.points[customer.point]).listing.retired;
  const Fact lost = retired ? Fact::lost_discontinued : Fact::lost_out_of_stock;
  decline(r, customer, units, lost);
  outcome = outcome_of(lost);
  return 0;
}

bool fails_at_shipment(const Replication& r, std::uint32_t slot) {
  const Entry& waits = r.s_.entries[slot];
  const Entry& entry = r.s_.entries[waits.together ? first_line_of(r, waits) : slot];
  return entry.number != initial_customer && !pays_at_order(r, entry.stream) &&
         cannot_pay(r, entry.stream, entry.number);
}

void pay_back(Replication& r, const Entry& entry, Quantity units) {
  if (pays_at_order(r, entry.stream)) r.s_.extra_facts[entry.point].refunded += units;
}

}  // namespace restock::engine
