// The section `shelves`: stock points in two places. Part of scenario.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/where.hpp"
#include "random/law.hpp"
#include "stock/refill.hpp"

#include <optional>
#include <string>

namespace restock {

struct ShelfRule {
  std::string name;
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  std::optional<Quantity> capacity;
  std::optional<Refill> refill;
  std::optional<TimeLaw> move_time;
  std::optional<Quantity> pack;

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at, "sites: a name, a glob or a list; default all");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.optional("capacity", self.capacity,
               "most units on the shelf; the rest of the stock is in the back room, where customers who see the shelf "
               "do not look");
    f.optional("refill", self.refill, "when somebody goes to refill the shelf");
    f.optional("move_time", self.move_time, "time from the call to the shelf being filled; left out: none");
    f.optional("pack", self.pack,
               "units of an outer pack: whole packs are moved, or all that is left (default 1) [units]");
    f.check(!self.capacity || *self.capacity >= 1, "capacity must be at least 1");
    f.check(!self.pack || *self.pack >= 1, "pack must be at least 1");
  }
};

}  // namespace restock
