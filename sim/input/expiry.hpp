// The section `expiry`: stock that does not last. Part of scenario.hpp.
#pragma once

#include "core/rules.hpp"
#include "core/time.hpp"
#include "core/where.hpp"

#include <optional>
#include <string>

namespace restock {

struct ExpiryRule {
  std::string name;
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  std::optional<Duration> life;
  std::optional<IssueRule> issue;
  std::optional<bool> recorded;

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at, "sites: a name, a glob or a list; default all");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.optional("life", self.life, "time from receipt here until a unit is too old and leaves the stock");
    f.optional("issue", self.issue,
               "oldest_first: units leave in the order in which they came (default); newest_first: customers pick the "
               "fresh ones");
    f.optional("recorded", self.recorded,
               "whether what is too old leaves the record too (default); if not, it is found at a count");
    f.check(!self.life || self.life->ticks > 0, "life must be above 0");
  }
};

}  // namespace restock
