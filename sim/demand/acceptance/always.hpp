#pragma once

#include "demand/offer_view.hpp"
#include "random/draws.hpp"

#include <string_view>

namespace restock {

struct AlwaysAccepts {
  static constexpr std::string_view name = "always";
  static constexpr std::string_view summary = "every customer accepts whatever wait is quoted (full backordering)";
  static void fields(auto&, auto&) {}
  bool accepts(const OfferView&, Draws&) const { return true; }
};

}  // namespace restock
