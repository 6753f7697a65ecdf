// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/where.hpp"

#include <string_view>

namespace restock {

struct BerthsLost {
  static constexpr std::string_view name = "berths_lost";
  static constexpr std::string_view summary =
      "some berths cannot be taken; vessels that lie there stay until they are done; choose it for repairs, a wreck, a "
      "crane that fell";
  Selector at;
  int berths = 1;

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "ports: a name, a glob or a list");
    f.optional("berths", self.berths, "how many; with as many as the port has, nobody berths");
    f.check(self.berths >= 1 && self.berths <= 10000, "berths must lie between 1 and 10000");
  }
};

}  // namespace restock
