// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/rules.hpp"
#include "core/where.hpp"

#include <string_view>

namespace restock {

struct ProductionStopped {
  static constexpr std::string_view name = "production_stopped";
  static constexpr std::string_view summary =
      "the lines stand still, and so does the time after them; choose it for breakdowns, power cuts and holidays";
  Selector at;
  WorkRule progress = WorkRule::kept;

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "suppliers or plants with production: a name, a glob or a list");
    f.optional("progress", self.progress,
               "kept: a job goes on where it stood; lost: a job on a line starts again from the beginning");
  }
};

}  // namespace restock
