#pragma once

#include "core/time.hpp"
#include "random/gaps.hpp"
#include "random/law.hpp"

#include <string_view>

namespace restock {

/// At the start of every period so many customers at once as the law says, each with an order, a patience and a
/// decision of his own. Customer i of period n (from `start`, counted from the first at or after the clock's start)
/// has the number n << 20 | i; a period without customers uses up its number 0.
struct BatchArrivals {
  static constexpr std::string_view name = "batches";
  static constexpr std::string_view summary =
      "so many customers at once at the start of every period, each for himself; choose it for orders that come in by "
      "batch (a nightly import) and for textbook periods of unit customers";
  static constexpr unsigned index_bits = 20;
  Duration every{day};
  QuantityLaw customers{};
  Duration offset{};
  static void fields(auto& self, auto& f) {
    f.required("every", self.every, "length of a period");
    f.required("customers", self.customers, "customers who come at the start of a period, at most 1,000,000");
    f.optional("offset", self.offset, "time from `start` (modulo the period) to the start of a period");
    f.check(self.every.ticks > 0, "every must be above 0");
    f.check(self.offset.ticks >= 0, "offset must not be negative");
  }

  static constexpr std::uint64_t period(std::uint64_t number) { return number >> index_bits; }
  static constexpr std::uint64_t index(std::uint64_t number) { return number & ((std::uint64_t{1} << index_bits) - 1); }
  /// Customers of a period; `at` addresses their number.
  Quantity count(const Address& at) const {
    Draws draws(at);
    const Quantity drawn = sample_quantity(customers.law, draws);
    return drawn < most ? drawn : most;
  }
  static constexpr Quantity most = 1'000'000;
};

}  // namespace restock
