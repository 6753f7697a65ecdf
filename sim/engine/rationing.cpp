// Who gets the stock: critical levels, reserves of channels, and orders that share what is not enough for all.
#include "engine/rationing.hpp"

#include "stock/sharing.hpp"

#include <algorithm>
#include <numeric>

namespace restock::engine {

void reset_rationing(Replication& r) {
  const Blueprint& b = r.b_;
  SideTables& side = r.s_.side;
  const auto keeps = [](const auto& rules) { return rules.critical_level > 0; };
  const auto reserves = [](const StreamRules& rules) { return rules.reserve.has_value(); };
  const bool reserved = std::ranges::any_of(b.stream_rules, reserves);
  const bool any = reserved || std::ranges::any_of(b.stream_rules, keeps) || std::ranges::any_of(b.link_terms, keeps);
  side.rations.assign(any ? b.points.size() : 0, {});
  side.reserves.assign(reserved ? b.streams.size() : 0, {});
  if (!any) return;
  for (const StreamPlan& stream : b.streams)
    if (keeps(b.rules(stream)) || reserves(b.rules(stream))) side.rations[stream.point.index()].rations = true;
  for (const LinkPlan& link : b.links)
    if (link.from.valid() && keeps(b.terms(link))) side.rations[link.from.index()].rations = true;
}

bool rations(const Replication& r, std::uint32_t point) {
  return !r.s_.side.rations.empty() && r.s_.side.rations[point].rations;
}

Quantity kept_from_customers(const Replication& r, std::uint32_t stream) {
  const StreamPlan& plan = r.b_.streams[stream];
  if (!rations(r, static_cast<std::uint32_t>(plan.point.index()))) return 0;
  const Quantity own = r.s_.side.reserves.empty() ? 0 : r.s_.side.reserves[r.channel_of(stream)].left;
  return r.b_.rules(plan).critical_level + r.s_.side.rations[plan.point.index()].reserved - own;
}

Quantity kept_from(const Replication& r, const Entry& entry) {
  if (entry.stream != none) return kept_from_customers(r, entry.stream);
  if (!rations(r, entry.point)) return 0;
  const Quantity reserved = r.s_.side.rations[entry.point].reserved;
  if (entry.component != none) return reserved;
  return reserved + r.b_.terms(r.b_.links[r.s_.orders[entry.order].link]).critical_level;
}

Quantity may_take(const Replication& r, const Entry& entry, Quantity left) {
  if (r.s_.points[entry.point].held && entry.stream != none) return 0;
  const Quantity open = rations(r, entry.point) ? left - kept_from(r, entry) : left;
  return std::clamp<Quantity>(open, 0, entry.remaining);
}

void draw_on_reserve(Replication& r, std::uint32_t stream, Quantity units) {
  if (r.s_.side.reserves.empty()) return;
  ReserveState& reserve = r.s_.side.reserves[r.channel_of(stream)];
  const Quantity drawn = std::min(units, reserve.left);
  reserve.left -= drawn;
  r.s_.side.rations[r.b_.streams[stream].point.index()].reserved -= drawn;
}

void count_held_back(Replication& r, const Customer& customer, Quantity units, Quantity sold) {
  const StreamRules& rules = r.b_.rules(r.b_.streams[customer.stream]);
  if (sold == units || !rations(r, customer.point) || r.s_.points[customer.point].held || rules.sees == Sees::shelf ||
      rules.publish_every > 0)
    return;
  const PointState& p = r.s_.points[customer.point];
  const Quantity free = std::max<Quantity>(0, p.on_record - r.units_ahead(p, rules.queue));
  const bool whole = rules.partial == PartialRule::wait_complete;
  const Quantity would = units <= free ? units : (whole ? 0 : free);
  r.s_.extra_facts[customer.point].held_back += would - sold;
}

namespace {

/// The channel of a stream gets a reserve, or what is left of it is released.
void set_reserve(Replication& r, std::uint32_t stream, Time at) {
  const StreamPlan& plan = r.b_.streams[stream];
  const ReserveRules& rules = *r.b_.rules(plan).reserve;
  ReserveState& reserve = r.s_.side.reserves[stream];
  RationState& ration = r.s_.side.rations[plan.point.index()];
  const PointState& p = r.s_.points[plan.point.index()];
  const Quantity available = std::max<Quantity>(0, p.on_record - r.units_ahead(p, r.b_.rules(plan).queue));
  const Quantity kept = at < rules.until ? rules.set(available) : 0;
  ration.reserved += kept - reserve.left;
  reserve.left = kept;
  reserve.next = rules.next(at + 1);
  r.history_.note(plan.who, Fact::reserved, at, 0, kept);
}

}  // namespace

void set_first_reserves(Replication& r, std::uint32_t point) {
  const Rows streams = r.b_.points[point].streams;
  for (std::uint32_t k = streams.first; k < streams.end(); ++k) {
    const auto& reserve = r.b_.rules(r.b_.streams[k]).reserve;
    if (!reserve || r.channel_of(k) != k) continue;
    if (reserve->from <= r.now_.tick)
      set_reserve(r, k, r.now_.tick);
    else
      r.s_.side.reserves[k].next = reserve->next(r.now_.tick);
  }
}

Time next_reserve(const Replication& r, std::uint32_t point) {
  if (r.s_.side.reserves.empty() || !r.s_.side.rations[point].rations) return never;
  Time next = never;
  const Rows streams = r.b_.points[point].streams;
  for (std::uint32_t k = streams.first; k < streams.end(); ++k) next = std::min(next, r.s_.side.reserves[k].next);
  return next;
}

/// One after the other; what is released may be owed to somebody who waits.
void set_next_reserve(Replication& r, std::uint32_t point, Time at) {
  std::uint32_t k = r.b_.points[point].streams.first;
  while (r.s_.side.reserves[k].next != at) ++k;
  set_reserve(r, k, at);
  if (r.serve_is_named_) {
    r.want(EventKind::serve, at, r.b_.points[point].dispatch_rank, point);
  } else {
    r.allocate(point, at);
  }
}

bool is_sharer(const Replication& r, const Entry& entry) {
  return entry.stream == none && entry.component == none && !entry.complete_only &&
         r.b_.rules(r.b_.points[entry.point]).sharing != SharingRule::first_come;
}

void Sharers::add(const Replication& r, std::uint32_t slot) {
  slots.push_back(slot);
  wanted.push_back(r.s_.entries[slot].remaining);
}

Quantity Sharers::open(const Replication& r, Quantity left) const {
  Quantity kept = 0;
  for (const std::uint32_t slot : slots) kept = std::max(kept, kept_from(r, r.s_.entries[slot]));
  return std::max<Quantity>(0, left - kept);
}

std::vector<Quantity> Sharers::shares(const Replication& r, SharingRule rule, Quantity left) const {
  return share_out(rule, wanted, open(r, left));
}

Quantity Sharers::taken(const Replication& r, Quantity left) const {
  return std::min(open(r, left), std::accumulate(wanted.begin(), wanted.end(), Quantity{0}));
}

}  // namespace restock::engine
