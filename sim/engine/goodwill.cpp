// Goodwill changes with what happens at its own stock point only, so a pull meets its changes in their order.
#include "engine/goodwill.hpp"

#include "engine/visits.hpp"

#include <algorithm>

namespace restock::engine {

namespace {

/// A line's goodwill is that of its order.
std::uint32_t whose(const Replication& r, std::uint32_t stream) {
  const StreamPlan& plan = r.b_.streams[stream];
  return plan.is_line() ? plan.order : stream;
}

}  // namespace

void reset_goodwill(Replication& r) {
  const auto loyal = [](const StreamRules& rules) { return rules.loyalty.has_value(); };
  const bool any = std::ranges::any_of(r.b_.stream_rules, loyal);
  r.s_.side.customers.goodwill.assign(any ? r.b_.streams.size() : 0, in_one);
}

bool stays_away(Replication& r, std::uint32_t stream, std::uint64_t number, Quantity units, Time at) {
  const StreamPlan& plan = r.b_.streams[stream];
  if (!r.b_.rules(plan).loyalty) return false;
  const double u = Draws(r.luck_.at(plan.who, Purpose::loyalty, number)).uniform();
  if (u * static_cast<double>(in_one) < static_cast<double>(r.s_.side.customers.goodwill[stream])) return false;
  customer_facts_of(r, stream, at >= 0 && at < r.b_.length).stayed_away += units;
  r.history_.note(plan.who, Fact::stayed_away, at, number, units);
  return true;
}

void lose_goodwill(Replication& r, std::uint32_t stream, Millionths LoyaltyRules::*step) {
  const auto& rules = r.b_.rules(r.b_.streams[stream]).loyalty;
  if (!rules) return;
  Millionths& goodwill = r.s_.side.customers.goodwill[whose(r, stream)];
  goodwill = rules->after_bad(goodwill, (*rules).*step);
}

void gain_goodwill(Replication& r, std::uint32_t stream) {
  const auto& rules = r.b_.rules(r.b_.streams[stream]).loyalty;
  if (!rules) return;
  Millionths& goodwill = r.s_.side.customers.goodwill[whose(r, stream)];
  goodwill = rules->after_good(goodwill);
}

}  // namespace restock::engine
