#pragma once

#include "core/quantity.hpp"
#include "demand/offer_view.hpp"
#include "random/draws.hpp"

#include <string_view>

namespace restock {

struct AcceptsWithProbability {
  static constexpr std::string_view name = "probability";
  static constexpr std::string_view summary = "a given share of customers accepts, whatever the quoted wait";
  Share p{1.0};
  static void fields(auto& self, auto& f) {
    f.required("p", self.p, "share of customers who accept a backorder");
    f.check(self.p.value >= 0.0 && self.p.value <= 1.0, "p must lie between 0 and 1");
  }
  bool accepts(const OfferView&, Draws& draws) const { return draws.uniform() < p.value; }
};

}  // namespace restock
