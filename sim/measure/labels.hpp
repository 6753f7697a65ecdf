// Names for what the layout numbers: used only where results meet people. Filled while compiling.
#pragma once

#include "core/id.hpp"
#include "measure/detail.hpp"
#include "measure/layout.hpp"

#include <string>
#include <vector>

namespace restock {

struct Labels {
  std::vector<std::string> sites;     ///< by SiteId: all sites as declared, suppliers too
  std::vector<std::string> products;  ///< by ProductId
  std::vector<std::string>
      segments;  ///< by SegmentId: demand entries, then their surges as `entry/surge`, lifts and mark-downs
  std::vector<std::string> lanes;   ///< by LaneId
  std::vector<std::string> causes;  ///< disruptions, downtimes, surges; as Record::causes
  std::vector<LaneId> link_lane;    ///< by LinkId
  std::vector<ProductId> link_product;

  /// `site/product`, as messages and ledgers write a stock point.
  std::string point(const Layout& layout, PointId at) const {
    return sites[layout.point_site[at.index()].index()] + "/" + products[layout.point_product[at.index()].index()];
  }
};

}  // namespace restock
