// Everything that changes during a replication. One State per worker: sized once, reset per replication.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "engine/basket_state.hpp"
#include "engine/calendar.hpp"
#include "engine/call_state.hpp"
#include "engine/cursor.hpp"
#include "engine/customer_state.hpp"
#include "engine/day_counter.hpp"
#include "engine/disruption_state.hpp"
#include "engine/echelon_state.hpp"
#include "engine/expediting_state.hpp"
#include "engine/feed.hpp"
#include "engine/forecast_state.hpp"
#include "engine/information_state.hpp"
#include "engine/level_state.hpp"
#include "engine/lots.hpp"
#include "engine/markdown_state.hpp"
#include "engine/packing_state.hpp"
#include "engine/pool.hpp"
#include "engine/port_state.hpp"
#include "engine/promise_state.hpp"
#include "engine/rationing_state.hpp"
#include "engine/record_state.hpp"
#include "engine/things.hpp"
#include "measure/record.hpp"
#include "script/script.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace restock {

/// Events of a point of which there is at most one per instant: which are pending, and in which instant.
struct Pending {
  Time tick = never;
  std::uint32_t kinds = 0;

  bool has(EventKind kind, Time now) const { return tick == now && (kinds & bit(kind)) != 0; }
  void add(EventKind kind, Time now) {
    if (tick != now) *this = {now, 0};
    kinds |= bit(kind);
  }
  void remove(EventKind kind, Time now) {
    if (tick == now) kinds &= ~bit(kind);
  }

 private:
  static constexpr std::uint32_t bit(EventKind kind) { return 1U << static_cast<unsigned>(kind); }
};

struct StreamState {
  Time next = never;  ///< arrival of customer `number`
  std::uint64_t number = 0;
};

struct PointState {
  Quantity on_hand = 0;
  Quantity on_record = 0;
  Quantity on_order = 0;
  Quantity backlog = 0;
  Quantity customer_backlog = 0;
  Time next_arrival = never;
  Time next_deadline = never;
  Time wake = never;           ///< tick of the one valid wake-up
  Time served_to = INT64_MIN;  ///< of the last customer of the tight loop: nobody may look at the levels before
  Quantity wake_units = 0;     ///< `demanded` just before the customer of the wake-up
  Quantity demanded = 0;       ///< units of all candidates so far
  Time bucket_end = never;
  Quantity bucket_demanded = 0;
  Quantity bucket_ordered = 0;
  std::uint64_t orders = 0;
  Time short_at = never;  ///< instant whose unserved units are not yet known to stay unserved
  Quantity short_units = 0;
  Pending pending{};
  std::uint32_t first_queue = 0;
  std::uint32_t oldest_order = none;
  std::uint32_t youngest_order = none;
  std::uint32_t first_inbound = none;
  std::uint32_t last_inbound = none;
  std::uint32_t deadlines = none;  ///< its heap in State::deadlines; none: nobody's patience ends
  bool in_cycle = false;           ///< the first receipt or review has been
  bool was_short = false;          ///< since the current cycle began
  bool deadline_wakes = false;     ///< a deadline can have an effect outside
  bool watches_record = false;     ///< its stock or its record do not simply follow what is shipped
  bool hides_stock = false;        ///< some of what is here may not be found
  bool posts_late = false;         ///< the record follows later
  bool publishes = false;          ///< some channel sells from copies
  bool two_places = false;         ///< a shelf and a back room
  bool sees_old_data = false;      ///< the planner does, so he does not act between refreshes
  bool reduced = false;            ///< the price is
  bool held = false;               ///< until the product's release
  bool runs_ahead = false;         ///< its customers may be served before their time (ahead.hpp)
  bool each_customer = false;      ///< any customer here may have an effect outside: each gets an event of his own
  bool pulled_alone = false;       ///< customers and deadlines are all there is to pull, and only here
  bool continuous = false;         ///< its policy acts when the position falls
  bool limits_supply = false;      ///< it acts when stock moves on
  std::uint8_t first_class = 0;    ///< place of the highest class among its queues: 1 where old orders come first

  /// Whether some of those who wait are other sites, or production.
  bool has_internal_entries() const { return backlog > customer_backlog; }
};

/// Stock points that are pulled as one, since what customers of one write those of another read.
struct PulledGroup {
  std::vector<std::uint32_t> points;  ///< in their order
  bool calls = false;                 ///< somebody's customer may take units of another
};

/// Of a stock point in two places.
struct ShelfState {
  Quantity units = 0;                         ///< on the shelf; what can be found besides is in the back room
  Time due = never;                           ///< when the refill that was called for is done
  Time next_round = never;                    ///< when somebody looks in any case
  std::uint64_t calls = 0;                    ///< for refills
  std::uint64_t held_by = ~std::uint64_t{0};  ///< the event that called: nobody moves before it is over
};

struct LinkState {
  std::uint64_t shipments = 0;
  Quantity in_transit = 0;
  DayCounter dispatches{};
};

struct ResourceState {
  std::uint32_t head = none;  ///< jobs waiting for a line
  std::uint32_t tail = none;
  std::uint32_t busy = 0;
  std::uint64_t jobs = 0;
  DayCounter arrivals{};
};

/// What only some stock points or links need: a table is empty unless the blueprint has a use for it, so that nobody
/// else pays. Whatever is added to the engine and not used by everybody belongs here.
struct SideTables {
  std::vector<WaitingRoom> waiting;                    ///< by point; `serve` is named
  std::vector<std::vector<std::uint32_t>> on_the_way;  ///< by point, shipments as dispatched; some can be withdrawn
  std::vector<Quantity> to_withdraw;                   ///< by point; somewhere a cancellation withdraws supply
  std::vector<Quantity> pipeline_left;                 ///< by point, initial supply not yet received; there is some
  std::vector<std::uint8_t> keeps_inbound;             ///< by point, whether somebody orders by what is announced to it
  std::vector<ExpeditingState> expediting;             ///< by point; somebody expedites
  std::vector<DayCounter> expedited;                   ///< by link; likewise
  std::vector<Lots> lots;                              ///< by point; somewhere stock does not last
  MarkdownTables markdown;                             ///< somebody reduces prices
  std::vector<DayCounter> sourcing;                    ///< by point; one has several sources
  std::vector<std::uint64_t> mailed;                   ///< by link, orders sent; some take time to reach the sender
  std::vector<Time> last_arrival;                      ///< by link; somewhere shipments do not overtake
  std::vector<std::uint32_t> feed_of;                  ///< by stream, into feeds, or none; some demand moves
  std::vector<Feed> feeds;
  std::vector<RecordState> records;        ///< by point; somewhere a record goes wrong or is counted
  std::vector<HiddenStock> hidden;         ///< by point; somewhere stock is misplaced
  std::vector<ShelfState> shelves;         ///< by point; somewhere there is a shelf and a back room
  std::vector<DayCounter> counts;          ///< by point; somewhere stock is counted
  std::vector<Unposted> unposted;          ///< by point; somewhere the record follows later
  std::vector<std::uint32_t> look_alikes;  ///< by point, into Blueprint::look_alikes, or none; there are some
  std::vector<std::uint32_t> group_of;     ///< by point, into groups, or none; some points are pulled as one
  std::vector<PulledGroup> groups;
  PackingTables packing;                      ///< somewhere goods for customers are packed
  BasketTables baskets;                       ///< some orders have several lines
  CustomerTables customers;                   ///< some come again, stay away, send goods back
  CallTables calls;                           ///< some points call units from others
  std::vector<Listing> listings;              ///< by stream; somewhere a channel sells from copies
  std::vector<RationState> rations;           ///< by point; somewhere stock is kept from somebody
  std::vector<ReserveState> reserves;         ///< by stream; somewhere stock is kept for a channel
  std::vector<DayCounter> receipts;           ///< by point; somewhere receipts are miscounted
  std::vector<DayCounter> deliveries;         ///< by link; somewhere shipments come short
  std::vector<InformationState> information;  ///< by point; somewhere the planner sees old data
  std::vector<Snapshot> snapshots;            ///< that are on their way to planners
  std::vector<Script> scripts;                ///< as Blueprint::programs
  std::vector<std::uint64_t> asked;           ///< by point, times its script was; there are some
  std::vector<std::uint32_t> joint;           ///< by point, into Blueprint::joint_groups, or none; there are some
  EchelonTables echelons;                     ///< some policy watches its echelon
  std::vector<std::uint32_t> forecast_of;     ///< by point, into forecasts, or none; somebody forecasts
  std::vector<ForecastState> forecasts;       ///< by Blueprint::forecasts
  std::vector<double> forecast_memory;        ///< what their methods have learnt
  std::vector<double> past_buckets;           ///< what they have seen lately, where levels look back
  std::vector<std::uint32_t> level_of;        ///< by point, into levels, or none; somewhere levels are set by rules
  std::vector<LevelState> levels;             ///< by Blueprint::level_plans
  bool tells = false;                         ///< somebody is told news, or minds silence
  bool reassesses = false;                    ///< some seller looks again at his limit
  bool overtakes = false;                     ///< some orders come first once they are old
  std::vector<PromiseState> promises;         ///< by entry, of customers; tells, reassesses or overtakes
  PromiseFacts nobodys_promises{};            ///< of those who are not of the cohort
};

struct State {
  std::vector<PointState> points;
  std::vector<StreamState> streams;
  std::array<Gaps, 16> gaps;  ///< lent to streams by their numbers
  std::vector<LinkState> links;
  std::vector<ResourceState> resources;
  std::vector<StockFacts> stock_facts;  ///< by point; handed to the Record at the end, as are the next two
  std::vector<OrderFacts> order_facts;  ///< by stream
  std::vector<LinkFacts> link_facts;
  std::vector<ShelfFacts> shelf_facts;        ///< by point; empty where nobody has a back room
  std::vector<LossFacts> loss_facts;          ///< by point; empty where nothing can be lost so
  std::vector<ErrorFacts> error_facts;        ///< by point; empty where nobody's record has such errors
  std::vector<PromiseFacts> promise_facts;    ///< by stream; empty where promises do not move
  std::vector<CustomerFacts> customer_facts;  ///< by stream; empty where nobody comes again, stays away or is kept on
  std::vector<ExtraFacts> extra_facts;        ///< by point; empty where nobody asks for one of them
  std::vector<Queue> queues;
  SideTables side;
  Seas seas;
  Disruptions disruptions;
  Calendar calendar;
  Pool<Entry> entries;
  std::uint32_t lives = 0;
  std::uint64_t untimed_jobs = 0;
  Pool<Order> orders;
  Pool<Shipment> shipments;
  Pool<Inbound> inbound;
  Pool<Job> jobs;
  Pool<OrderRow> open_rows;
  std::vector<std::vector<Deadline>> deadlines;  ///< heaps, lent to points while somebody's patience can end there
  std::vector<std::uint32_t> idle_deadlines;     ///< heaps that no point has
  std::vector<ClosedOrder> closed_orders;        ///< since the last barrier
  std::vector<OrderRow> closed_rows;             ///< of those of them that have one
  std::vector<ReplenishmentRow> closed_replenishments;
  std::vector<PromiseRow> told_rows;
  std::vector<Quantity> total_demanded;  ///< by bucket, over all points
  std::vector<Quantity> total_ordered;
};

}  // namespace restock
