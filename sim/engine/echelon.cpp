// An echelon position is a sum over stock points that are pulled each at its own time. Its slack above the reorder
// point is shared out among the members (escrow): as long as no member's customers have demanded their share, the sum
// of what they have demanded is below the slack. Whoever has used up his share makes everybody be looked at, and slack
// is shared out anew. Orders of one member to another leave the sum as it is.
#include "engine/echelon.hpp"

#include "engine/visits.hpp"

#include <algorithm>

namespace restock::echelons {

namespace {

Rows members_of(const Replication& r, std::uint32_t echelon) { return r.b_.echelons[echelon].members; }

std::uint32_t member_at(const Replication& r, std::uint32_t row) {
  return static_cast<std::uint32_t>(r.b_.echelon_members[row].point.index());
}

EchelonShare& share_of(Replication& r, std::uint32_t echelon, std::uint32_t member) {
  EchelonTables& tables = r.s_.side.echelons;
  const Rows rows = tables.memberships[member];
  std::uint32_t at = rows.first;
  while (tables.shares[at].echelon != echelon) ++at;
  return tables.shares[at];
}

/// The most units that customers of a member may demand so that the position cannot have fallen by `slack`.
Quantity units_of(const Replication& r, std::uint32_t member, Quantity content, Quantity slack) {
  const PointPlan& plan = r.b_.points[member];
  for (std::uint32_t k = plan.streams.first; k < plan.streams.end(); ++k)
    if (r.b_.rules(r.b_.streams[k]).on_short_pick == ShortPickRule::zero_record) return 1;
  if (engine::expects_visits(r, member)) return 1;
  const auto& scanning = r.b_.rules(plan).records.scanning;
  if (scanning && scanning->twice > 0.0) content *= 2;
  return std::max<Quantity>(1, slack / content);
}

void share_out(Replication& r, std::uint32_t echelon, Quantity slack) {
  const Rows rows = members_of(r, echelon);
  Quantity with_customers = 0;
  for (std::uint32_t row = rows.first; row < rows.end(); ++row)
    with_customers += r.b_.points[member_at(r, row)].streams.empty() ? 0 : 1;
  const bool refused = r.refused(static_cast<std::uint32_t>(r.b_.echelons[echelon].point.index()));
  const Quantity each = with_customers > 0 ? slack / with_customers : slack;
  for (std::uint32_t row = rows.first; row < rows.end(); ++row) {
    const std::uint32_t member = member_at(r, row);
    if (r.b_.points[member].streams.empty()) continue;
    EchelonShare& share = share_of(r, echelon, member);
    share.limit = refused ? unlimited : r.s_.points[member].demanded + units_of(r, member, share.content, each);
    r.arm(member);
  }
}

/// Everybody is brought to this instant, and the sum is what it is.
void look(Replication& r, std::uint32_t echelon) {
  const auto point = static_cast<std::uint32_t>(r.b_.echelons[echelon].point.index());
  const Quantity level = wake_level(r.policy_of(point));
  if (level == -unlimited) return;
  const Quantity slack = view(r, point).position() - level;
  r.s_.side.echelons.low[echelon] = slack <= 0;
  if (slack <= 0) r.want(EventKind::review, r.now_.tick, r.b_.points[point].review_rank, point);
  share_out(r, echelon, slack);
}

}  // namespace

void reset(Replication& r) {
  EchelonTables& tables = r.s_.side.echelons;
  tables.of.assign(r.b_.echelons.empty() ? 0 : r.b_.points.size(), none);
  tables.memberships.assign(tables.of.size(), {});
  tables.shares.clear();
  tables.low.assign(r.b_.echelons.size(), 0);
  for (const EchelonMember& member : r.b_.echelon_members) ++tables.memberships[member.point.index()].count;
  std::uint32_t first = 0;
  for (Rows& rows : tables.memberships) {
    rows.first = first;
    first += rows.count;
    rows.count = 0;
  }
  tables.shares.resize(first);
  for (std::uint32_t e = 0; e < r.b_.echelons.size(); ++e) {
    tables.of[r.b_.echelons[e].point.index()] = e;
    const Rows members = members_of(r, e);
    for (std::uint32_t row = members.first; row < members.end(); ++row) {
      Rows& rows = tables.memberships[member_at(r, row)];
      tables.shares[rows.first + rows.count++] = {e, r.b_.echelon_members[row].content};
    }
  }
}

bool watches(const Replication& r, std::uint32_t point) {
  return r.s_.side.echelons.any() && r.s_.side.echelons.of[point] != none;
}

PlannerView view(Replication& r, std::uint32_t point) {
  PlannerView sum{r.now_.tick, r.now_.tick};
  const Rows rows = members_of(r, r.s_.side.echelons.of[point]);
  for (std::uint32_t row = rows.first; row < rows.end(); ++row) r.touch(member_at(r, row));
  for (std::uint32_t row = rows.first; row < rows.end(); ++row) {
    const std::uint32_t member = member_at(r, row);
    const Quantity content = r.b_.echelon_members[row].content;
    const PointState& p = r.s_.points[member];
    sum.on_record += content * p.on_record;
    sum.on_order += content * p.on_order;
    sum.backlog += content * (p.backlog + r.waiting_units(member));
  }
  return sum;
}

void ask(Replication& r, std::uint32_t member) {
  if (!r.s_.side.echelons.any()) return;
  const Rows rows = r.s_.side.echelons.memberships[member];
  for (std::uint32_t at = rows.first; at < rows.end(); ++at) look(r, r.s_.side.echelons.shares[at].echelon);
}

/// An order of one member that several others receive leaves the sum as it is only when all have: until then it is not
/// looked at.
void ask_if_low(Replication& r, std::uint32_t member) {
  if (!r.s_.side.echelons.any()) return;
  const Rows rows = r.s_.side.echelons.memberships[member];
  for (std::uint32_t at = rows.first; at < rows.end(); ++at) {
    const std::uint32_t echelon = r.s_.side.echelons.shares[at].echelon;
    const auto point = static_cast<std::uint32_t>(r.b_.echelons[echelon].point.index());
    if (r.s_.side.echelons.low[echelon] != 0)
      r.want(EventKind::review, r.now_.tick, r.b_.points[point].review_rank, point);
  }
}

void after_wake(Replication& r, std::uint32_t member) {
  if (!r.s_.side.echelons.any()) return;
  const Rows rows = r.s_.side.echelons.memberships[member];
  for (std::uint32_t at = rows.first; at < rows.end(); ++at) {
    const EchelonShare share = r.s_.side.echelons.shares[at];
    if (r.s_.points[member].demanded >= share.limit || engine::somebody_came(r, member)) look(r, share.echelon);
  }
}

void after_review(Replication& r, std::uint32_t point) {
  if (!watches(r, point)) return;
  const std::uint32_t echelon = r.s_.side.echelons.of[point];
  const Quantity level = wake_level(r.policy_of(point));
  if (level == -unlimited) return;
  const Quantity slack = view(r, point).position() - level;
  r.s_.side.echelons.low[echelon] = slack <= 0;
  share_out(r, echelon, slack);
}

Quantity units_left(const Replication& r, std::uint32_t member) {
  if (!r.s_.side.echelons.any()) return unlimited;
  const Rows rows = r.s_.side.echelons.memberships[member];
  Quantity least = unlimited;
  for (std::uint32_t at = rows.first; at < rows.end(); ++at) {
    const EchelonShare& share = r.s_.side.echelons.shares[at];
    if (share.limit < unlimited) least = std::min(least, share.limit - r.s_.points[member].demanded);
  }
  return least;
}

void start(Replication& r) {
  for (std::uint32_t e = 0; e < r.b_.echelons.size(); ++e) look(r, e);
}

}  // namespace restock::echelons
