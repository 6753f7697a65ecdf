// Contracts between rooms: a broken one is a bug of ours, never of the user.
#pragma once

#include <stdexcept>
#include <string>

namespace restock {

/// Thrown when a contract or a conservation law is broken; `restock` reports it and exits with 1.
struct ContractBroken : std::logic_error {
  using std::logic_error::logic_error;
};

inline void require(bool holds, const char* what) {
  if (!holds) [[unlikely]]
    throw ContractBroken(what);
}

}  // namespace restock
