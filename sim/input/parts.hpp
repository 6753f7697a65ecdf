// Kinds of sites, and what lanes announce. Part of places.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

#include <cstdint>
#include <string_view>
#include <variant>

namespace restock {

enum class SiteKind : std::uint8_t { supplier, plant, warehouse, store, port };

/// Family of planned lead times: what the planner announces, never the drawn value.
struct PlannedMean {
  static constexpr std::string_view name = "mean";
  static constexpr std::string_view summary = "the mean of the transit law";
  static void fields(auto&, auto&) {}
};
struct PlannedQuantile {
  static constexpr std::string_view name = "quantile";
  static constexpr std::string_view summary =
      "a quantile of the transit law: a promise kept with about that probability";
  Share p{0.9};
  static void fields(auto& self, auto& f) {
    f.required("p", self.p, "probability that transit takes no longer");
    f.check(self.p.value > 0.0 && self.p.value < 1.0, "p must lie strictly between 0 and 1");
  }
};
struct PlannedFixed {
  static constexpr std::string_view name = "fixed";
  static constexpr std::string_view summary = "a stated duration, right or wrong";
  Duration time{};
  static void fields(auto& self, auto& f) { f.required("time", self.time, "the announced transit time"); }
};
using Planned = std::variant<PlannedMean, PlannedQuantile, PlannedFixed>;

}  // namespace restock
