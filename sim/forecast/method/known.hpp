#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace restock {

/// What it knows is not in its memory: whoever asks it has the table (`known` of ForecastPlan).
struct Known {
  static constexpr std::string_view name = "known";
  static constexpr std::string_view summary =
      "the true mean of demand in every bucket, its level and dated promotions included; choose it as the benchmark of "
      "what a better forecast could bring";
  static constexpr std::string_view source = "the scenario's own demand";
  static void fields(auto&, auto&) {}

  std::size_t memory() const { return 0; }
  void see(std::span<double>, std::int64_t, double) const {}
  double ahead(std::span<const double>, std::int64_t, std::int64_t) const { return 0.0; }
};

}  // namespace restock
