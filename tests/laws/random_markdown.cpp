#include "laws/random_markdown.hpp"

#include "core/hash.hpp"
#include "laws/picks.hpp"

#include <ostream>
#include <string>
#include <variant>

namespace restock::laws {

std::optional<MarkdownRules> random_markdown(Time grain) {
  if (!chance(30)) return std::nullopt;
  MarkdownRules rules;
  rules.every = grain * pick(1, 4);
  rules.first = grain * pick(0, 5);
  rules.permanent = chance(40);
  for (std::int64_t n = pick(1, 4); n > 0; --n) {
    MarkdownStep& step = rules.steps.emplace_back();
    if (chance(40)) step.from = grain * pick(-8, 20);
    if (chance(30)) step.until = (step.from > -never ? step.from : 0) + grain * pick(1, 12);
    if (chance(60)) step.above = pick(0, 10);
    if (chance(30)) step.left = grain * pick(0, 6);
    step.off = one_of<Millionths>({300'000, 500'000, 1'000'000});
    step.extra = one_of<double>({0.0, 0.5, 1.6});
  }
  return rules;
}

void add_bargains(Draft& b, Time grain) {
  const auto place = static_cast<std::uint32_t>(b.streams.size());
  std::uint32_t base = place - 1;
  while (const Modulation* moves = b.modulation(b.streams[base])) {
    if (moves->behind_base == 0) break;
    base -= moves->behind_base;
  }
  DraftStream stream = b.streams[base];
  Modulation m;
  if (const Modulation* moves = b.modulation(stream)) m = *moves;
  m.source = Bargains{b.points[stream.point.index()].markdown->most_extra()};
  m.behind_base = place - base;
  m.mean_gap = static_cast<double>(grain) * one_of<double>({1.0, 0.4, 3.0});
  stream.who = hash_name("bargains " + std::to_string(place));
  stream.trace = {};
  if (std::holds_alternative<TraceArrivals>(stream.arrivals)) stream.unit_size = true;
  stream.arrivals = PoissonArrivals{{1.0 / static_cast<double>(grain)}};
  stream.bargains = true;
  stream.backorders = false;
  stream.on_oversold = OversoldRule::cancel;
  b.modulations.push_back(m);
  stream.modulation = ModulationId{b.modulations.size() - 1};
  b.streams.push_back(stream);
}

void describe_markdown(const MarkdownRules& rules, std::ostream& out) {
  out << " reduced, looked at every " << rules.every << " first " << rules.first;
  if (rules.permanent) out << " for good";
  for (const MarkdownStep& step : rules.steps) {
    out << " [";
    if (step.from > -never) out << "from " << step.from << ' ';
    if (step.until < never) out << "until " << step.until << ' ';
    if (step.above < unlimited) out << "above " << step.above << ' ';
    if (step.left >= 0) out << "left " << step.left << ' ';
    out << "off " << step.off << " extra " << step.extra << ']';
  }
}

}  // namespace restock::laws
