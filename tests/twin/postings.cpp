// The twin's postings: what the record is told of receipts and sales, and when.
#include "twin/world.hpp"

#include <algorithm>
#include <cstdlib>

namespace restock::twin {

/// What the till makes of `units` that customer `number` takes home.
Quantity World::read_at_till(std::uint32_t k, std::uint64_t number, Quantity units) {
  const std::uint32_t at = b_.streams[k].point.value;
  const auto& rule = b_.points[at].records.scanning;
  if (!rule) return units;
  Draws draws({seed_, replication_, b_.streams[k].who, Purpose::scanning, number});
  Quantity read = 0;
  for (Quantity i = 0; i < units; ++i) {
    const double u = draws.uniform();
    if (u >= rule->missed) read += u < rule->missed + rule->twice ? 2 : 1;
  }
  errors(at).misscanned += std::abs(read - units);
  return read;
}

/// Of the units that he picks, how many are another product's.
Quantity World::taken_from_look_alikes(std::uint32_t k, std::uint64_t number, Quantity units) {
  DraftStream plan = b_.streams[k];
  const std::uint32_t at = plan.point.value;
  Quantity taken = 0;
  for (const LookAlikes& group : b_.look_alikes) {
    std::vector<std::uint32_t> others = group.points;
    if (std::erase(others, at) == 0) continue;
    Draws draws({seed_, replication_, plan.who, Purpose::mispick, number});
    for (Quantity i = 0; i < units; ++i) {
      if (draws.uniform() >= group.rate) continue;
      const auto which = static_cast<std::size_t>(draws.uniform() * static_cast<double>(others.size()));
      const std::uint32_t other = others[which];
      plan.point = PointId{other};
      if (seen_by(plan) == 0) continue;
      if (plan.sees == Sees::shelf) take_off_shelf(other, 1);
      change(other, &Point::on_hand, -1);
      errors(other).strayed += 1;
      errors(at).kept += 1;
      history_.note(b_.points[other].who, Fact::mispicked, now_.tick, number, 1);
      ++taken;
    }
  }
  return taken;
}

/// The stream whose copies these customers are sold from: a surge, and a line of its orders, comes through the channel
/// it adds to.
std::uint32_t World::channel(std::uint32_t k) const {
  if (b_.streams[k].is_line()) return k - b_.streams[k].behind_line;
  const Modulation* modulation = b_.modulation(b_.streams[k]);
  return modulation != nullptr ? k - modulation->behind_base : k;
}

/// What the record has to sell to this class, seen by the channel's customers from `seen` on.
void World::make_copy(std::uint32_t k, Time seen) {
  const DraftStream& plan = b_.streams[k];
  const Point& point = points_[plan.point.index()];
  Quantity ahead = 0;
  for (std::size_t q = 0; q <= Point::place_of(plan.queue); ++q)
    for (const Entry& entry : point.queues[q]) ahead += entry.remaining;
  streams_[k].copies[seen] = std::max<Quantity>(0, point.on_record - ahead - kept_from_customers(k));
  const ReviewCalendar calendar{{plan.publish_every}, {plan.publish_first}};
  const Time next = calendar.at_or_after(now_.tick + 1);
  calendar_.put({next, 1, plan.point.value, -1, k, 0}, {Kind::copy, k, 0});
}

/// The last copy that customers see.
Quantity World::on_offer(std::uint32_t k) const {
  const std::map<Time, Quantity>& copies = streams_[channel(k)].copies;
  return std::max<Quantity>(0, std::prev(copies.upper_bound(now_.tick))->second);
}

/// A channel takes what it sells off all the copies it has.
void World::sold_by_channel(std::uint32_t k, Quantity units) {
  if (b_.streams[k].publish_every > 0)
    for (auto& [seen, left] : streams_[channel(k)].copies) left -= units;
}

/// Units leave for a customer, and sooner or later the record.
void World::hand_over(std::uint32_t at, Quantity units, Quantity posted) {
  change(at, &Point::on_hand, -units);
  if (b_.points[at].records.posting.sales_every > 0) {
    points_[at].unposted_sales += posted;
    return;
  }
  const Quantity before = points_[at].on_record;
  change(at, &Point::on_record, -posted);
  if (units > 0) record_fell(at, before);
}

void World::expect_sales_posting(std::uint32_t at, Time from) {
  const PostingRule& rule = b_.points[at].records.posting;
  const ReviewCalendar calendar{{rule.sales_every}, {rule.first}};
  schedule(Kind::posting, calendar.at_or_after(from), b_.points[at].dispatch_rank, 0, at, 0);
}

/// Goods have come in; what is posted of them is what somebody counted.
void World::come_in(std::uint32_t at, Quantity units, Time announced) {
  const RecordRules& rules = b_.points[at].records;
  Unposted receipt{now_.tick, units, units, announced};
  if (rules.receiving) {
    Draws draws = draws_of(at, Purpose::receiving, next_of_day(points_[at].receipt_day));
    if (draws.uniform() < rules.receiving->wrong) {
      const Quantity off = sample_quantity(rules.receiving->error.law, draws);
      const bool over = draws.uniform() < rules.receiving->over;
      receipt.posted = over ? units + off : std::max<Quantity>(0, units - off);
    }
    errors(at).misreceived += std::abs(receipt.posted - units);
  }
  change(at, &Point::on_hand, units);
  const PostingRule& posting = rules.posting;
  if (posting.receipts == 0 && posting.receipts_every == 0) {
    post(at, receipt);
    if (receipt.posted < units) review_if_low(at);
    return;
  }
  receipt.due = later(now_.tick, posting.receipts);
  if (posting.receipts_every > 0)
    receipt.due = ReviewCalendar{{posting.receipts_every}, {posting.first}}.at_or_after(receipt.due);
  points_[at].unposted.push_back(receipt);
  schedule(Kind::posting, receipt.due, b_.points[at].dispatch_rank, 1, at, 1);
}

void World::post(std::uint32_t at, const Unposted& receipt) {
  change(at, &Point::on_order, -receipt.units);
  change(at, &Point::on_record, receipt.posted);
}

void World::post_receipts(std::uint32_t at, Time due) {
  for (const Unposted& receipt : points_[at].unposted) {
    if (receipt.due > due) continue;
    post(at, receipt);
    history_.note(b_.points[at].who, Fact::posted, now_.tick, 0, receipt.posted);
  }
  points_[at].unposted.remove_if([due](const Unposted& receipt) { return receipt.due <= due; });
}

void World::post_sales(std::uint32_t at) {
  const Quantity units = points_[at].unposted_sales;
  if (units == 0) return;
  points_[at].unposted_sales = 0;
  change(at, &Point::on_record, -units);
  history_.note(b_.points[at].who, Fact::posted, now_.tick, 0, -units);
}

void World::posting(std::uint32_t at, bool of_sales) {
  Point& p = points_[at];
  if (of_sales) {
    expect_sales_posting(at, now_.tick + 1);
    if (p.unposted_sales == 0) return;
    const Quantity before = p.on_record;
    post_sales(at);
    record_fell(at, before);
  } else {
    const auto is_due = [&](const Unposted& receipt) { return receipt.due <= now_.tick; };
    if (std::none_of(p.unposted.begin(), p.unposted.end(), is_due)) return;
    post_receipts(at, now_.tick);
  }
  act_on_record(at);
}

}  // namespace restock::twin
