// Numbers as JSON has them: what is not known is null. Used by what analysis/ writes as JSON.
#pragma once

#include "estimate/estimate.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstddef>
#include <optional>

namespace restock {

inline nlohmann::ordered_json number_json(const std::optional<double>& value) {
  return value && std::isfinite(*value) ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

/// `n` only where it is fewer than all replications.
inline nlohmann::ordered_json estimate_json(const Estimate& e, std::size_t replications) {
  nlohmann::ordered_json object{{"mean", number_json(e.mean)}, {"half_width", number_json(e.half_width)}};
  if (e.n < replications) object["n"] = e.n;
  return object;
}

}  // namespace restock
