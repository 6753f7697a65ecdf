// The section `transshipment`: units that stock points call from their neighbours. Part of scenario.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/rules.hpp"
#include "core/where.hpp"
#include "random/law.hpp"

#include <optional>
#include <string>

namespace restock {

struct TransshipmentRule {
  std::string name;
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  std::optional<Selector> from;
  std::optional<TimeLaw> time;
  std::optional<Quantity> keep;
  std::optional<GiverRule> giver;

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at,
               "sites that call units for a customer whom they cannot serve: a name, a glob or a list; default all");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.optional("from", self.from, "sites that are called; default: the others of `at`");
    f.optional("time", self.time,
               "from the call until the customer has his units; he is told the mean; left out: in the instant of his "
               "order");
    f.optional("keep", self.keep, "units that a site keeps for customers of its own (default 0) [units]");
    f.optional("giver", self.giver,
               "who is asked first: most_stock (default; who can spare most) or as_declared (in the order of `sites`)");
    f.check(!self.keep || *self.keep >= 0, "keep must not be negative");
  }
};

}  // namespace restock
