// What happened at one port within the measured window. Adds over ports; part of measure/facts.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/wide.hpp"

namespace restock {

/// Vessels of ours (`calls`) and of others share the berths. Arrivals = diverted + berthed + growth of the queue.
struct PortFacts {
  Quantity calls = 0;             ///< vessels of ours that arrived
  Quantity background_calls = 0;  ///< other people's
  Quantity diverted = 0;          ///< went elsewhere: sent on, turned away or out of patience
  Quantity berthed = 0;
  Quantity waits = 0;   ///< waits at anchor that ended, by berthing or by giving up; most last no time
  Quantity waited = 0;  ///< those that lasted
  Wide wait = 0;        ///< ticks at anchor of all whose wait ended
  Quantity waits_of_ours = 0;
  Wide wait_of_ours = 0;
  Quantity units = 0;          ///< ours, unloaded
  Quantity opening_queue = 0;  ///< vessels at anchor when the window opens
  Quantity closing_queue = 0;  ///< and when it closes
  Wide queue = 0;              ///< vessels at anchor × ticks
  Wide busy = 0;               ///< berths taken × ticks
  Wide yard = 0;               ///< units in the yard × ticks
  Wide berths_out = 0;         ///< berths that could not be taken × ticks: lost, or all while the port is shut
  Wide empty = 0;              ///< ticks with no vessel in port
  Wide full = 0;               ///< ticks with as many vessels in port as berths, or more

  PortFacts& operator+=(const PortFacts& o) {
    calls += o.calls;
    background_calls += o.background_calls;
    diverted += o.diverted;
    berthed += o.berthed;
    waits += o.waits;
    waited += o.waited;
    wait += o.wait;
    waits_of_ours += o.waits_of_ours;
    wait_of_ours += o.wait_of_ours;
    units += o.units;
    opening_queue += o.opening_queue;
    closing_queue += o.closing_queue;
    queue += o.queue;
    busy += o.busy;
    yard += o.yard;
    berths_out += o.berths_out;
    empty += o.empty;
    full += o.full;
    return *this;
  }
  friend bool operator==(const PortFacts&, const PortFacts&) = default;
};

}  // namespace restock
