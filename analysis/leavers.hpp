// How long those waited whose orders were cancelled, by reason, for a terminal.
#pragma once

#include "output/reader.hpp"

#include <string>

namespace restock {

/// A line for each alternative and each reason for which anybody left; empty when nobody did, or the result is of a
/// version that did not tell.
std::string leavers_table(const ResultReader& reader);

}  // namespace restock
