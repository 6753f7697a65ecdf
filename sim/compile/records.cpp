// What makes records wrong, and counts: laws are prepared, what is left out becomes what never happens.
#include "compile/parts.hpp"

#include <utility>

namespace restock {
namespace {

struct PrepareLaws {
  void operator()(RenewalArrivals& arrivals) const { prepare(arrivals.gap.law); }
  void operator()(CountsAtRandom& counts) const { prepare(counts.gap.law); }
  void operator()(auto&) const {}
};

}  // namespace

RecordRules record_rules(const RecordTerms& terms) {
  RecordRules rules;
  if (terms.shrinkage) rules.shrinkage = terms.shrinkage->per_tick;
  if (terms.theft) {
    TheftRule theft{terms.theft->arrivals, terms.theft->size};
    std::visit(PrepareLaws{}, theft.arrivals);
    prepare(theft.size.law);
    rules.theft = std::move(theft);
  }
  if (terms.counts) {
    rules.counts = terms.counts;
    std::visit(PrepareLaws{}, *rules.counts);
  }
  rules.count_on_zero = terms.count_on_zero.value_or(false);
  if (terms.read_rate) rules.reading.read_rate = terms.read_rate->value;
  if (terms.accuracy) {
    rules.reading.right = terms.accuracy->right.value;
    rules.reading.error = terms.accuracy->error;
    prepare(rules.reading.error.law);
  }
  return rules;
}

}  // namespace restock
