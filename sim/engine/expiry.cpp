// Expiry, write-offs and stock above its cover target.
#include "engine/expiry.hpp"

#include "engine/markdown.hpp"

#include <algorithm>

namespace restock::engine {

void reset_expiry(Replication& r) {
  const auto perishes = [](const PointRules& rules) { return rules.expiry.has_value(); };
  r.s_.side.lots.assign(std::ranges::any_of(r.b_.point_rules, perishes) ? r.b_.points.size() : 0, {});
}

namespace {

void want_expiry(Replication& r, std::uint32_t point, Time at, std::uint64_t number) {
  if (at < r.end_) r.schedule(EventKind::expiry, at, r.b_.points[point].dispatch_rank, number, point);
}

void tell_lots_apart(Replication& r, std::uint32_t point, IssueRule issue) {
  r.s_.side.lots[point].shrink_to(r.s_.points[point].on_hand, issue);
}

}  // namespace

void set_expiry(Replication& r, std::uint32_t point) {
  const PointRules& rules = r.b_.rules(r.b_.points[point]);
  new_lot(r, point, r.s_.points[point].on_hand);
  if (rules.writes_off) want_expiry(r, point, std::max(r.now_.tick + 1, rules.discontinued), 1);
}

void new_lot(Replication& r, std::uint32_t point, Quantity units) {
  const auto& rules = r.b_.rules(r.b_.points[point]).expiry;
  if (!rules || units == 0) return;
  Lots& lots = r.s_.side.lots[point];
  const Time expires = later(r.now_.tick, rules->life);
  if (!lots.lots.empty()) tell_lots_apart(r, point, rules->issue);
  if (lots.last != expires) want_expiry(r, point, expires, 0);
  lots.add(expires, units);
}

void came_too_late(Replication& r, std::uint32_t point) {
  if (is_over(r, point)) want_expiry(r, point, r.now_.tick + 1, 1);
}

Time oldest_expires(Replication& r, std::uint32_t point) {
  const auto& rules = r.b_.rules(r.b_.points[point]).expiry;
  if (!rules) return never;
  tell_lots_apart(r, point, rules->issue);
  const Lots& lots = r.s_.side.lots[point];
  if (lots.lots.empty()) return never;
  const Time expires = lots.lots.front().expires;
  return expires < never ? expires : r.now_.tick;  // `never` marks those that could not be found when they were too old
}

/// What can be found of it leaves the stock; it is no shipment and calls for no count.
void on_expiry(Replication& r, std::uint32_t point, bool of_life) {
  r.touch(point);
  const PointRules& rules = r.b_.rules(r.b_.points[point]);
  const Quantity most = r.findable(point);
  Quantity units = most;
  if (!of_life) {
    tell_lots_apart(r, point, rules.expiry->issue);
    units = r.s_.side.lots[point].expire(r.now_.tick, most);
  }
  if (units == 0) return;
  r.move_stock(point, -units, 0, r.now_.tick);
  if (of_life || rules.expiry->recorded) r.move_stock(point, 0, -units, r.now_.tick);
  ExtraFacts& facts = r.s_.extra_facts[point];
  (of_life ? facts.written_off : facts.expired) += units;
  r.history_.note(r.b_.points[point].who, of_life ? Fact::written_off : Fact::expired, r.now_.tick, 0, units);
  r.want_review_if_below(point);
  r.arm(point);
}

bool is_over(const Replication& r, std::uint32_t point) {
  const PointRules& rules = r.b_.rules(r.b_.points[point]);
  return rules.writes_off && r.now_.tick >= rules.discontinued;
}

bool has_cover_target(const Replication& r, std::uint32_t point) {
  return r.b_.rules(r.b_.points[point]).cover_target < unlimited;
}

void count_excess(Replication& r, std::uint32_t point, Quantity before, Quantity now, Time at) {
  const Quantity target = r.b_.rules(r.b_.points[point]).cover_target;
  const auto above = [target](Quantity units) { return units > target ? units - target : 0; };
  if (above(now) != above(before)) r.s_.extra_facts[point].excess -= widen(above(now) - above(before), at);
}

void close_extra(Replication& r, std::uint32_t point, ExtraFacts& facts) {
  if (r.b_.rules(r.b_.points[point]).expiry) facts.perishable = 1;
  close_markdown(r, point, facts.markdown);
  const Quantity target = r.b_.rules(r.b_.points[point]).cover_target;
  const Quantity on_hand = r.s_.points[point].on_hand;
  if (on_hand > target) facts.excess += widen(on_hand - target, r.b_.length);
}

}  // namespace restock::engine
