#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "random/law.hpp"

#include <optional>
#include <string_view>

namespace restock {

struct Viral {
  static constexpr std::string_view name = "viral";
  static constexpr std::string_view summary =
      "customers bring customers (Hawkes process); choose it for word of mouth that flares up and dies down";
  Rate rate{};
  std::optional<Instant> at;
  Quantity seeds = 1;
  double branching = 0.5;
  TimeLaw delay{};

  static void fields(auto& self, auto& f) {
    f.optional("rate", self.rate, "customers per time who come by themselves (2 per d)");
    f.optional("at", self.at, "one moment that starts it, instead of a rate");
    f.optional("seeds", self.seeds, "customers who come at that moment");
    f.required("branching", self.branching, "mean number of further customers whom each one brings, below 1");
    f.required("delay", self.delay, "time from a customer to those he brings, e.g. exponential(6 h)");
    f.check((self.rate.per_tick > 0.0) != self.at.has_value(), "give rate or at, and not both");
    f.check(self.seeds >= 1 && self.seeds <= 1'000'000, "seeds must lie between 1 and 1000000");
    f.check(self.at || self.seeds == 1, "seeds needs at");
    f.check(self.branching >= 0.0 && self.branching < 1.0,
            "branching must be at least 0 and below 1: it would explode");
  }
  /// Customers that one seed brings in all, himself included (Hawkes & Oakes 1974).
  double cluster_size() const { return 1.0 / (1.0 - branching); }
};

}  // namespace restock
