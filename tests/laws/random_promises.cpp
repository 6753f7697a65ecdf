#include "laws/random_promises.hpp"

#include "laws/picks.hpp"

#include <ostream>

namespace restock {

using namespace laws;

namespace {

Quoting choose_quoting(Time grain) {
  switch (pick(0, 6)) {
    case 6:
      return LatenessQuote{{one_of<double>({0.5, 0.9, 0.1})}};
    case 0:
      return BufferedQuote{{grain * pick(0, 5)}};
    case 1:
      return FixedQuote{{grain * pick(0, 8)}};
    case 2:
      return NoQuote{};
    default:
      return PipelineQuote{};
  }
}

Updates choose_updates(Time grain) {
  switch (pick(0, 2)) {
    case 0:
      return NoUpdates{};
    case 1:
      return RegularUpdates{{grain * pick(1, 6)}};
    default:
      return UpdatesOnSlip{{grain * pick(0, 3)}, {grain * pick(1, 4)}};
  }
}

}  // namespace

void add_random_promises(Draft& b, Time grain) {
  if (chance(50)) return;
  const double per_grain = 1.0 / static_cast<double>(grain);
  for (DraftStream& stream : b.streams) {
    if (chance(25)) continue;
    PromiseRules& rules = stream.promises;
    rules.quoting = choose_quoting(grain);
    rules.updates = choose_updates(grain);
    if (chance(25)) rules.offer_within = grain * pick(0, 12);
    if (chance(20)) rules.offer_units = pick(1, 5);
    if (chance(50)) rules.discontent.slip = one_of<double>({0.1, 0.7, infinity});
    if (chance(50)) rules.discontent.slip_per_tick = one_of<double>({0.03, 0.4}) * per_grain;
    if (chance(50)) rules.discontent.silence = one_of<double>({0.05, 0.5, 3.0}) * per_grain;
  }
}

void describe_promises(const Draft& b, std::ostream& out) {
  for (std::size_t k = 0; k < b.streams.size(); ++k) {
    const PromiseRules& rules = b.streams[k].promises;
    out << "promises " << k << ": quote ";
    std::visit([&](const auto& q) { out << q.name; }, rules.quoting);
    if (const auto* buffered = std::get_if<BufferedQuote>(&rules.quoting)) out << ' ' << buffered->by.ticks;
    if (const auto* late = std::get_if<LatenessQuote>(&rules.quoting)) out << ' ' << late->quantile.value;
    if (const auto* fixed = std::get_if<FixedQuote>(&rules.quoting)) out << ' ' << fixed->wait.ticks;
    out << " updates ";
    std::visit([&](const auto& u) { out << u.name << " every " << u.every(); }, rules.updates);
    if (const auto* slips = std::get_if<UpdatesOnSlip>(&rules.updates)) out << " beyond " << slips->beyond.ticks;
    if (rules.offer_within < never) out << " within " << rules.offer_within;
    if (rules.offer_units < unlimited) out << " at most " << rules.offer_units;
    out << " discontent " << rules.discontent.slip << ' ' << rules.discontent.slip_per_tick << ' '
        << rules.discontent.silence << '\n';
  }
}

}  // namespace restock
