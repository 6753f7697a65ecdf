#include "laws/random_forecasts.hpp"

#include "laws/picks.hpp"

namespace restock {

using namespace laws;

namespace {

ForecastMethod choose_method() {
  const double alpha = one_of<double>({0.1, 0.5, 1.0});
  switch (pick(0, 8)) {
    case 0:
      return Naive{};
    case 1:
      return MovingAverage{static_cast<int>(pick(1, 5))};
    case 2:
      return Holt{alpha, 0.3, one_of<double>({1.0, 0.8})};
    case 3:
      return HoltWinters{
          static_cast<int>(pick(2, 4)), one_of({Seasonal::additive, Seasonal::multiplicative}), alpha, 0.2, 0.4,
          one_of<double>({1.0, 0.9})};
    case 4:
      return Croston{alpha};
    case 5:
      return Sba{alpha};
    case 6:
      return Tsb{alpha, 0.2};
    case 7:
      return Known{};
    default:
      return Ses{alpha};
  }
}

ForecastRules choose_rules(Time grain) {
  ForecastRules rules;
  rules.method = choose_method();
  rules.buckets = {grain * pick(1, 5), grain * pick(0, 4)};
  rules.of = one_of({ForecastOf::sales, ForecastOf::demand});
  if (chance(30)) rules.bias = one_of<double>({-0.5, 0.25});
  if (chance(30)) rules.update_every = pick(2, 4);
  if (chance(20)) rules.frozen_from = grain * pick(-5, 40);
  rules.error_weight = one_of<double>({0.0, 0.3});
  for (std::int64_t i = chance(30) ? pick(1, 2) : 0; i > 0; --i) {
    const Time from = grain * pick(-5, 40);
    rules.overlays.push_back({from, from + grain * pick(1, 9), one_of<double>({0.5, 3.0})});
  }
  return rules;
}

void describe_rules(const ForecastRules& rules, std::ostream& out) {
  std::visit(
      [&](const auto& m) {
        out << m.name;
        if constexpr (requires { m.alpha; }) out << " alpha " << m.alpha;
        if constexpr (requires { m.n; }) out << " of " << m.n;
        if constexpr (requires { m.period; })
          out << " period " << m.period << (m.seasonal == Seasonal::additive ? " adds" : " multiplies");
      },
      rules.method);
  out << " every " << rules.buckets.every << " first " << rules.buckets.first
      << (rules.of == ForecastOf::sales ? " of sales" : " of demand") << " bias " << rules.bias << " updated every "
      << rules.update_every << " frozen from " << rules.frozen_from << " weight " << rules.error_weight;
  for (const Overlay& overlay : rules.overlays)
    out << " lift " << overlay.lift << " from " << overlay.from << " until " << overlay.until;
}

}  // namespace

void describe_forecasts(const Draft& b, std::ostream& out) {
  for (const ForecastPlan& plan : b.forecasts) {
    out << "forecast at point " << plan.point.value << ": ";
    describe_rules(b.forecast_rules[plan.rules.index()], out);
    for (const double units : plan.known.of(b.known_demand)) out << ' ' << units;
    out << '\n';
  }
}

void add_random_forecasts(Draft& b, Time grain) {
  if (!chance(50)) return;
  for (std::int64_t i = pick(1, 2); i > 0; --i) b.forecast_rules.push_back(choose_rules(grain));
  for (std::uint32_t p = 0; p < b.points.size(); ++p) {
    if (chance(30)) continue;
    const auto which = static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(b.forecast_rules.size()) - 1));
    ForecastPlan plan{PointId{p}, ForecastRulesId{which}};
    if (std::holds_alternative<Known>(b.forecast_rules[which].method)) {
      plan.known = {static_cast<std::uint32_t>(b.known_demand.size()), static_cast<std::uint32_t>(pick(1, 6))};
      for (std::uint32_t k = 0; k < plan.known.count; ++k)
        b.known_demand.push_back(0.25 * static_cast<double>(pick(0, 9)));
    }
    b.forecasts.push_back(plan);
  }
}

}  // namespace restock
