// What makes records wrong, and counts: laws are prepared, what is left out becomes what never happens.
#include "compile/parts.hpp"

#include <map>
#include <string>
#include <utility>

namespace restock {
namespace {

struct PrepareLaws {
  void operator()(RenewalArrivals& arrivals) const { prepare(arrivals.gap.law); }
  void operator()(CountsAtRandom& counts) const { prepare(counts.gap.law); }
  void operator()(auto&) const {}
};

}  // namespace

void find_look_alikes(const Network& network, Blueprint& blueprint) {
  std::map<std::pair<SiteId, std::string>, LookAlikes> groups;
  for (std::size_t i = 0; i < network.points.size(); ++i) {
    const NetworkPoint& point = network.points[i];
    const RecordTerms& terms = network.records[point.records];
    const double rate = terms.mispicks.value_or(Share{}).value;
    if (rate <= 0.0) continue;
    LookAlikes& group = groups[{point.site, terms.look_alikes}];
    group.rate = rate;
    group.points.push_back(static_cast<std::uint32_t>(i));
  }
  for (auto& at : groups)
    if (at.second.points.size() > 1) blueprint.look_alikes.push_back(std::move(at.second));
}

RecordRules record_rules(const RecordTerms& terms) {
  RecordRules rules;
  if (terms.shrinkage) rules.shrinkage = terms.shrinkage->per_tick;
  if (terms.theft) {
    TheftRule theft{terms.theft->arrivals, terms.theft->size};
    std::visit(PrepareLaws{}, theft.arrivals);
    prepare(theft.size.law);
    rules.theft = std::move(theft);
  }
  if (terms.misplaced && terms.misplaced->rate.per_tick > 0.0) {
    MisplacedRule misplaced{terms.misplaced->rate.per_tick, terms.misplaced->found, terms.misplaced->at_count.value};
    if (misplaced.found) prepare(misplaced.found->law);
    rules.misplaced = std::move(misplaced);
  }
  if (terms.receiving && terms.receiving->wrong.value > 0.0) {
    ReceivingRule receiving{terms.receiving->wrong.value, terms.receiving->over.value, terms.receiving->error};
    prepare(receiving.error.law);
    rules.receiving = std::move(receiving);
  }
  if (terms.scanning) {
    const ScanningRule scanning{terms.scanning->missed.value, terms.scanning->twice.value};
    if (scanning.missed + scanning.twice > 0.0) rules.scanning = scanning;
  }
  if (const auto& posting = terms.posting) {
    const auto ticks = [](const std::optional<Duration>& every) { return every ? every->ticks : 0; };
    rules.posting = {posting->receipts.ticks, ticks(posting->receipts_every), ticks(posting->sales_every),
                     posting->first.ticks};
  }
  if (terms.counts) {
    rules.counts = terms.counts;
    std::visit(PrepareLaws{}, *rules.counts);
  }
  rules.count_below_zero = terms.count_below_zero.value_or(false);
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
