// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/where.hpp"

#include <string_view>

namespace restock {

struct PortClosed {
  static constexpr std::string_view name = "port_closed";
  static constexpr std::string_view summary =
      "the port is shut: nobody berths, and what is handled stops and goes on where it stood; choose it for strikes, "
      "storms, quarantine";
  Selector at;

  static void fields(auto& self, auto& f) { f.required("at", self.at, "ports: a name, a glob or a list"); }
};

}  // namespace restock
