// The seed and the replication: what every address of a draw begins with. For engine/ only.
#pragma once

#include "random/address.hpp"

#include <cstdint>

namespace restock {

struct Luck {
  std::uint64_t seed = 0;
  std::uint64_t replication = 0;
  Address at(std::uint64_t who, Purpose why, std::uint64_t nth) const { return {seed, replication, who, why, nth}; }
};

}  // namespace restock
