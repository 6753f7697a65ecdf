// Typed indices: an index of one array cannot be used in another.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace restock {

template <class Tag>
struct Id {
  std::uint32_t value = std::numeric_limits<std::uint32_t>::max();

  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}
  constexpr std::size_t index() const { return value; }
  constexpr bool valid() const { return value != std::numeric_limits<std::uint32_t>::max(); }
  friend constexpr auto operator<=>(Id, Id) = default;
};

using SiteId = Id<struct SiteTag>;
using ProductId = Id<struct ProductTag>;
using PointId = Id<struct PointTag>;      ///< a stock point: one product at one site
using StreamId = Id<struct StreamTag>;    ///< one demand stream at one stock point
using SegmentId = Id<struct SegmentTag>;  ///< the demand entry a stream was written as
using LinkId = Id<struct LinkTag>;        ///< a lane for one product
using LaneId = Id<struct LaneTag>;
using CalendarId = Id<struct CalendarTag>;  ///< working days
using ResourceId = Id<struct ResourceTag>;  ///< production lines of a supplier or plant
using OrderId = Id<struct OrderTag>;        ///< a replenishment order
using ShipmentId = Id<struct ShipmentTag>;

}  // namespace restock
