// The section `expediting`: goods on the way that are moved to a faster carrier. Part of scenario.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "core/where.hpp"
#include "random/law.hpp"

#include <optional>
#include <string>

namespace restock {

struct ExpeditingRule {
  std::string name;
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  std::optional<Quantity> below;
  std::optional<Duration> cover;
  std::optional<bool> promises;
  std::optional<TimeLaw> time;
  std::optional<Duration> every;
  std::optional<Duration> first;

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at, "sites whose goods on the way may be expedited: a name, a glob or a list; default all");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.optional("below", self.below,
               "units are expedited while fewer than this are on record less backlog, with those that have been "
               "expedited and are not here yet [units]");
    f.optional("cover", self.cover, "instead of below: the mean demand of so long, rounded up to whole units");
    f.optional("promises", self.promises,
               "instead of below, true: as many units as customers wait for who would have theirs after the date they "
               "were told last");
    f.optional("time", self.time,
               "how long an expedited unit takes from then to receipt; it is announced for the mean");
    f.optional("every", self.every, "how often somebody looks; left out: every day");
    f.optional("first", self.first, "time from `start` (modulo `every`) to a look");
    f.check(!(self.below && self.cover), "below or cover may be stated, not both");
    f.check(!self.promises.value_or(false) || !(self.below || self.cover),
            "below or cover, or promises may be stated, not both");
    f.check(!self.cover || self.cover->ticks >= 0, "cover must not be negative");
    f.check(!self.every || self.every->ticks > 0, "every must be above 0");
    f.check(!self.first || self.first->ticks >= 0, "first must not be negative");
  }
};

}  // namespace restock
