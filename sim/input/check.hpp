// The entries of `expect`: what a run shall show. Part of scenario.hpp. An entry is a text, `fill_rate at shop >=
// 0.95`, or a mapping with the same parts; both end up here.
#pragma once

#include "core/relation.hpp"
#include "core/where.hpp"
#include "input/report.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace restock {

struct Check {
  Where where;  ///< of the whole entry
  Reference metric;
  std::optional<Reference> at, product, in;                  ///< names or globs; not yet resolved
  std::optional<Reference> at_least, at_most, above, below;  ///< the bound as written: one of them

  std::size_t index = 0;  ///< of the metric in `metrics()`
  Relation relation = Relation::at_least;
  double bound = 0.0;  ///< in the metric's unit

  static void fields(auto& self, auto& f) {
    f.required("metric", self.metric, "what is looked at; `restock list metrics` names them");
    f.optional("at", self.at, "site, or a glob: each of them is checked; left out: everywhere");
    f.optional("product", self.product, "product, or a glob: each of them is checked; left out: all together");
    f.optional("in", self.in, "alternative, or a glob: each of them is checked; left out: the scenario as written");
    f.optional("at_least", self.at_least, "the metric shall not be below this; a number, with % or unit");
    f.optional("at_most", self.at_most, "the metric shall not be above this");
    f.optional("above", self.above, "the metric shall be above this");
    f.optional("below", self.below, "the metric shall be below this");
    f.check(int{self.at_least.has_value()} + int{self.at_most.has_value()} + int{self.above.has_value()} +
                    int{self.below.has_value()} ==
                1,
            "metric needs exactly one of at_least, at_most, above and below");
  }
};

/// `METRIC [at SITE] [product P] [in ALTERNATIVE] OP VALUE [UNIT]` into its parts. False after a complaint.
bool split_check(const Node& text, const Path& path, Report& report, Check& check);
/// The metric found and the bound read in its unit. False after a complaint.
bool settle_check(const Path& path, Report& report, Check& check);

/// `fill_rate at shop >= 95 %`, the bound as written.
std::string check_text(const Check& check, const std::string& site, const std::string& product);

}  // namespace restock
