#include "campaign/picture.hpp"

#include "network/layout.hpp"
#include "network/picture.hpp"

#include <algorithm>

namespace restock {

namespace {

std::int8_t drawn_kind(SiteKind kind) {
  const auto found = std::find(drawn_kinds.begin(), drawn_kinds.end(), kind_name(kind));
  return static_cast<std::int8_t>(found - drawn_kinds.begin());
}

}  // namespace

DrawnNetwork drawn_network(const Scenario& scenario, const Network& network,
                           const std::vector<std::uint32_t>& site_places) {
  const Picture picture = picture_of(scenario, network);
  const std::vector<double> rows = rows_of(picture);
  DrawnNetwork drawn;
  for (std::size_t b = 0; b < picture.boxes.size(); ++b) {
    const Box& box = picture.boxes[b];
    drawn.boxes.push_back(
        {box.title, box.detail, drawn_kind(box.kind), static_cast<std::int32_t>(box.column), rows[b]});
    for (const std::uint32_t site : box.sites)
      drawn.sites.push_back({static_cast<std::int32_t>(site_places[site]), static_cast<std::int32_t>(b)});
  }
  for (const Arrow& arrow : picture.arrows)
    drawn.arrows.push_back({static_cast<std::int32_t>(arrow.from), static_cast<std::int32_t>(arrow.to), arrow.label()});
  return drawn;
}

}  // namespace restock
