#include "forecast/forecaster.hpp"

#include <algorithm>
#include <variant>

namespace restock {

namespace {

/// How much more than usual the planner expects of [from, until): lifts count for the part of it that they cover.
double lift_of(const ForecastRules& rules, Time from, Time until) {
  double factor = 1.0;
  for (const Overlay& overlay : rules.overlays) {
    const Time covered = std::max<Time>(0, std::min(until, overlay.until) - std::max(from, overlay.from));
    factor *= 1.0 + (overlay.lift - 1.0) * static_cast<double>(covered) / static_cast<double>(until - from);
  }
  return factor;
}

/// What the forecast in force was made from.
std::span<double> in_force(const ForecastSource& source) {
  return source.rules.may_be_stale() ? source.memory.subspan(source.memory.size() / 2) : source.memory;
}

}  // namespace

bool Forecaster::ready(const ForecastSource& source) const { return origin_ > 0 || !source.known.empty(); }

double Forecaster::of_bucket(const ForecastSource& source, std::int64_t number) const {
  const ForecastRules& rules = source.rules;
  double units = 0.0;
  if (!source.known.empty()) {
    const auto last = static_cast<std::int64_t>(source.known.size()) - 1;
    units = source.known[static_cast<std::size_t>(std::min(number, last))];
  } else {
    units = std::visit([&](const auto& m) { return m.ahead(in_force(source), origin_, number - origin_ + 1); },
                       rules.method);
  }
  const Time begin = begin_ + (number - seen_) * rules.buckets.every;
  units *= (1.0 + rules.bias) * lift_of(rules, begin, begin + rules.buckets.every);
  constexpr double most = 1e12;  // a trend, or a season over next to nothing, may point anywhere
  return std::clamp(units, 0.0, most);
}

double Forecaster::of_span(const ForecastSource& source, Time from, Time span) const {
  const Time every = source.rules.buckets.every;
  const Time until = later(from, span);
  double units = 0.0;
  std::int64_t number = seen_ + (from - begin_) / every;
  for (Time begin = begin_ + (number - seen_) * every; begin < until; begin += every, ++number) {
    const Time inside = std::min(until, begin + every) - std::max(from, begin);
    units += of_bucket(source, number) * (static_cast<double>(inside) / static_cast<double>(every));
  }
  return units;
}

/// What a known promotion brought is no part of what the method learns: the planner takes it out again.
void Forecaster::see(const ForecastSource& source, std::int64_t units) {
  const ForecastRules& rules = source.rules;
  const Time end = begin_ + rules.buckets.every;
  if (ready(source)) {
    const double error = of_bucket(source, seen_) - static_cast<double>(units);
    ++errors_;
    const double weight = std::max(rules.error_weight, 1.0 / static_cast<double>(errors_));
    mean_square_ += weight * (error * error - mean_square_);
  }
  const double usual = static_cast<double>(units) / lift_of(rules, begin_, end);
  const std::span<double> learnt = source.memory.first(memory_of(rules.method));
  std::visit([&](const auto& m) { m.see(learnt, seen_, usual); }, rules.method);
  ++seen_;
  begin_ = end;
  if (end >= rules.frozen_from || (origin_ > 0 && seen_ % rules.update_every != 0)) return;
  origin_ = seen_;
  if (rules.may_be_stale()) std::copy(learnt.begin(), learnt.end(), in_force(source).begin());
}

}  // namespace restock
