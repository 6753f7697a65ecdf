// Contracts between rooms: a broken one is a bug of ours, never of the user.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

namespace restock {

/// Thrown when a contract or a conservation law is broken; `restock` reports it and exits with 1.
struct ContractBroken : std::logic_error {
  using std::logic_error::logic_error;
};

/// A conservation law that does not hold, and at which stock point (by its number, if at one): whoever runs the model
/// knows the names.
struct LawBroken : ContractBroken {
  explicit LawBroken(const std::string& law, std::optional<std::uint32_t> at = std::nullopt)
      : ContractBroken(law), point(at) {}
  std::optional<std::uint32_t> point;
};

inline void require(bool holds, const char* what) {
  if (!holds) [[unlikely]]
    throw ContractBroken(what);
}

}  // namespace restock
