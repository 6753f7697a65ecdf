// Facts: integer tallies of what happened in one replication. They add; every measure is derived from them.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "core/wide.hpp"
#include "measure/information_facts.hpp"
#include "measure/port_facts.hpp"

#include <cstdint>

namespace restock {

/// What became of the cohort (customer orders that arrive in [start, start + length)) of one demand stream, in units.
/// demand = filled + shipped_from_backorder + sold_later + the three lost + the two cancelled + open at the end.
struct OrderFacts {
  Quantity orders = 0;          ///< customer orders, not units
  Quantity orders_filled = 0;   ///< the part of them that had all their units at once
  Quantity orders_on_time = 0;  ///< that had all of them at once or by their first promise
  Quantity demand = 0;
  Quantity filled = 0;
  Quantity shipped_from_backorder = 0;
  Quantity sold_later = 0;   ///< from stock, at a later visit of somebody to whom it was denied
  Quantity backordered = 0;  ///< flow: units that ever entered the queue
  Quantity oversold = 0;     ///< flow: the part of them that entered by a short pick
  Quantity lost_out_of_stock = 0;
  Quantity lost_declined = 0;
  Quantity lost_discontinued = 0;
  Quantity cancelled_by_customer = 0;
  Quantity cancelled_by_seller = 0;
  Quantity oversold_cancelled =
      0;  ///< units sold on the record, not there, and cancelled by the seller at once (in cancelled_by_seller)
  Quantity promised = 0;              ///< units whose first promise fell due, or that ended after it or shipped by it
  Quantity promise_kept = 0;          ///< the part of them shipped by the first promise
  Quantity cancelled_before_due = 0;  ///< promised units that left before the promise fell due: in neither of the two
  Quantity slip_units = 0;            ///< units shipped that had a first promise
  Wide wait = 0;                      ///< units × ticks from order to shipment, of units shipped from backorder
  Wide queue_time = 0;                ///< units × ticks in the queue, of all backordered units whatever their end
  Wide slip = 0;                      ///< units × ticks of (ship − first promise), signed

  Quantity open_at_end() const {
    return demand - filled - shipped_from_backorder - sold_later - lost_out_of_stock - lost_declined -
           lost_discontinued - cancelled_by_customer - cancelled_by_seller;
  }
  OrderFacts& operator+=(const OrderFacts& o) {
    orders += o.orders;
    orders_filled += o.orders_filled;
    orders_on_time += o.orders_on_time;
    demand += o.demand;
    filled += o.filled;
    shipped_from_backorder += o.shipped_from_backorder;
    sold_later += o.sold_later;
    backordered += o.backordered;
    oversold += o.oversold;
    lost_out_of_stock += o.lost_out_of_stock;
    lost_declined += o.lost_declined;
    lost_discontinued += o.lost_discontinued;
    cancelled_by_customer += o.cancelled_by_customer;
    cancelled_by_seller += o.cancelled_by_seller;
    oversold_cancelled += o.oversold_cancelled;
    promised += o.promised;
    promise_kept += o.promise_kept;
    cancelled_before_due += o.cancelled_before_due;
    slip_units += o.slip_units;
    wait += o.wait;
    queue_time += o.queue_time;
    slip += o.slip;
    return *this;
  }
  friend bool operator==(const OrderFacts&, const OrderFacts&) = default;
};

/// Time integrals (units × ticks) over the measured window [start, start + length) at one stock point.
struct StockIntegrals {
  Wide on_hand = 0;
  Wide on_record = 0;
  Wide on_order = 0;
  Wide backlog = 0;           ///< customers' and downstream sites' units
  Wide customer_backlog = 0;  ///< customers' units only
  Wide record_error = 0;      ///< |on record − on hand|
  Wide ready = 0;             ///< ticks with on hand > 0
  Wide phantom = 0;           ///< ticks with on record > 0 and on hand = 0

  StockIntegrals& operator+=(const StockIntegrals& o) {
    on_hand += o.on_hand;
    on_record += o.on_record;
    on_order += o.on_order;
    backlog += o.backlog;
    customer_backlog += o.customer_backlog;
    record_error += o.record_error;
    ready += o.ready;
    phantom += o.phantom;
    return *this;
  }
  friend bool operator==(const StockIntegrals&, const StockIntegrals&) = default;
};

/// Sums from which the sample variance of a bucketed series is derived.
struct SeriesMoments {
  std::int64_t buckets = 0;
  Quantity sum = 0;
  Wide sum_of_squares = 0;
  void add(Quantity x) {
    ++buckets;
    sum += x;
    sum_of_squares += widen(x, x);
  }
  friend bool operator==(const SeriesMoments&, const SeriesMoments&) = default;
};

/// What happened to the stock of one stock point in clock time within the measured window.
struct StockFacts {
  StockIntegrals integrals{};
  Quantity opening_on_hand = 0;  ///< physical units when the window opens
  Quantity closing_on_hand = 0;  ///< and when it closes
  Quantity received = 0;
  Quantity received_external = 0;     ///< from a supplier: units that purchase cost is paid for
  Quantity shipped_to_customers = 0;  ///< at arrival or from backorder, whoever the order belongs to
  Quantity shipped_downstream = 0;    ///< to other sites, or issued to a plant's production
  Quantity backordered = 0;           ///< customers' units that entered the queue in the window
  Quantity cancelled = 0;             ///< customers' units cancelled in the window, by either side
  Quantity lost = 0;                  ///< customers' units lost in the window
  Quantity shrunk = 0;                ///< units lost that nobody recorded: shrinkage and theft
  Quantity counts = 0;                ///< times the stock was counted
  Quantity record_adjusted = 0;       ///< |units| by which the record was corrected
  Quantity replenishment_orders = 0;  ///< orders placed
  Quantity replenishment_units = 0;   ///< units ordered
  Quantity supply_cancelled = 0;      ///< units ordered and withdrawn
  Quantity on_order_growth = 0;       ///< units ordered and not come in, at the end of the window less at its begin
  Quantity internal_demand = 0;       ///< units that other sites (or production) ordered here
  Quantity internal_filled = 0;       ///< the part of them shipped in the instant in which it was ordered
  std::int64_t cycles = 0;            ///< replenishment cycles completed
  std::int64_t cycles_without_shortage = 0;
  Wide lead_time = 0;            ///< units × ticks from placement to physical receipt
  Quantity lead_time_units = 0;  ///< units received that were ordered in the run (not those of the initial pipeline)
  SeriesMoments ordered{};       ///< per whole bucket: units ordered
  SeriesMoments demanded{};      ///< per whole bucket: units demanded here, lost included, by customers and sites
  friend bool operator==(const StockFacts&, const StockFacts&) = default;
};

/// What moved over one link (a lane for one product) within the measured window.
struct LinkFacts {
  Wide in_transit = 0;  ///< units × ticks on the way
  Quantity shipments = 0;
  Quantity units = 0;   ///< dispatched
  Quantity rolled = 0;  ///< units that a sailing left behind, each time
  friend bool operator==(const LinkFacts&, const LinkFacts&) = default;
};

/// Of one cause, in the window.
struct CauseFacts {
  Time active = 0;          ///< ticks in which it was active
  std::int64_t spells = 0;  ///< that began
  friend bool operator==(const CauseFacts&, const CauseFacts&) = default;
};

}  // namespace restock
