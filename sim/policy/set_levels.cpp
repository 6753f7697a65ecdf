#include "policy/set_levels.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace restock {

namespace {

/// The least whole number from `from` on for which `holds`, which stays true once it is.
template <class Holds>
Quantity least(Quantity from, Holds holds) {
  if (holds(from)) return from;
  Quantity low = from;  // does not hold
  Quantity step = 1;
  while (!holds(low + step)) {
    low += step;
    step *= 2;
    if (step > Quantity{1} << 50U) return low;
  }
  Quantity high = low + step;
  while (high - low > 1) {
    const Quantity middle = low + (high - low) / 2;
    (holds(middle) ? high : low) = middle;
  }
  return high;
}

Quantity whole_above(double units) { return static_cast<Quantity>(std::ceil(units - 1e-9)); }

/// The mean of f over the positions s + 1 … s + Q; of long lots at 64 of them, evenly spread.
template <class F>
double mean_over_lot(Quantity s, Quantity lot, F f) {
  constexpr Quantity most = 64;
  double sum = 0.0;
  if (lot <= most) {
    for (Quantity y = s + 1; y <= s + lot; ++y) sum += f(static_cast<double>(y));
    return sum / static_cast<double>(lot);
  }
  const double step = static_cast<double>(lot) / static_cast<double>(most);
  for (Quantity i = 0; i < most; ++i) sum += f(static_cast<double>(s) + 0.5 + (static_cast<double>(i) + 0.5) * step);
  return sum / static_cast<double>(most);
}

/// Sums of buckets in a row that together last about `span`, stretched to it.
std::vector<double> sums_over(double span, const LevelInput& input) {
  const double buckets = span / static_cast<double>(input.bucket);
  const auto width = std::max<std::size_t>(1, static_cast<std::size_t>(buckets + 0.5));
  std::vector<double> sums;
  for (std::size_t i = 0; i + width <= input.past.size(); ++i) {
    double sum = 0.0;
    for (std::size_t k = 0; k < width; ++k) sum += input.past[i + k];
    sums.push_back(sum * buckets / static_cast<double>(width));
  }
  return sums;
}

/// One level under one rule.
class Setter {
 public:
  Setter(const AutoLevel& rule, const LevelInput& input, Time review) : rule_(rule), input_(input), review_(review) {
    const Outlook& o = rule.lead_time == LeadTimeOf::planned ? input.planned : input.outlook;
    const bool past = std::holds_alternative<EmpiricalDemand>(rule.law);
    const auto over = [&](double span) {
      const double mean = input.expected(to_ticks(span));
      return DemandOver{mean, o.variance * span + o.rate * o.rate * o.lead_variance,
                        past ? sums_over(span, input) : std::vector<double>{}};
    };
    lead_ = over(o.lead);
    exposed_ = over(o.lead + static_cast<double>(review));
  }

  /// Whether there is enough to go by.
  bool can_say() const {
    constexpr std::size_t few = 4;
    return !std::holds_alternative<EmpiricalDemand>(rule_.law) ||
           (exposed_.sums.size() >= few && lead_.sums.size() >= few);
  }

  /// s, where `lot(s)` is what is ordered at s.
  template <class Lot>
  Quantity reorder_point(Lot lot) const {
    if (rule_.cover || rule_.safety_stock) return plain_level();
    if (rule_.service) return least(0, [&](Quantity s) { return at_most(exposed_, s) >= rule_.service->value; });
    if (rule_.fill_rate)
      return least(-1, [&](Quantity s) { return shortage(s, lot(s)) <= 1.0 - rule_.fill_rate->value; });
    return least(-1, [&](Quantity s) { return covered(s, lot(s)) >= critical_ratio(); });
  }
  /// S, where there is no s beside it.
  Quantity order_up_to(bool continuous) const {
    if (continuous && !rule_.cover && !rule_.safety_stock) return reorder_point([](Quantity) { return 1; }) + 1;
    if (rule_.fill_rate)
      return least(0, [&](Quantity S) {
        return loss_between(static_cast<double>(S)) <= (1.0 - rule_.fill_rate->value) * (exposed_.mean - lead_.mean);
      });
    if (rule_.by) return least(0, [&](Quantity S) { return at_most(exposed_, S) >= critical_ratio(); });
    return reorder_point([](Quantity) { return 1; });
  }
  Quantity lot() const {
    const LevelCosts& costs = input_.costs;
    const double units = rule_.cover ? input_.expected(rule_.cover->ticks)
                                     : std::sqrt(2.0 * costs.ordering * input_.outlook.rate / costs.holding);
    return std::max<Quantity>(1, static_cast<Quantity>(units + 0.5));
  }

 private:
  double at_most(const DemandOver& demand, Quantity x) const { return cdf(rule_.law, demand, static_cast<double>(x)); }
  Quantity plain_level() const {
    if (rule_.cover) return whole_above(input_.expected(rule_.cover->ticks));
    return whole_above(exposed_.mean) + *rule_.safety_stock;
  }
  /// Shortage that a period adds, at a position y after its review.
  double loss_between(double y) const { return loss(rule_.law, exposed_, y) - loss(rule_.law, lead_, y); }
  /// Share of demand that is short.
  double shortage(Quantity s, Quantity lot) const {
    const double q = static_cast<double>(lot);
    if (review_ == 0) {
      const double at_s = static_cast<double>(s);
      return (loss(rule_.law, lead_, at_s) - loss(rule_.law, lead_, at_s + q)) / q;
    }
    const double in_period = exposed_.mean - lead_.mean;
    if (!(in_period > 0.0)) return 0.0;
    return mean_over_lot(s, lot, [&](double y) { return loss_between(y); }) / in_period;
  }
  /// The mean of P(D ≤ y) over the positions s + 1 … s + Q: of whole numbers, E(D − x)⁺ is the sum of P(D > y), y ≥ x.
  double covered(Quantity s, Quantity lot) const {
    const auto first = static_cast<double>(s + 1);
    const auto q = static_cast<double>(lot);
    return 1.0 - (loss(rule_.law, exposed_, first) - loss(rule_.law, exposed_, first + q)) / q;
  }
  double critical_ratio() const {
    const LevelCosts& c = input_.costs;
    if (c.backorder > 0.0) return c.backorder / (c.backorder + c.holding);
    return c.lost_margin / (c.lost_margin + c.holding * static_cast<double>(review_));
  }

  const AutoLevel& rule_;
  const LevelInput& input_;
  Time review_;
  DemandOver lead_;
  DemandOver exposed_;
};

template <class P>
inline constexpr bool has_s = requires(P p) {
  requires std::is_same_v<decltype(p.s), PolicyLevel>;
};
template <class P>
inline constexpr bool has_S = requires(P p) {
  requires std::is_same_v<decltype(p.S), PolicyLevel>;
};
template <class P>
inline constexpr bool has_Q = requires(P p) {
  requires std::is_same_v<decltype(p.Q), PolicyLevel>;
};

std::optional<AutoLevel> take(PolicyLevel& level) {
  std::optional<AutoLevel> rule;
  if (level.rule) rule = *level.rule;
  level.rule.reset();
  return rule;
}

}  // namespace

LevelRules take_rules(Policy& policy) {
  LevelRules rules;
  std::visit(
      [&]<class P>(P& p) {
        if constexpr (has_s<P>) rules.s = take(p.s);
        if constexpr (has_S<P>) rules.S = take(p.S);
        if constexpr (has_Q<P>) rules.Q = take(p.Q);
      },
      policy);
  return rules;
}

LevelValues levels_of(const Policy& policy) {
  LevelValues values;
  std::visit(
      [&]<class P>(const P& p) {
        if constexpr (has_s<P>) values.s = p.s;
        if constexpr (has_S<P>) values.S = p.S;
        if constexpr (has_Q<P>) values.Q = p.Q;
      },
      policy);
  return values;
}

void put_levels(Policy& policy, const LevelValues& values) {
  std::visit(
      [&]<class P>(P& p) {
        if constexpr (has_s<P>) p.s = values.s;
        if constexpr (has_S<P>) p.S = values.S;
        if constexpr (has_Q<P>) p.Q = values.Q;
        if constexpr (plans_ahead<P>) p.opening = values.S;
      },
      policy);
}

void set_levels(Policy& policy, const LevelRules& rules, const LevelInput& input,
                const std::function<bool(const AutoLevel&)>& due) {
  const auto set = [&](const std::optional<AutoLevel>& rule, Time review, PolicyLevel& level, auto value) {
    if (!rule || !due(*rule)) return;
    const Setter setter(*rule, input, review);
    if (setter.can_say()) level.units = value(setter);
  };
  std::visit(
      [&]<class P>(P& p) {
        Time review = 0;
        if constexpr (requires { p.calendar; }) review = p.calendar.every.ticks;
        if constexpr (has_Q<P>) set(rules.Q, review, p.Q, [](const Setter& setter) { return setter.lot(); });
        if constexpr (has_s<P> && has_Q<P>) {
          const auto lot = [&](Quantity) { return p.Q.units; };
          set(rules.s, review, p.s, [&](const Setter& setter) { return setter.reorder_point(lot); });
        } else if constexpr (has_s<P> && has_S<P>) {
          // A lot that is set stays beside an s that is set; else S stays where it is.
          Quantity lot = std::max<Quantity>(1, p.S.units - p.s.units);
          if (rules.S && due(*rules.S)) lot = Setter(*rules.S, input, review).lot();
          const auto lot_at = [&](Quantity s) { return rules.S ? lot : std::max<Quantity>(1, p.S.units - s); };
          set(rules.s, review, p.s, [&](const Setter& setter) { return setter.reorder_point(lot_at); });
          if (rules.S) p.S.units = p.s.units + lot;
          if (!rules.S) p.s.units = std::min(p.s.units, p.S.units - 1);
        } else if constexpr (has_S<P>) {
          set(rules.S, review, p.S, [](const Setter& setter) { return setter.order_up_to(P::continuous); });
        }
      },
      policy);
}

}  // namespace restock
