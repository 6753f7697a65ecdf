#pragma once

#include "core/quantity.hpp"

#include <string_view>

namespace restock {

struct PoissonArrivals {
  static constexpr std::string_view name = "poisson";
  static constexpr std::string_view summary =
      "customers arrive one by one, independently; choose it for many customers who act alone";
  Rate rate{};
  static void fields(auto& self, auto& f) {
    f.required("rate", self.rate, "mean number of customers per time, e.g. 42 per d");
    f.check(self.rate.per_tick > 0.0, "rate must be above 0");
  }
};

}  // namespace restock
