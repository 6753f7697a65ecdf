// What a cause does while it is active: the list of effects. To add one: one file in disruption/effect/, one line in
// the list, a kind in engine/cause_plan.hpp, and the line in compile/causes.cpp that says whom it concerns.
//
// Effects of several active causes on the same thing overlap freely: factors multiply, delays add, closures count.
#pragma once

#include "disruption/effect/berths_lost.hpp"
#include "disruption/effect/demand_lift.hpp"
#include "disruption/effect/dispatch_held.hpp"
#include "disruption/effect/information_frozen.hpp"
#include "disruption/effect/lane_closed.hpp"
#include "disruption/effect/lane_delay.hpp"
#include "disruption/effect/orders_cancelled.hpp"
#include "disruption/effect/orders_refused.hpp"
#include "disruption/effect/port_closed.hpp"
#include "disruption/effect/port_slowed.hpp"
#include "disruption/effect/production_slowed.hpp"
#include "disruption/effect/production_stopped.hpp"
#include "disruption/effect/sailings_blanked.hpp"
#include "disruption/effect/shipments_short.hpp"
#include "disruption/effect/shortage.hpp"
#include "disruption/effect/stock_lost.hpp"
#include "disruption/effect/yield_drop.hpp"

#include <variant>

namespace restock {

using Effect = std::variant<LaneDelay,          //
                            LaneClosed,         //
                            DispatchHeld,       //
                            OrdersRefused,      //
                            ProductionStopped,  //
                            ProductionSlowed,   //
                            MaterialShortage,   //
                            OrdersCancelled,    //
                            PortClosed,         //
                            PortSlowed,         //
                            BerthsLost,         //
                            SailingsBlanked,    //
                            InformationFrozen,  //
                            YieldDrop,          //
                            ShipmentsShort,     //
                            StockLost,          //
                            DemandLift>;

}  // namespace restock
