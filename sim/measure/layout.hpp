// Which stock point belongs to which site and product, and what things cost: all that is needed to turn facts into
// measures. Filled while compiling; shared by all threads.
#pragma once

#include "core/id.hpp"
#include "core/shared_values.hpp"
#include "core/time.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace restock {

/// Money per unit (and per unit and tick) at one stock point.
struct PointRates {
  double holding = 0.0;   ///< per unit on hand and tick
  double ordering = 0.0;  ///< per replenishment order
  double ordering_per_unit = 0.0;
  double purchase = 0.0;            ///< per unit received from a supplier
  double backorder = 0.0;           ///< per customer unit waiting and tick
  double backorder_per_unit = 0.0;  ///< per customer unit that enters the queue
  double lost_margin = 0.0;         ///< per unit lost
  double cancel = 0.0;              ///< per unit cancelled
  double count = 0.0;               ///< per count of the stock point
  double move = 0.0;                ///< per move from the back room to the shelf
  double expedite = 0.0;            ///< per unit expedited
  double transship = 0.0;           ///< per unit called from another site
  double transship_call = 0.0;      ///< per call to one site
  double disposal = 0.0;            ///< per unit that was too old
  double taking_back = 0.0;         ///< per unit that a customer sends back
  double refund = 0.0;              ///< per unit that was paid for when it was ordered, and is cancelled
  double salvage = 0.0;             ///< revenue per unit left at the end of the product's life
  double price = 0.0;               ///< revenue per unit shipped to a customer
  double value = 0.0;               ///< value of a unit in stock, at cost
};

/// Money on one link.
struct LinkRates {
  double in_transit = 0.0;  ///< per unit on the way and tick
  double freight = 0.0;     ///< per unit
  double freight_per_shipment = 0.0;
};

struct Layout {
  Time length = 0;                   ///< of the measured window
  std::vector<std::uint32_t> order;  ///< in which stock points are summed: by component; empty: as they are numbered
  std::vector<SiteId> point_site;
  std::vector<ProductId> point_product;
  SharedValues<PointRates> point_rates;
  std::vector<PointId> stream_point;
  std::vector<SegmentId> stream_segment;
  std::vector<PointId> link_to;  ///< the receiver, which the link's freight and in-transit holding are charged to
  SharedValues<LinkRates> link_rates;
  std::vector<SiteId> port_site;
  std::vector<std::int64_t> port_berths;
  std::size_t sites = 0;
  std::size_t products = 0;
  std::size_t segments = 0;
  std::size_t first_surge = SIZE_MAX;    ///< segments from here on are customers whom surges brought
  std::size_t first_bargain = SIZE_MAX;  ///< and from here on whom reduced prices did
};

}  // namespace restock
