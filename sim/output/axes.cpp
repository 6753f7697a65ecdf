#include "output/axes.hpp"

namespace restock {

namespace {

std::vector<std::uint32_t> places_of(const std::vector<std::string>& names, std::vector<std::string>& axis,
                                     std::map<std::string, std::uint32_t>& index) {
  std::vector<std::uint32_t> places;
  for (const std::string& name : names) {
    const auto [at, fresh] = index.try_emplace(name, static_cast<std::uint32_t>(axis.size()));
    if (fresh) axis.push_back(name);
    places.push_back(at->second);
  }
  return places;
}

}  // namespace

void Axes::add(const std::string& name, const Layout& layout, const Labels& labels) {
  alternatives.push_back(name);
  maps.push_back(place(layout, labels));
}

std::uint32_t Axes::place_of(std::pair<std::uint32_t, std::uint32_t> pair) {
  const auto at = [&](std::size_t i) { return std::pair{point_site[i], point_product[i]}; };
  const auto next = static_cast<std::uint32_t>(point_site.size());
  const bool goes_on = sorted_ == next && (next == 0 || at(next - 1) < pair);
  if (!goes_on) {
    std::uint32_t low = 0, high = sorted_;
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (at(middle) < pair)
        low = middle + 1;
      else
        high = middle;
    }
    if (low < sorted_ && at(low) == pair) return low;
    const auto [other, fresh] = others_.try_emplace(pair, next);
    if (!fresh) return other->second;
  } else {
    ++sorted_;
  }
  point_site.push_back(pair.first);
  point_product.push_back(pair.second);
  return next;
}

AlternativeMap Axes::place(const Layout& layout, const Labels& labels) {
  AlternativeMap map;
  map.site = places_of(labels.sites, sites, site_);
  const std::vector<std::uint32_t> product = places_of(labels.products, products, product_);
  const std::vector<std::uint32_t> segment = places_of(labels.segments, segments, segment_);
  const std::vector<std::uint32_t> lane = places_of(labels.lanes, lanes, lane_);
  map.point.reserve(layout.point_site.size());
  for (std::size_t p = 0; p < layout.point_site.size(); ++p)
    map.point.push_back(place_of({map.site[layout.point_site[p].index()], product[layout.point_product[p].index()]}));
  for (const PointId point : layout.stream_point) map.stream_point.push_back(map.point[point.index()]);
  for (const SegmentId id : layout.stream_segment) map.stream_segment.push_back(segment[id.index()]);
  for (const LaneId id : labels.link_lane) map.link_lane.push_back(static_cast<std::int32_t>(lane[id.index()]));
  std::vector<std::string> port_names;
  for (const SiteId site : layout.port_site) port_names.push_back(labels.sites[site.index()]);
  map.port = places_of(port_names, ports, port_);
  map.segment = segment;
  map.disruption = places_of(labels.causes, disruptions, disruption_);
  return map;
}

}  // namespace restock
