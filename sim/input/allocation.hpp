// The section `allocation`: who gets the stock when it is not enough. Part of scenario.hpp.
#pragma once

#include "core/rules.hpp"
#include "core/where.hpp"

#include <optional>
#include <string>

namespace restock {

struct AllocationRule {
  std::string name;
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  std::optional<SharingRule> orders;

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at, "sites whose stock is shared out: a name, a glob or a list; default all");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.optional("orders", self.orders,
               "how waiting orders of other sites share what is there, within a class: first_come (default), "
               "proportional (to what is still open of each) or uniform (the same to each, to none more than it asks)");
  }
};

}  // namespace restock
