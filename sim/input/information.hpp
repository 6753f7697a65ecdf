// The section `information`: how late planners know what is recorded. Part of scenario.hpp.
#pragma once

#include "core/rules.hpp"
#include "core/time.hpp"
#include "core/where.hpp"

#include <optional>
#include <string>

namespace restock {

struct InformationRule {
  std::string name;
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  std::optional<Duration> delay;
  std::optional<Duration> every;
  std::optional<Duration> offset;
  std::optional<OwnOrders> own_orders;

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at, "sites: a name, a glob or a list; default all");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.optional("delay", self.delay,
               "age of the data when they come to whoever orders; left out: they are of the instant of the refresh");
    f.optional("every", self.every,
               "time from one refresh to the next (a nightly batch: 1 d); left out: refreshed for every review");
    f.optional("offset", self.offset, "time from `start` (modulo `every`) to a refresh");
    f.optional("own_orders", self.own_orders,
               "known: orders placed since are added to what the data say is on order (default); as_recorded: they are "
               "not, so the same shortage may be ordered for again");
    f.check(!self.every || self.every->ticks > 0, "every must be above 0");
    f.check(!self.delay || self.delay->ticks >= 0, "delay must not be negative");
    f.check(!self.offset || self.offset->ticks >= 0, "offset must not be negative");
  }
};

}  // namespace restock
