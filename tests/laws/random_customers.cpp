#include "laws/random_customers.hpp"

#include "laws/picks.hpp"

#include <ostream>
#include <set>
#include <vector>

namespace restock {

using namespace laws;

namespace {

enum Feature : std::int64_t { retrial, returns, loyalty, reassess, listing, packs, payment, baskets, overtaking };

RetrialRules choose_retrial(Time grain) {
  RetrialRules rules;
  rules.comes_back = one_of<double>({0.5, 1.0, 0.0, 0.3});
  rules.notice = rules.comes_back < 1.0 ? one_of<double>({0.5, 1.0 - rules.comes_back, 0.0}) : 0.0;
  rules.after = random_time(grain, 4);
  rules.reaction = random_time(grain, 3);
  if (chance(70)) rules.valid = grain * pick(1, 6);
  rules.visits = index(1, 3);
  if (chance(10)) rules.visits = 0;
  return rules;
}

/// Whoever is offered no backorder is turned away; and where few may wait, he is at one visit and not at another.
void add_retrial(DraftStream& stream, Time grain) {
  stream.retrial = choose_retrial(grain);
  if (chance(30)) stream.backorders = false;
  if (chance(50)) stream.backlog_cap = pick(1, 4);
}

ReturnRules choose_returns(Time grain) {
  ReturnRules rules;
  rules.share = one_of<double>({1.0, 0.4, 0.0});
  rules.after = random_time(grain, 4);
  rules.sold_again = one_of<double>({1.0, 0.5, 0.0});
  return rules;
}

Millionths choose_step() { return one_of<Millionths>({0, 1'000, 70'000, 400'000, 1'000'000}); }

LoyaltyRules choose_loyalty() {
  LoyaltyRules rules{choose_step(), choose_step(), choose_step(), choose_step(), 0};
  rules.least = one_of<Millionths>({0, 300'000, 950'000});
  return rules;
}

ListingRules choose_listing(Draft& b, const DraftPoint& point, Time grain) {
  ListingRules rules;
  const Time end = (b.length + b.warmup) / grain;
  const auto some_day = [&] { return -b.warmup + grain * pick(0, std::max<Time>(1, end * 2 / 3)); };
  if (chance(50)) rules.released = some_day();
  if (chance(30))
    rules.listed = rules.released > -never && chance(80) ? rules.released - grain * pick(0, 4) : some_day();
  if (chance(50)) rules.retired = some_day() + (chance(50) ? end * grain / 3 : 0);
  if (point.discontinued < never && chance(40)) rules.retired = point.discontinued - grain * pick(0, 4);
  return rules;
}

/// Authorised when he orders or when units are there, and now and then he can always pay.
void add_payment(DraftStream& stream) {
  stream.payment_fails = one_of<double>({1.0, 0.5, 0.1, 0.0});
  stream.pays_at_order = chance(60);
}

/// In the instants in which others leave, or the seller looks at him; and so that somebody waits often enough.
void add_overtaking(DraftStream& stream, Time grain) {
  stream.first_after = grain * pick(1, 6);
  if (chance(60)) stream.backorders = true;
  if (chance(60)) stream.backlog_cap = unlimited;
  if (chance(60)) stream.offer_without_date = true;
  if (chance(30)) stream.seller_limit = stream.first_after;
  if (chance(20)) stream.first_after = 1;
}

/// Whether it can be a line: nobody's demand is a part of it or adds to it.
bool stands_alone(const Draft& b, std::uint32_t k) {
  if (b.streams[k].modulation.valid() || b.streams[k].bargains || b.streams[k].is_line()) return false;
  for (std::uint32_t other = k + 1; other < b.streams.size(); ++other)
    if (const Modulation* moves = b.modulation(b.streams[other]); moves != nullptr && moves->behind_base == other - k)
      return false;
  return true;
}

/// Whoever orders them is one customer, who is treated by one set of rules.
void ship_together(Draft& b, BasketPlan& plan) {
  plan.together = true;
  const StreamRules& first = b.streams[plan.stream];
  for (const BasketLinePlan& place : plan.lines.of(b.basket_lines)) {
    DraftStream& line = b.streams[place.stream];
    const StreamRules own = line;
    static_cast<StreamRules&>(line) = first;
    line.arrivals = own.arrivals;
    line.size = own.size;
    line.unit_size = own.unit_size;
    line.modulation = {};
    line.queue = own.queue;
    line.sees = own.sees;
    line.critical_level = own.critical_level;
    line.reserve = own.reserve;
    line.publish_every = own.publish_every;
    line.publish_first = own.publish_first;
    line.publish_delay = own.publish_delay;
  }
}

/// A surge's customers order what those order whom they add to: a line that both have is one kind of demand.
void share_line(Draft& b, const BasketPlan& surge, std::uint32_t k) {
  const Modulation* moves = b.modulation(b.streams[surge.stream]);
  if (moves == nullptr || moves->behind_base == 0) return;
  for (const BasketPlan& plan : b.baskets) {
    if (plan.stream != surge.stream - moves->behind_base) continue;
    for (const BasketLinePlan& line : plan.lines.of(b.basket_lines)) {
      if (b.streams[line.stream].point != b.streams[k].point || line.stream > k) continue;
      static_cast<StreamRules&>(b.streams[k]) = b.streams[line.stream];
      b.streams[k].behind_line = k - line.stream;
    }
  }
}

/// Streams become lines of the orders of another one, each at a point of its own.
void add_baskets(Draft& b) {
  std::set<std::uint32_t> with_basket;
  for (std::uint32_t first = 0; first < b.streams.size(); ++first) {
    if (b.streams[first].is_line() || b.streams[first].bargains || chance(30)) continue;
    BasketPlan plan{first, {static_cast<std::uint32_t>(b.basket_lines.size()), 0}, false};
    std::set<PointId> points{b.streams[first].point};
    for (std::uint32_t k = 0; k < b.streams.size(); ++k) {
      if (k == first || with_basket.contains(k) || !stands_alone(b, k) || points.contains(b.streams[k].point)) continue;
      if (chance(40)) continue;
      DraftStream& line = b.streams[k];
      if (std::holds_alternative<TraceArrivals>(line.arrivals)) line.unit_size = true;
      line.arrivals = PoissonArrivals{{1.0}};
      line.trace = {};
      line.order = first;
      share_line(b, plan, k);
      line.loyalty = b.streams[first].loyalty;
      points.insert(line.point);
      b.basket_lines.push_back({k, one_of<double>({1.0, 0.5, 0.1})});
      ++plan.lines.count;
    }
    if (plan.lines.count == 0) continue;
    with_basket.insert(first);
    if (chance(50)) ship_together(b, plan);
    b.baskets.push_back(plan);
  }
}

/// Some sites, each with a few of the stock points and a packer who is now and then behind.
void add_packings(Draft& b, Time grain) {
  std::vector<std::vector<PointId>> sites(static_cast<std::size_t>(pick(1, 2)));
  for (std::uint32_t p = 0; p < b.points.size(); ++p)
    if (!b.points[p].streams.empty() && !chance(25))
      sites[static_cast<std::size_t>(pick(0, std::ssize(sites) - 1))].emplace_back(p);
  for (const std::vector<PointId>& site : sites) {
    if (site.empty()) continue;
    b.packings.push_back(
        {{static_cast<std::uint32_t>(b.packing_points.size()), static_cast<std::uint32_t>(site.size())},
         one_of<Time>({grain, 1, grain / 3 + 1, 3 * grain, 0})});
    b.packing_points.insert(b.packing_points.end(), site.begin(), site.end());
  }
}

}  // namespace

/// Each by itself often enough, all together sometimes.
void add_random_customers(Draft& b, Time grain) {
  if (chance(40)) return;
  const bool all = chance(25);
  const std::int64_t only = all ? -1 : pick(retrial, overtaking);
  const auto has = [&](Feature feature) { return all ? chance(50) : (feature == only && !chance(20)) || chance(8); };
  for (DraftStream& stream : b.streams) {
    if (has(retrial)) add_retrial(stream, grain);
    if (has(returns)) stream.returns = choose_returns(grain);
    if (has(payment)) add_payment(stream);
    if (has(overtaking)) add_overtaking(stream, grain);
    if (has(loyalty)) stream.loyalty = choose_loyalty();
    if (!has(reassess) || chance(20)) continue;
    stream.reassess = ReassessRules{grain * pick(0, 8), grain * pick(1, 4)};
    if (stream.seller_limit == never) stream.seller_limit = grain * pick(1, 6);
  }
  for (DraftPoint& point : b.points)
    if (has(listing)) point.listing = choose_listing(b, point, grain);
  if (has(baskets)) add_baskets(b);
  if (has(packs)) add_packings(b, grain);
}

void describe_customers(const Draft& b, std::ostream& out) {
  const auto time = [&](const TimeLaw& law) {
    std::visit([&](const auto& d) { out << d.name; }, law.law);
    out << '(' << law.mean_ticks() << ')';
  };
  for (std::size_t k = 0; k < b.streams.size(); ++k) {
    const DraftStream& stream = b.streams[k];
    out << "customers of stream " << k << ':';
    if (const auto& rules = stream.retrial) {
      out << " come back " << rules->comes_back << " after ";
      time(rules->after);
      out << " or ask " << rules->notice << " and react in ";
      time(rules->reaction);
      if (rules->valid < never) out << " valid " << rules->valid;
      out << " at most " << rules->visits;
    }
    if (const auto& rules = stream.returns) {
      out << " send back " << rules->share << " after ";
      time(rules->after);
      out << " sold again " << rules->sold_again;
    }
    if (const auto& rules = stream.loyalty)
      out << " loyalty lost " << rules->lost << " cancelled " << rules->cancelled << " late " << rules->late << " good "
          << rules->good << " least " << rules->least;
    if (stream.payment_fails > 0.0) out << " payment fails " << stream.payment_fails;
    if (stream.pays_at_order) out << " pays when he orders";
    if (stream.first_after < never) out << " comes first after " << stream.first_after;
    if (const auto& rules = stream.reassess) out << " reassessed within " << rules->within << " again " << rules->again;
    out << '\n';
  }
  for (std::size_t p = 0; p < b.points.size(); ++p) {
    const ListingRules& rules = b.points[p].listing;
    out << "product at point " << p << ':';
    if (rules.listed > -never) out << " listed " << rules.listed;
    if (rules.released > -never) out << " released " << rules.released;
    if (rules.retired < never) out << " retired " << rules.retired;
    out << '\n';
  }
  for (const BasketPlan& plan : b.baskets) {
    out << "with customers of stream " << plan.stream << (plan.together ? " come, together," : " come");
    for (const BasketLinePlan& line : plan.lines.of(b.basket_lines)) out << ' ' << line.stream << '*' << line.chance;
    out << '\n';
  }
  for (const PackingPlan& plan : b.packings) {
    out << "a unit is packed in " << plan.per_unit << " at points";
    for (const PointId point : plan.points.of(b.packing_points)) out << ' ' << point.value;
    out << '\n';
  }
}

}  // namespace restock
