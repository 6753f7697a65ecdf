// Prices in the twin: when they change, who comes for them, what is sold at them.
#include "twin/world.hpp"

#include <algorithm>

namespace restock::twin {

void World::start_markdown(std::uint32_t at) {
  if (!b_.points[at].markdown) return;
  points_[at].said.assign(b_.points[at].markdown->steps.size(), false);
  schedule(Kind::markdown, now_.tick, b_.points[at].dispatch_rank, 0, at);
}

void World::markdown(std::uint32_t at) {
  const MarkdownRules& rules = *b_.points[at].markdown;
  Point& point = points_[at];
  const auto steps = static_cast<int>(rules.steps.size());
  const ReviewCalendar looks{{rules.every}, {rules.first}};
  Time next = never;
  for (int i = 0; i < steps; ++i) {
    const MarkdownStep& step = rules.steps[static_cast<std::size_t>(i)];
    const bool by_stock = step.above != unlimited;
    const bool by_age = step.left >= 0;
    if (by_stock || by_age) next = std::min(next, looks.at_or_after(now_.tick + 1));
    if (step.from > now_.tick) next = std::min(next, step.from);
    if (step.until > now_.tick) next = std::min(next, step.until);
    if (looks.at_or_after(now_.tick) != now_.tick) continue;
    const bool much = !by_stock || point.on_record - point.backlog > step.above;
    const bool old = !by_age || (!point.lots.empty() && point.lots.front().first <= now_.tick + step.left);
    point.said[static_cast<std::size_t>(i)] = much && old;
  }
  int deepest = rules.permanent ? point.step : -1;
  Millionths off = deepest < 0 ? 0 : rules.steps[static_cast<std::size_t>(deepest)].off;
  for (int i = steps - 1; i >= 0; --i) {  // the last of equals is met first
    const MarkdownStep& step = rules.steps[static_cast<std::size_t>(i)];
    const bool seen = (step.above == unlimited && step.left < 0) || point.said[static_cast<std::size_t>(i)];
    if (!seen || now_.tick < step.from || now_.tick >= step.until || step.off <= off) continue;
    deepest = i;
    off = step.off;
  }
  if (deepest != point.step) {
    settle(at);
    point.step = deepest;
    ++extra(at).markdown.changes;
    history_.note(b_.points[at].who, Fact::repriced, now_.tick, 0, off);
  }
  if (next < later(b_.length, b_.drain)) schedule(Kind::markdown, next, b_.points[at].dispatch_rank, 0, at);
}

const MarkdownStep* World::reduction(std::uint32_t at) const {
  const int step = points_[at].step;
  return step < 0 ? nullptr : &b_.points[at].markdown->steps[static_cast<std::size_t>(step)];
}

Millionths World::off_now(std::uint32_t at) const {
  const MarkdownStep* step = reduction(at);
  return step == nullptr ? 0 : step->off;
}

/// Whether a candidate of those who come for a price only comes for the price of now.
bool World::is_drawn(std::uint32_t k, std::uint64_t number) const {
  const std::uint32_t at = b_.streams[k].point.value;
  const MarkdownStep* step = reduction(at);
  if (step == nullptr || now_.tick >= b_.points[at].discontinued) return false;
  return streams_[k].wishes.at(number) < plain_height(k, now_.tick) * step->extra;
}

/// Units of a stock point that a customer has got, at the price that he pays.
void World::sold_reduced(std::uint32_t at, std::uint32_t k, std::uint64_t number, Quantity units, Millionths off) {
  if (off == 0) return;
  MarkdownFacts& facts = extra(at).markdown;
  facts.units += units;
  facts.forgone += Wide{units} * off;
  history_.note(b_.streams[k].who, Fact::marked_down, now_.tick, number, units);
}

}  // namespace restock::twin
