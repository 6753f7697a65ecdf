// Which lane an order of a stock point takes, where several lead there: the list of the family.
//
// `choose` may see what the planner is told of each lane, in the order of declaration; it returns one that takes
// orders, or `nobody`. A member that goes by shares is asked with a uniform draw instead.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <variant>

namespace restock {

/// What is known of one lane when an order is placed.
struct LaneView {
  bool accepts = true;     ///< takes orders
  bool runs = true;        ///< is open, and its sender sends and makes
  Time overdue = 0;        ///< how long the oldest order over it is past its announced date
  Time planned = 0;        ///< planned lead time
  Time quoted = 0;         ///< time until the order would be here, as announced
  double unit_cost = 0.0;  ///< freight of a unit of this order
};

inline constexpr std::size_t nobody = static_cast<std::size_t>(-1);

/// Of the lanes that run, else of those that at least take orders, the one of which `less` says so; of equals the
/// first.
template <class Less>
std::size_t least(std::span<const LaneView> lanes, Less less) {
  for (const bool must_run : {true, false}) {
    std::size_t best = nobody;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
      if (!lanes[i].accepts || (must_run && !lanes[i].runs)) continue;
      if (best == nobody || less(lanes[i], lanes[best])) best = i;
    }
    if (best != nobody) return best;
  }
  return nobody;
}

struct SourceByShare {
  static constexpr std::string_view name = "by_share";
  static constexpr std::string_view summary =
      "order by order by the lanes' shares; without shares the first written lane takes all; choose it for a contract "
      "that splits the volume";
  static constexpr bool by_share = true;
  static void fields(auto&, auto&) {}
};

struct SourcePrimary {
  static constexpr std::string_view name = "primary";
  static constexpr std::string_view summary =
      "the first written lane, and the next one while it refuses orders, is closed, its sender is down, or an order "
      "over it is late; choose it for a second supplier who is kept for emergencies";
  static constexpr bool by_share = false;
  std::optional<Duration> late_after;
  static void fields(auto& self, auto& f) {
    f.optional("late_after", self.late_after,
               "a lane is late when an order over it is this long past its announced date and not all here; left out: "
               "lateness is not looked at");
    f.check(!self.late_after || self.late_after->ticks >= 0, "late_after must not be negative");
  }
  std::size_t choose(std::span<const LaneView> lanes) const {
    if (late_after)
      for (std::size_t i = 0; i < lanes.size(); ++i)
        if (lanes[i].accepts && lanes[i].runs && lanes[i].overdue <= late_after->ticks) return i;
    return least(lanes, [](const LaneView&, const LaneView&) { return false; });
  }
};

struct SourceCheapest {
  static constexpr std::string_view name = "cheapest";
  static constexpr std::string_view summary =
      "the lane with the least freight for a unit of the order, freight_per_shipment shared among its units; choose it "
      "where time does not matter, or to send small orders another way than large ones";
  static constexpr bool by_share = false;
  static void fields(auto&, auto&) {}
  std::size_t choose(std::span<const LaneView> lanes) const {
    return least(lanes, [](const LaneView& a, const LaneView& b) { return a.unit_cost < b.unit_cost; });
  }
};

struct SourceFastest {
  static constexpr std::string_view name = "fastest";
  static constexpr std::string_view summary =
      "the lane with the least planned lead time; choose it for emergencies, with slower lanes for when it is closed";
  static constexpr bool by_share = false;
  static void fields(auto&, auto&) {}
  std::size_t choose(std::span<const LaneView> lanes) const {
    return least(lanes, [](const LaneView& a, const LaneView& b) { return a.planned < b.planned; });
  }
};

struct SourceQuoted {
  static constexpr std::string_view name = "quoted";
  static constexpr std::string_view summary =
      "the lane whose sender announces the earliest arrival: with what he has, what he expects, and announced delays; "
      "choose it where suppliers are asked before each order";
  static constexpr bool by_share = false;
  static void fields(auto&, auto&) {}
  std::size_t choose(std::span<const LaneView> lanes) const {
    return least(lanes, [](const LaneView& a, const LaneView& b) { return a.quoted < b.quoted; });
  }
};

using Sourcing = std::variant<SourceByShare, SourcePrimary, SourceCheapest, SourceFastest, SourceQuoted>;

inline bool goes_by_share(const Sourcing& sourcing) {
  return std::visit([](const auto& rule) { return std::remove_cvref_t<decltype(rule)>::by_share; }, sourcing);
}

}  // namespace restock
