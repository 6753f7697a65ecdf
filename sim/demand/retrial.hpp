// Customers who find nothing and do not give up: some come back after a while, some leave their address and come when
// they are told that there is stock again. A retrial model (Falin, Templeton 1997, chapter 1): between two visits they
// are in no queue.
#pragma once

#include "core/time.hpp"
#include "random/draws.hpp"
#include "random/law.hpp"

#include <algorithm>

namespace restock {

struct RetrialRules {
  double comes_back = 0.0;   ///< share of those whom stock is denied that come back by themselves
  TimeLaw after{};           ///< time until they do
  double notice = 0.0;       ///< share of them that ask to be told when there is stock again
  TimeLaw reaction{};        ///< time from the notice until they come
  Time valid = never;        ///< how long they want to be told
  std::uint32_t visits = 1;  ///< at most so many after the first
};

/// What somebody does whom stock was denied at a visit.
struct NextVisit {
  enum class How : std::uint8_t { gives_up, comes_back, waits_for_notice };
  How how = How::gives_up;
  Time after = 0;  ///< until he comes, from now or from the notice
};

/// Visit 0 is the first. `draws` stands at the beginning of the customer's own words: each visit takes a uniform, and
/// the two spans as far as anybody needs them, used or not.
inline NextVisit next_visit(const RetrialRules& rules, std::uint32_t visit, Draws& draws) {
  double u = 0.0;
  Time after = 0;
  Time reaction = 0;
  for (std::uint32_t v = 0; v <= visit; ++v) {
    u = draws.uniform();
    if (rules.comes_back > 0.0) after = rules.after.sample_ticks(draws);
    if (rules.notice > 0.0) reaction = rules.reaction.sample_ticks(draws);
  }
  if (visit >= rules.visits) return {};
  if (u < rules.comes_back) return {NextVisit::How::comes_back, std::max<Time>(1, after)};
  if (u < rules.comes_back + rules.notice) return {NextVisit::How::waits_for_notice, std::max<Time>(1, reaction)};
  return {};
}

}  // namespace restock
