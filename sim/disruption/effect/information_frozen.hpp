// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/where.hpp"

#include <string>
#include <string_view>

namespace restock {

struct InformationFrozen {
  static constexpr std::string_view name = "information_frozen";
  static constexpr std::string_view summary =
      "no new data come to whoever orders: periodic policies go on with the last they had, continuous ones do nothing "
      "and look again at the end; choose it for a failed interface, a planning system that is down, a cyber attack";
  Selector at;
  Selector product;
  std::string class_name;

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "sites that order on old data: a name, a glob or a list");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
  }
};

}  // namespace restock
