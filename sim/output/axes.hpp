// The axes of a result: labels of everything that its datasets run over. Alternatives may differ in what they contain,
// so each axis is the union over alternatives, in order of first appearance, and a map takes an alternative's own ids
// there.
#pragma once

#include "measure/detail.hpp"
#include "measure/labels.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace restock {

/// From one alternative's ids to places on the axes.
struct AlternativeMap {
  std::vector<std::uint32_t> site, point;                   ///< by SiteId, PointId
  std::vector<std::uint32_t> stream_point, stream_segment;  ///< by stream
  std::vector<std::uint32_t> segment;                       ///< by SegmentId
  std::vector<std::int32_t> link_lane;                      ///< by LinkId
  std::vector<std::uint32_t> port;                          ///< by PortId
  std::vector<std::uint32_t> disruption;                    ///< by cause
};

class Axes {
 public:
  /// Adds the next alternative.
  void add(const std::string& name, const Layout& layout, const Labels& labels);
  /// Places for everything that a variant contains, new ones at the end; for several variants of one alternative.
  AlternativeMap place(const Layout& layout, const Labels& labels);

  std::vector<std::string> alternatives, sites, products, segments, lanes, disruptions;
  std::vector<std::string> ports;                        ///< sites; not read back from a file
  std::vector<std::uint32_t> point_site, point_product;  ///< only pairs that exist
  std::vector<AlternativeMap> maps;                      ///< by alternative; empty when read from a file

  std::size_t points() const { return point_site.size(); }
  /// Groups that waits and samples are counted in at a level of detail.
  std::size_t groups(Detail detail) const {
    if (detail == Detail::total) return 1;
    return detail == Detail::site ? sites.size() : points();
  }

 private:
  using Index = std::map<std::string, std::uint32_t>;
  Index site_, product_, segment_, lane_, port_, disruption_;
  /// Of a (site, product), a new one at the end.
  std::uint32_t place_of(std::pair<std::uint32_t, std::uint32_t> pair);

  std::uint32_t sorted_ = 0;  ///< so many pairs come in ascending order, which those of the first alternative do
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> others_;
};

}  // namespace restock
