#pragma once

#include "demand/offer_view.hpp"
#include "random/draws.hpp"
#include "random/law.hpp"

#include <string_view>

namespace restock {

struct AcceptsWithinTolerance {
  static constexpr std::string_view name = "tolerance";
  static constexpr std::string_view summary =
      "a customer accepts when the quoted wait is within his own tolerance; without a date he declines";
  TimeLaw wait{};
  static void fields(auto& self, auto& f) {
    f.required("wait", self.wait,
               "longest wait that a customer accepts: a law over customers, or one duration for all");
  }
  bool accepts(const OfferView& offer, Draws& draws) const {
    const Time longest = wait.sample_ticks(draws);
    return offer.quoted_wait < never && offer.quoted_wait <= longest;
  }
};

}  // namespace restock
