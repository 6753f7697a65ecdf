// A case made by hand is checked in a few replications.
#pragma once

#include "catch.hpp"
#include "laws/agree.hpp"

namespace restock::laws {

inline void check_agreement(const Draft& b) {
  State state;
  for (std::uint64_t replication = 0; replication < 3; ++replication) {
    INFO("replication " << replication);
    CHECK(disagreement(b, 11, replication, state) == "");
  }
}

}  // namespace restock::laws
