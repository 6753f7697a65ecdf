// Causes as the engine eats them: when each is active, and what it does to links, production lines and ports while it
// is. Part of the Blueprint; made by compile/.
#pragma once

#include "core/rows.hpp"
#include "core/time.hpp"
#include "disruption/trigger.hpp"

#include <cstdint>

namespace restock {

/// What an active cause does to its target. A room that adds an effect adds a kind, and its rules to the law.
enum class EffectKind : std::uint8_t {
  lane_delay,          ///< link: transit · factor + add of what is dispatched meanwhile; flag: announced dates say so
  lane_closed,         ///< link: nothing moves, and goes on where it stood
  dispatch_held,       ///< link: nothing is dispatched
  orders_refused,      ///< link: no order can be placed over it
  production_stopped,  ///< resource: nothing is made; flag: what is on a line starts again
  production_slowed,   ///< resource: line times of jobs that start meanwhile are divided by factor
  shortage,            ///< external link: floor(factor · units) of an order go on, the rest waits; flag: is cancelled
  orders_cancelled,    ///< external link: an order is cancelled with probability factor, known after add
  port_closed,         ///< port: nobody berths, nothing is handled
  port_slowed,         ///< port: handling runs at factor
  berths_lost,         ///< port: add berths cannot be taken
  sea_delay,           ///< route: its sea leg, as lane_delay
  sea_closed,          ///< route: its vessels stand still at sea, as lane_closed
  sailings_blanked,    ///< route: no vessel sails
  information_frozen,  ///< stock point: its planner gets no new data
  yield_drop,          ///< resource: the yield of what is finished meanwhile is multiplied by factor
  shipments_short,  ///< external link: with probability chance floor(factor · units) arrive; flag: rest is cancelled
  stock_lost,       ///< stock point: as a spell begins the share factor of on hand goes; flag: off the record too
};

constexpr bool is_of_port(EffectKind kind) {
  return kind == EffectKind::port_closed || kind == EffectKind::port_slowed || kind == EffectKind::berths_lost;
}
constexpr bool is_of_route(EffectKind kind) {
  return kind == EffectKind::sea_delay || kind == EffectKind::sea_closed || kind == EffectKind::sailings_blanked;
}
constexpr bool is_of_resource(EffectKind kind) {
  return kind == EffectKind::production_stopped || kind == EffectKind::production_slowed ||
         kind == EffectKind::yield_drop;
}
constexpr bool is_of_point(EffectKind kind) {
  return kind == EffectKind::information_frozen || kind == EffectKind::stock_lost;
}
constexpr bool is_on_link(EffectKind kind) {
  return !is_of_port(kind) && !is_of_route(kind) && !is_of_resource(kind) && !is_of_point(kind);
}

struct EffectPlan {
  EffectKind kind = EffectKind::lane_delay;
  std::uint32_t cause = 0;   ///< index into Blueprint::causes
  std::uint32_t target = 0;  ///< a link, a resource, a port, a route or a stock point, as the kind says
  double factor = 1.0;
  Time add = 0;
  bool flag = false;
  double chance = 1.0;
};

/// Without effects it is only watched: a surge, whose effect is the demand that it brings.
struct CausePlan {
  std::uint64_t who = 0;  ///< addresses the draws of its spells: hash of `disruption/<name>`
  Trigger when = Always{};
  Rows effects{};  ///< into Blueprint::effects
  Rows watched{};  ///< into Blueprint::watched, of a threshold: stock points or ports
};

}  // namespace restock
