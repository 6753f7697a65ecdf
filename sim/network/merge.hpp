// What a stock point goes by, one rule later: each key that the rule states replaces what was stated before. Used by
// points.cpp.
#pragma once

#include "input/scenario.hpp"
#include "network/network.hpp"

namespace restock {

/// What is stated replaces what was.
inline constexpr auto take = [](auto& into, const auto& from) {
  if (from) into = from;
};

inline CostTerms merged(CostTerms terms, const CostRule& rule) {
  take(terms.holding, rule.holding);
  take(terms.backorder, rule.backorder);
  take(terms.ordering, rule.ordering);
  take(terms.ordering_per_unit, rule.ordering_per_unit);
  take(terms.backorder_per_unit, rule.backorder_per_unit);
  take(terms.lost_margin, rule.lost_margin);
  take(terms.cancel, rule.cancel);
  take(terms.count, rule.count);
  take(terms.move, rule.move);
  take(terms.expedite, rule.expedite);
  take(terms.transship, rule.transship);
  take(terms.transship_call, rule.transship_call);
  take(terms.disposal, rule.disposal);
  take(terms.taking_back, rule.taking_back);
  take(terms.refund, rule.refund);
  take(terms.cover_target, rule.cover_target);
  return terms;
}

inline RecordTerms merged(RecordTerms terms, const RecordRule& rule) {
  take(terms.shrinkage, rule.shrinkage);
  take(terms.theft, rule.theft);
  take(terms.misplaced, rule.misplaced);
  take(terms.receiving, rule.receiving);
  take(terms.scanning, rule.scanning);
  take(terms.posting, rule.posting);
  take(terms.mispicks, rule.mispicks);
  if (rule.mispicks) terms.look_alikes = rule.name;
  take(terms.counts, rule.counts);
  take(terms.count_on_zero, rule.count_on_zero);
  take(terms.count_below_zero, rule.count_below_zero);
  take(terms.accuracy, rule.accuracy);
  take(terms.read_rate, rule.read_rate);
  return terms;
}

inline ShelfTerms merged(ShelfTerms terms, const ShelfRule& rule) {
  take(terms.capacity, rule.capacity);
  take(terms.pack, rule.pack);
  take(terms.refill, rule.refill);
  take(terms.move_time, rule.move_time);
  return terms;
}

inline ExpeditingTerms merged(ExpeditingTerms terms, const ExpeditingRule& rule) {
  if (rule.below || rule.cover) {
    terms.below = rule.below;
    terms.cover = rule.cover;
    terms.promises = false;
  }
  if (rule.promises) terms.promises = *rule.promises;
  if (terms.promises) {
    terms.below.reset();
    terms.cover.reset();
  }
  take(terms.time, rule.time);
  take(terms.every, rule.every);
  take(terms.first, rule.first);
  return terms;
}

/// Whoever is called by the first of them may be left out in the others.
inline TransshipmentTerms merged(TransshipmentTerms terms, const TransshipmentRule& rule) {
  if (rule.from || !terms.from) terms.from = rule.from.value_or(rule.at);
  take(terms.time, rule.time);
  take(terms.keep, rule.keep);
  take(terms.giver, rule.giver);
  return terms;
}

inline ExpiryTerms merged(ExpiryTerms terms, const ExpiryRule& rule) {
  take(terms.life, rule.life);
  take(terms.issue, rule.issue);
  take(terms.recorded, rule.recorded);
  return terms;
}

inline MarkdownTerms merged(MarkdownTerms terms, const MarkdownRule& rule) {
  if (!rule.steps.empty()) terms.steps = rule.steps;
  take(terms.every, rule.every);
  take(terms.first, rule.first);
  take(terms.permanent, rule.permanent);
  return terms;
}

inline AllocationTerms merged(AllocationTerms terms, const AllocationRule& rule) {
  take(terms.orders, rule.orders);
  return terms;
}

inline InformationTerms merged(InformationTerms terms, const InformationRule& rule) {
  take(terms.delay, rule.delay);
  take(terms.every, rule.every);
  take(terms.offset, rule.offset);
  take(terms.own_orders, rule.own_orders);
  return terms;
}

inline ForecastTerms merged(ForecastTerms terms, const ForecastRule& rule) {
  terms.forecasts = true;
  take(terms.method, rule.method);
  take(terms.bucket, rule.bucket);
  take(terms.offset, rule.offset);
  take(terms.of, rule.of);
  take(terms.bias, rule.bias);
  take(terms.caution, rule.caution);
  take(terms.update_every, rule.update_every);
  take(terms.frozen_from, rule.frozen_from);
  take(terms.error_weight, rule.error_weight);
  if (!rule.overlay.empty()) terms.overlay = rule.overlay;
  return terms;
}

}  // namespace restock
