#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace restock {

struct Naive {
  static constexpr std::string_view name = "naive";
  static constexpr std::string_view summary =
      "the next bucket is as the last one; choose it as the yardstick, or where demand wanders without a level";
  static constexpr std::string_view source =
      "Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, 5.2";
  static void fields(auto&, auto&) {}

  std::size_t memory() const { return 1; }
  void see(std::span<double> m, std::int64_t, double units) const { m[0] = units; }
  double ahead(std::span<const double> m, std::int64_t, std::int64_t) const { return m[0]; }
};

}  // namespace restock
