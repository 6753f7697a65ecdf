// Units that shops call from each other, and customers who take something else, against Erlang's law and a birth-death
// chain.
#include "theory/known_answers.hpp"
#include "theory/laws.hpp"

#include <cmath>
#include <vector>

namespace restock::theory {

namespace {

/// Stock of a shop with base stock `units` whose own customers buy while there is any, and whose neighbour's while
/// there is more than `keep`; orders come after an exponential lead time, each on its own.
struct Lender {
  double own_lost = 0.0;    ///< share of its own customers
  double other_lost = 0.0;  ///< share of the neighbour's
};
Lender lender(int units, double own, double other, double lead, int keep) {
  std::vector<double> p(static_cast<std::size_t>(units) + 1, 0.0);
  p.back() = 1.0;
  double sum = 1.0;
  for (int stock = units; stock > 0; --stock) {  // balance between stock and stock - 1
    const auto at = static_cast<std::size_t>(stock);
    p[at - 1] = p[at] * (own + (stock > keep ? other : 0.0)) * lead / (units - stock + 1);
    sum += p[at - 1];
  }
  Lender answers{p[0] / sum, 0.0};
  for (int stock = 0; stock <= keep; ++stock) answers.other_lost += p[static_cast<std::size_t>(stock)] / sum;
  return answers;
}

/// Of the customers of one demand entry.
Measure of_segment(std::size_t entry, std::function<double(const OrderFacts&)> of) {
  return of_run([entry, of](const Run& run) {
    OrderFacts facts;
    for (std::size_t s = 0; s < run.record.streams.size(); ++s)
      if (run.layout.stream_segment[s].index() == entry) facts += run.record.streams[s];
    return of(facts);
  });
}

double units(Quantity n) { return static_cast<double>(n); }
double lost(const OrderFacts& f) { return units(f.lost_out_of_stock) / units(f.demand); }

}  // namespace

Chapter neighbours() {
  const double load = 4.0;
  const Lender big = lender(5, 1.0, 0.5, 3.0, 2);
  return {{"LT-01",
           {{"base", "lost_rate", kpi("lost_rate"), erlang_b(6, load), 0.03},
            {"fewer", "lost_rate", kpi("lost_rate"), erlang_b(3, load), 0.01}}},
          {"LT-02",
           {{"base", "own customers lost", of_segment(0, lost), big.own_lost, 0.03},
            {"base", "the neighbour's lost", of_segment(1, lost), big.other_lost, 0.015},
            {"base", "mean_wait", kpi("mean_wait"), 1.0, 0.0},
            {"base", "transshipment_rate", kpi("transshipment_rate"), (1.0 - big.other_lost) / 3.0, 0.02}}},
          {"LT-03",
           {{"base", "cancelled by called",
             of_segment(1, [](const OrderFacts& f) { return units(f.cancelled_by_customer) / units(f.backordered); }),
             1.0 - std::exp(-0.25), 0.03}}},
          {"SC-01",
           {{"base", "lost_rate", kpi("lost_rate"), erlang_b(6, load), 0.03},
            {"one-way", "the blue one's lost", of_segment(1, lost), erlang_b(3, 3.0), 0.02},
            {"one-way", "the red one's lost", of_segment(0, lost), 1.0 - 0.5 * (1.0 - erlang_b(3, 3.0)), 0.01}}},
          {"DU-01",
           {{"base", "total_cost", kpi("total_cost"), 217.022058824, 0.003},
            {"base", "mean_on_hand", kpi("mean_on_hand"), 2.60294117647, 0.01},
            {"dear", "total_cost", kpi("total_cost"), 220.125313283, 0.003},
            {"surge", "total_cost", kpi("total_cost"), 216.903047288, 0.003}}},
          {"DU-03",
           {{"base", "mean_on_hand", kpi("mean_on_hand"), 5.30905758037, 0.02},
            {"base", "mean_backlog", kpi("mean_backlog"), 0.0342632899296, 0.03}}}};
}

}  // namespace restock::theory
