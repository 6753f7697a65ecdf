// What the engine remembers of causes while it runs: which are active, what stands still, what waits at a supplier.
// Empty unless the blueprint has causes. Private to engine/.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "disruption/trigger.hpp"
#include "engine/day_counter.hpp"
#include "measure/facts.hpp"

#include <cstdint>
#include <vector>

namespace restock {

/// A spell that has begun; `end` is never until it is over.
struct PastSpell {
  Time begin = 0;
  Time end = never;
};

struct CauseState {
  SpellWalk walk;
  int level = 0;  ///< of the spell that is on; 0: not active
  Time since = 0;
  CauseFacts facts{};
  bool awaited = false;         ///< the limit of a threshold has been passed, and it has not begun yet
  std::vector<PastSpell> past;  ///< in order; only where a ledger is kept
};

/// A shipment on a lane that can be closed. While the lane is closed, `due` is as if it opened again at once.
struct Moving {
  std::uint32_t shipment = 0;
  std::uint64_t number = 0;  ///< on its link
  Time due = never;
  Time dispatched = 0;
};
struct LaneState {
  Time stopped = never;  ///< since when nothing moves
  std::vector<Moving> moving;
};

/// Units of an order that an external supplier has and has not begun to send.
enum class Fate : std::uint8_t { held, rest, cancelled };
struct Parcel {
  std::uint32_t order = 0;
  Quantity units = 0;
  std::uint64_t number = 0;  ///< of the link's parcels
  Fate fate = Fate::held;
};
struct SupplierState {
  std::vector<Parcel> parcels;  ///< oldest first
  std::uint64_t made = 0;
  DayCounter received{};  ///< orders
};

/// A job in progress on lines that can stop. While they are stopped, `due` is as if they went on at once.
struct Running {
  std::uint32_t job = 0;
  Time due = never;
  Time line_time = 0;
  bool on_line = false;
};
struct ProductionState {
  Time stopped = never;
  std::vector<Running> running;
};

struct Disruptions {
  std::vector<CauseState> causes;
  std::vector<std::vector<std::uint32_t>> of_link;  ///< effects on each link, in declaration order
  std::vector<std::vector<std::uint32_t>> of_resource;
  std::vector<std::vector<std::uint32_t>> of_port;
  std::vector<std::vector<std::uint32_t>> of_route;
  std::vector<LaneState> lanes;             ///< by link
  std::vector<SupplierState> suppliers;     ///< by link
  std::vector<ProductionState> production;  ///< by resource
};

}  // namespace restock
