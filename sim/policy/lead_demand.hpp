// Laws of the demand over a lead time, with or without the time until the next review: the list of the family. Members
// offer P(D ≤ x) and E[(D − x)⁺]. Ask through the two functions below: they know demand that does not vary.
#pragma once

#include "policy/lead_demand/empirical.hpp"
#include "policy/lead_demand/gamma.hpp"
#include "policy/lead_demand/negative_binomial.hpp"
#include "policy/lead_demand/normal.hpp"
#include "policy/lead_demand/poisson.hpp"

#include <variant>

namespace restock {

using LeadDemand = std::variant<NormalDemand, GammaDemand, PoissonDemand, NegativeBinomialDemand, EmpiricalDemand>;

inline bool is_certain(const LeadDemand& law, const DemandOver& demand) {
  if (std::holds_alternative<EmpiricalDemand>(law)) return false;
  return !(demand.mean > 0.0) || (!(demand.variance > 0.0) && !std::holds_alternative<PoissonDemand>(law));
}
/// P(D ≤ x).
inline double cdf(const LeadDemand& law, const DemandOver& demand, double x) {
  if (is_certain(law, demand)) return x >= demand.mean - 1e-9 ? 1.0 : 0.0;
  return std::visit([&](const auto& l) { return l.cdf(demand, x); }, law);
}
/// E[(D − x)⁺].
inline double loss(const LeadDemand& law, const DemandOver& demand, double x) {
  if (is_certain(law, demand)) return demand.mean > x ? demand.mean - x : 0.0;
  return std::visit([&](const auto& l) { return l.loss(demand, x); }, law);
}

}  // namespace restock
