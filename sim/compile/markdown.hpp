// Reduced prices, as stated and as the engine follows them. Used inside compile/ only.
#pragma once

#include "network/network.hpp"
#include "stock/markdown.hpp"

#include <algorithm>
#include <cmath>

namespace restock {

inline bool goes_by_cover(const MarkdownTerms& terms) {
  return std::ranges::any_of(terms.steps, [](const MarkdownStepEntry& step) { return step.cover.has_value(); });
}

/// All but what a cover comes to, which is the stock point's own.
inline MarkdownRules markdown_rules(const MarkdownTerms& terms) {
  MarkdownRules rules;
  if (terms.every) rules.every = terms.every->ticks;
  if (terms.first) rules.first = terms.first->ticks;
  rules.permanent = terms.permanent.value_or(false);
  for (const MarkdownStepEntry& stated : terms.steps) {
    MarkdownStep& step = rules.steps.emplace_back();
    if (stated.from) step.from = stated.from->ticks;
    if (stated.until) step.until = stated.until->ticks;
    if (stated.above) step.above = *stated.above;
    if (stated.left) step.left = stated.left->ticks;
    step.off = std::llround((1.0 - stated.price.value) * static_cast<double>(in_one));
    step.extra = stated.lift - 1.0;
  }
  return rules;
}

}  // namespace restock
