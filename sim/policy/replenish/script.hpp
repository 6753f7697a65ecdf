#pragma once

#include "core/named.hpp"
#include "policy/review.hpp"
#include "policy/view.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// The rule itself is a program that the reader keeps beside the replenishment rule, and compile/ puts into the
/// blueprint; whoever runs the model asks that.
struct ScriptPolicy {
  static constexpr std::string_view name = "script";
  static constexpr std::string_view summary =
      "a rule of your own, a function in a Lua file from what the planner sees to the units to order; choose it when "
      "none of the others is what you do";
  static constexpr std::string_view source = "Ierusalimschy, de Figueiredo & Celes (2020), Lua 5.4 reference manual";
  static constexpr bool continuous = false;
  static constexpr std::uint32_t no_program = std::numeric_limits<std::uint32_t>::max();
  ReviewCalendar calendar{};
  std::string file;
  Quantity stock = 0;
  std::vector<Named<double>> with;
  std::uint32_t program = no_program;  ///< in the blueprint

  static void fields(auto& self, auto& f) {
    ReviewCalendar::fields(self.calendar, f);
    f.required("file", self.file,
               "Lua file that ends with: return function(view, memory, with) … end, which returns units to order");
    f.required("stock", self.stock,
               "units that it means to keep: a run begins with them, and a customer who is quoted a date beyond what "
               "is on order is told that it orders while the position is below [units]");
    f.optional("with", self.with, "numbers that the script is given by name, for alternatives to vary");
    f.check(self.stock >= 0, "stock must not be negative");
  }
  Quantity target() const { return stock; }
  /// What others expect of it, which need not be what it does.
  Quantity order(const PlannerView& view) const { return std::max<Quantity>(0, stock - view.position()); }
};

}  // namespace restock
