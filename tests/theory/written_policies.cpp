// Policies that a planner writes himself, as Lua files, against the figures of those who analysed them.
#include "theory/known_answers.hpp"

namespace restock::theory {

namespace {

double spread(const SeriesMoments& m) { return to_double(m.buckets * m.sum_of_squares - widen(m.sum, m.sum)); }

/// Variance of what a site orders in a period over that of what customers ask for in one.
Measure variance_to_customers(std::size_t site) {
  return of_run([site](const Run& run) {
    double ordered = 0.0;
    double asked = 0.0;
    for (std::size_t p = 0; p < run.points.size(); ++p) {
      if (run.layout.point_site[p].index() == site) ordered = spread(run.points[p].stock.ordered);
      if (run.points[p].orders.demand > 0) asked = spread(run.points[p].stock.demanded);
    }
    return ordered / asked;
  });
}

}  // namespace

Chapter written_policies() {
  constexpr std::size_t depot = 1;
  constexpr std::size_t shop = 2;
  return {{"LS-04",
           {{"base", "total_cost", kpi("total_cost"), 4.04071117023, 0.01},
            {"dear", "total_cost", kpi("total_cost"), 6.6757439961, 0.01}}},
          {"BW-01",
           {{"base", "Var(q)/Var(D)", kpi("bullwhip"), 2.92, 0.01},
            {"smoothing", "Var(q)/Var(D)", kpi("bullwhip"), 2.6, 0.01}}},
          {"BW-05",
           {{"base", "Var(q1)/Var(D)", variance_to_customers(shop), 2.12, 0.01},
            {"base", "Var(q2)/Var(D)", variance_to_customers(depot), 5.1216, 0.02},
            {"told", "Var(q2)/Var(D)", variance_to_customers(depot), 3.88, 0.01}}}};
}

}  // namespace restock::theory
