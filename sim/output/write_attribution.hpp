// Puts what outcomes were put down to into /attribution, and reads it back. Used by the writer and by analysis/.
#pragma once

#include "output/attribution.hpp"
#include "output/builder.hpp"
#include "output/reader.hpp"

#include <optional>

namespace restock {

void put_attribution(Builder& file, const Attribution& found);

/// None where the result has no attribution. Throws ResultError.
std::optional<Attribution> read_attribution(const ResultReader& result);

}  // namespace restock
