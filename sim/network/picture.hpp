// What there is to draw, whatever the format: boxes in columns and arrows between them. Used by the drawings only.
#pragma once

#include "core/time.hpp"
#include "network/network.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace restock {

/// A site, or many sites alike: of one kind and echelon, between the same neighbours.
struct Box {
  std::string title;                 ///< `reno`, or `120 stores`
  std::string detail;                ///< what it holds, or supplies
  std::string members;               ///< all names, for a tooltip; empty for a single site
  std::vector<std::uint32_t> sites;  ///< of the scenario
  SiteKind kind = SiteKind::store;
  std::uint32_t column = 0;
};
/// The lanes from one box to another.
struct Arrow {
  std::uint32_t from = 0, to = 0;  ///< boxes
  Time least = 0, most = 0;        ///< mean transit of the lanes
  std::size_t lanes = 0;
  std::string label() const;  ///< `18 d`, `1 d to 3 d`
};
struct Picture {
  std::vector<Box> boxes;  ///< by column, then as declared
  std::vector<Arrow> arrows;
  std::uint32_t columns = 0;
};

/// Sites without stock and lanes without use are left out. More than `most_boxes` sites: those alike are drawn as one.
Picture picture_of(const Scenario& scenario, const Network& network, std::size_t most_boxes = 40);

std::string kind_name(SiteKind kind);

}  // namespace restock
