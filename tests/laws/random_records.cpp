#include "laws/random_records.hpp"

#include "laws/picks.hpp"

#include <algorithm>
#include <variant>

namespace restock::laws {

namespace {

TheftRule random_theft(Time grain) {
  TheftRule theft;
  switch (pick(0, 2)) {
    case 0:
      theft.arrivals = PerPeriodArrivals{{grain * pick(1, 4)}, {grain * pick(0, 5)}};
      break;
    case 1: {
      TimeLaw gap{Empirical{{measure(0), measure(grain), measure(2 * grain)}, {}}};
      prepare(gap.law);
      theft.arrivals = RenewalArrivals{gap};
      break;
    }
    default:
      theft.arrivals = PoissonArrivals{{0.4 / static_cast<double>(grain)}};
      break;
  }
  theft.size.law = one_of<Distribution>({Constant{measure(1)}, DiscreteUniform{measure(0), measure(3)}});
  prepare(theft.size.law);
  return theft;
}

Counts random_counts(Time grain) {
  switch (pick(0, 3)) {
    case 0:
    case 1:
      return CountsEvery{{grain * pick(1, 9)}, {grain * pick(0, 9)}, {chance(30) ? grain / 2 : 0}};
    case 2: {
      TimeLaw gap{Empirical{{measure(0), measure(grain), measure(5 * grain)}, {}}};
      prepare(gap.law);
      return CountsAtRandom{gap};
    }
    default:
      return CountsSampled{{grain * pick(1, 3)}, {0.4}};
  }
}

MisplacedRule random_misplaced(Time grain) {
  MisplacedRule rule;
  rule.rate = one_of<double>({0.02, 0.2, 1.0}) / static_cast<double>(grain);
  if (chance(80)) {
    TimeLaw found{Empirical{{measure(0), measure(grain), measure(4 * grain)}, {}}};
    prepare(found.law);
    rule.found = found;
  }
  rule.at_count = one_of<double>({1.0, 0.5, 0.0});
  return rule;
}

ReceivingRule random_receiving() {
  ReceivingRule rule{0.5, 0.4, {}};
  rule.error.law = DiscreteUniform{measure(0), measure(4)};
  prepare(rule.error.law);
  return rule;
}

PostingRule random_posting(Time grain) {
  PostingRule rule;
  if (chance(50)) rule.receipts = grain * pick(1, 3);
  if (chance(40)) rule.receipts_every = grain * pick(1, 4);
  if (chance(60)) rule.sales_every = grain * pick(1, 4);
  rule.first = grain * pick(0, 3);
  return rule;
}

}  // namespace

RecordRules random_records(Time grain) {
  RecordRules rules;
  if (chance(60)) rules.shrinkage = one_of<double>({0.01, 0.1, 0.5}) / static_cast<double>(grain);
  if (chance(40)) rules.theft = random_theft(grain);
  if (chance(40)) rules.misplaced = random_misplaced(grain);
  if (chance(50)) rules.counts = random_counts(grain);
  if (chance(35)) rules.receiving = random_receiving();
  if (chance(35)) rules.scanning = one_of<ScanningRule>({{0.3, 0.0}, {0.0, 0.3}, {0.2, 0.5}});
  if (chance(50)) rules.posting = random_posting(grain);
  rules.count_on_zero = chance(30);
  rules.count_below_zero = chance(20);
  if (chance(30)) rules.reading.read_rate = one_of<double>({0.8, 0.5});
  if (chance(30)) {
    rules.reading.right = one_of<double>({0.7, 0.0});
    rules.reading.error.law = DiscreteUniform{measure(0), measure(3)};
    prepare(rules.reading.error.law);
  }
  return rules;
}

ShelfRules random_shelf(Time grain) {
  ShelfRules shelf;
  shelf.capacity = pick(1, 8);
  shelf.pack = std::min(shelf.capacity, chance(60) ? 1 : pick(2, 4));
  switch (pick(0, 2)) {
    case 0:
      shelf.refill = RefillWhenBelow{pick(1, shelf.capacity)};
      break;
    case 1:
      shelf.refill = RefillEvery{{grain * pick(1, 4)}, {grain * pick(0, 5)}};
      break;
    default:
      break;
  }
  shelf.level = std::visit([&](const auto& rule) { return rule.level(shelf.capacity); }, shelf.refill);
  shelf.move_time = random_time(grain, 2);
  return shelf;
}

}  // namespace restock::laws
