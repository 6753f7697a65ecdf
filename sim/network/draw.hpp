// Draws the network for people: sites in columns by echelon, lanes with their announced times. Read by `restock
// network`.
#pragma once

#include "network/network.hpp"

#include <string>

namespace restock {

/// Graphviz source; `dot -Tsvg` lays it out.
std::string draw_dot(const Scenario& scenario, const Network& network);
/// A picture laid out by ourselves, needing nothing else: readable on light and dark backgrounds.
std::string draw_svg(const Scenario& scenario, const Network& network);

}  // namespace restock
