// Reduced prices. A price changes before the demand of its instant, so between two looks it is the same for everybody.
#include "engine/markdown.hpp"

#include "demand/strips.hpp"
#include "engine/expiry.hpp"

#include <algorithm>
#include <variant>

namespace restock::engine {

namespace {

const std::optional<MarkdownRules>& markdown_of(const Replication& r, std::uint32_t point) {
  return r.b_.rules(r.b_.points[point]).markdown;
}

void plan_change(Replication& r, std::uint32_t point, Time from) {
  const Time at = markdown_of(r, point)->next(from);
  if (at < r.end_) r.schedule(EventKind::markdown, at, r.b_.points[point].dispatch_rank, 0, point);
}

void look_at_stock(Replication& r, std::uint32_t point, const MarkdownRules& rules) {
  MarkdownState& state = r.s_.side.markdown.points[point];
  const PointState& p = r.s_.points[point];
  const bool by_age = std::ranges::any_of(rules.steps, [](const MarkdownStep& s) { return s.left >= 0; });
  const Time oldest = by_age ? oldest_expires(r, point) : never;
  const Quantity available = p.on_record - p.backlog;
  for (std::size_t i = 0; i < rules.steps.size(); ++i)
    state.seen[i] = rules.steps[i].seen(available, oldest, r.now_.tick);
}

/// The deepest step that holds, of equals the last; where reductions are permanent, the one in force unless another is
/// deeper.
std::int32_t step_in_force(const MarkdownRules& rules, const MarkdownState& state, Time at) {
  std::int32_t best = rules.permanent ? state.step : MarkdownState::no_step;
  const bool was_there = best != MarkdownState::no_step;
  for (std::size_t i = 0; i < rules.steps.size(); ++i) {
    const MarkdownStep& step = rules.steps[i];
    if (!step.dated(at) || (step.looks() && !state.seen[i])) continue;
    const Millionths deepest = best == MarkdownState::no_step ? -1 : rules.steps[static_cast<std::size_t>(best)].off;
    const bool keeps = was_there && best == state.step;
    if (keeps ? step.off > deepest : step.off >= deepest) best = static_cast<std::int32_t>(i);
  }
  return best;
}

}  // namespace

void reset_markdown(Replication& r) {
  const Blueprint& b = r.b_;
  MarkdownTables& tables = r.s_.side.markdown;
  const bool any = std::ranges::any_of(b.point_rules, [](const PointRules& p) { return p.markdown.has_value(); });
  const bool draws = std::ranges::any_of(b.stream_rules, [](const StreamRules& s) { return s.bargains; });
  tables.points.assign(any ? b.points.size() : 0, {});
  tables.bargains_of.assign(draws ? b.streams.size() : 0, none);
  tables.heights.clear();
  tables.off.clear();
  for (std::uint32_t k = 0; k < tables.bargains_of.size(); ++k) {
    const StreamPlan& plan = b.streams[k];
    if (!b.rules(plan).bargains) continue;
    const Modulation& moves = *b.modulation(b.rules(plan));
    tables.bargains_of[k] = static_cast<std::uint32_t>(tables.heights.size());
    tables.heights.emplace_back(b, moves, r.luck_, plan.who, b.streams[k - moves.behind_base].who, -b.warmup);
  }
}

void start_markdown(Replication& r, std::uint32_t point) {
  const auto& rules = markdown_of(r, point);
  if (!rules) return;
  r.s_.side.markdown.points[point].seen.assign(rules->steps.size(), false);
  r.schedule(EventKind::markdown, r.now_.tick, r.b_.points[point].dispatch_rank, 0, point);
}

void on_markdown(Replication& r, std::uint32_t point) {
  r.touch(point);
  const MarkdownRules& rules = *markdown_of(r, point);
  const Time at = r.now_.tick;
  MarkdownState& state = r.s_.side.markdown.points[point];
  if (rules.looks_at(at)) look_at_stock(r, point, rules);
  const std::int32_t step = step_in_force(rules, state, at);
  if (step != state.step) {
    MarkdownFacts& facts = r.s_.extra_facts[point].markdown;
    const bool was_reduced = state.step != MarkdownState::no_step;
    const bool is_reduced = step != MarkdownState::no_step;
    facts.reduced -= at * (static_cast<int>(is_reduced) - static_cast<int>(was_reduced));
    ++facts.changes;
    const MarkdownStep now = is_reduced ? rules.steps[static_cast<std::size_t>(step)] : MarkdownStep{};
    state.step = step;
    state.off = now.off;
    state.extra = now.extra;
    r.s_.points[point].reduced = is_reduced;
    r.history_.note(r.b_.points[point].who, Fact::repriced, at, 0, now.off);
  }
  plan_change(r, point, at + 1);
  r.arm(point);
}

/// Candidates of a strip have a height in it; those below what the price draws come (ENGINE.md: a state may only delete
/// a candidate, by his own draw).
bool comes(Replication& r, std::uint32_t stream, std::uint64_t number, Time at) {
  MarkdownTables& tables = r.s_.side.markdown;
  if (tables.bargains_of.empty() || tables.bargains_of[stream] == none) return true;
  const StreamPlan& plan = r.b_.streams[stream];
  const auto point = plan.point.index();
  if (!tables.any() || !(tables.points[point].extra > 0.0)) return false;
  if (at >= r.b_.rules(r.b_.points[point]).discontinued) return false;
  const StripPlace place = place_in_strips(number);
  BulkDraws keeps(r.luck_.seed, r.luck_.replication, plan.who, Purpose::keep, place.nth);
  const double height = tables.heights[tables.bargains_of[stream]].level(at) * tables.points[point].extra;
  return static_cast<double>(place.strip) + keeps.uniform(place.k) < height;
}

void remember_price(Replication& r, std::uint32_t slot, bool initial) {
  std::vector<Millionths>& all = r.s_.side.markdown.off;
  if (slot >= all.size()) all.resize(slot + 1);
  all[slot] = initial ? 0 : r.s_.side.markdown.points[r.s_.entries[slot].point].off;
}

void count_reduced(Replication& r, std::uint32_t point, std::uint32_t stream, std::uint64_t number, Quantity units,
                   Millionths off, Time at) {
  if (off == 0) return;
  MarkdownFacts& facts = r.s_.extra_facts[point].markdown;
  facts.units += units;
  facts.forgone += widen(units, off);
  r.history_.note(r.b_.streams[stream].who, Fact::marked_down, at, number, units);
}

void close_markdown(Replication& r, std::uint32_t point, MarkdownFacts& facts) {
  if (!markdown_of(r, point)) return;
  facts.points = 1;
  if (r.s_.points[point].reduced) facts.reduced += r.b_.length;
}

}  // namespace restock::engine
