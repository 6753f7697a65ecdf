// The identity of this build's arithmetic. Every result file stores it; merge and resume refuse to mix two of them.
#pragma once

#include <cstdint>

namespace restock {

/// A hash of 1,000 reference draws per distribution and of 1,000 exponential gaps, at fixed addresses. Takes about a
/// millisecond. It changes only when a sampler or our own mathematics change.
std::uint64_t numerics_id();

}  // namespace restock
