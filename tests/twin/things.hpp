// What there is in the twin's world, and what is known of each thing. Private to the twin.
#pragma once

#include "twin/calendar.hpp"
#include "twin/port.hpp"
#include "twin/twin.hpp"

#include "demand/strips.hpp"
#include "engine/history.hpp"
#include "forecast/forecaster.hpp"
#include "random/draws.hpp"

#include <array>
#include <deque>
#include <list>
#include <map>
#include <set>

namespace restock::twin {

/// Something that waits in the queue of a stock point: a customer, another point's order, or a need for components.
struct Entry {
  enum class Of : std::uint8_t { customer, order, component } of = Of::customer;
  Quantity remaining = 0;
  Time since = 0;
  bool complete_only = false;

  OrderRow row{};  ///< of a customer: his life so far
  bool cohort = false;
  bool initial = false;  ///< waits since before the clock started
  Time promise = never;
  Quantity in_time = 0;   ///< units shipped by it
  Time told = never;      ///< the date he heard last
  double bears = 1.0;     ///< what is left of the discontent that he bears
  Time unheard = never;   ///< when he would leave if he heard nothing after his order
  Time patience = never;  ///< when his own patience is over
  Time limit = never;     ///< and when the seller's is
  Time until = never;     ///< when he leaves, as things are
  Time rises = never;     ///< when he comes before all classes, if he is still there
  bool risen = false;
  enum class Why : std::uint8_t {
    patience,
    seller,
    silence,
    slip,
    payment
  } why = Why::patience;  ///< whose end that is; in the order of the reasons in the record

  bool together = false;    ///< a line of an order that ships as a whole
  bool was_there = false;   ///< such a line that need not have waited
  Quantity off = 0;         ///< millionths that were off the price when he ordered
  std::uint32_t visit = 0;  ///< the one at which he joined

  std::uint32_t buyer = 0;  ///< of an order or a component: whose order
  std::uint64_t order = 0;  ///< and its number there
};

/// Units that neighbours gave for a customer, under way.
struct Called {
  Entry entry{};  ///< of the customer
  std::uint32_t stream = 0;
  bool left = false;  ///< he has gone, and the units are supply like any other
};

/// A customer at a visit, his first or a further one.
struct Guest {
  OrderRow row{};  ///< his life so far
  bool cohort = false;
  std::uint32_t visit = 0;    ///< 0: his first
  Quantity units = 0;         ///< that he wants now
  bool further_line = false;  ///< of an order that waits to ship together: what he is told is told of the first
};

/// An order of several lines, while one of them is under way.
struct OpenOrder {
  std::size_t lines = 0;  ///< that have not ended
  bool filled = true;     ///< all that have ended were
  bool on_time = true;
  std::vector<std::uint32_t> waiting{};  ///< of one that waits to ship together: the streams of its lines
};

/// How units are lost.
struct Loss {
  Quantity OrderFacts::*count = nullptr;
  Fact fact = Fact::lost_out_of_stock;
  Outcome outcome = Outcome::lost_out_of_stock;
};
constexpr Loss out_of_stock{&OrderFacts::lost_out_of_stock, Fact::lost_out_of_stock, Outcome::lost_out_of_stock};
constexpr Loss declined{&OrderFacts::lost_declined, Fact::lost_declined, Outcome::lost_declined};
constexpr Loss product_gone{&OrderFacts::lost_discontinued, Fact::lost_discontinued, Outcome::lost_discontinued};

/// Somebody who has been turned away and is to come again.
struct Away {
  Guest guest{};
  Loss loss{};           ///< if nobody tells him
  bool on_list = false;  ///< he waits for a notice
  Time reaction = 0;     ///< to it
  Time until = never;    ///< when he waits for it no longer
};

/// Goods on their way back from a customer.
struct SentGoods {
  Time due = 0;
  Quantity units = 0;
  Millionths off = 0;  ///< the price that he paid
  bool to_stock = true;
};

/// An open replenishment order of a point.
struct Order {
  std::uint64_t number = 0;
  std::uint32_t link = 0;  ///< 2^32 − 1: made here
  Time placed = 0;
  Time announced = 0;
  Quantity units = 0;
  Quantity undispatched = 0;  ///< made here: not yet received
  Quantity unstarted = 0;     ///< made here: units that wait for components
  Quantity received = 0;
  Quantity withdrawn = 0;
  Quantity lost = 0;    ///< came out bad
  bool in_mail = true;  ///< not yet received by the sender
};

struct Shipment {
  std::uint64_t id = 0;  ///< link << 32 | number on the link
  std::uint32_t link = 0;
  std::uint64_t order = 0;
  Quantity units = 0;
  Time announced = 0;
  bool initial = false;
  Time due = never;
  Time left = never;  ///< until it is due, while its lane is closed
  Time dispatched = 0;
  bool at_sea = false;  ///< sailed, to no port
  bool expedited = false;
  bool called = false;  ///< from neighbours, for a customer who has left
};

/// Something that happens to single units, to each with the same constant rate.
struct UnitClock {
  Wide exposure = 0;              ///< units × ticks since the clock's start
  Wide due = 0;                   ///< the exposure at which it happens next
  std::uint64_t falls = 0;        ///< how often it has
  std::uint64_t expectation = 0;  ///< which of the times expected so far is still expected
};

/// A receipt that is not on record yet.
struct Unposted {
  Time due = 0;
  Quantity units = 0;   ///< on order until then
  Quantity posted = 0;  ///< what will be put on record
  Time announced = 0;
};

struct Point {
  Quantity on_hand = 0;
  Quantity on_record = 0;
  Quantity on_order = 0;
  Quantity backlog = 0;
  Quantity customer_backlog = 0;
  Quantity waiting = 0;
  std::vector<std::list<Entry>> queues;  ///< of those who come first, then by class, the highest first
  static std::size_t place_of(std::uint8_t queue_class) { return std::size_t{queue_class} + 1; }
  std::deque<Guest> seen;  ///< customers who have not been served yet, where order_of_day names `serve`
  std::list<std::pair<std::uint32_t, std::uint64_t>> list;  ///< who wants to be told of stock: stream, number
  SpanSketch lateness;                                      ///< of receipts, after what was announced with the order
  std::map<std::uint64_t, Called> called;                   ///< by number
  std::uint64_t calls_made = 0;
  std::map<std::uint64_t, Order> orders;   ///< open ones, by number
  std::list<Shipment> inbound;             ///< in order of dispatch
  std::map<std::uint64_t, Shipment> made;  ///< made here and received within the instant
  std::uint64_t orders_placed = 0;
  std::uint64_t batches = 0;  ///< made here without a resource
  std::array<std::int64_t, 2> order_day{never, 0};
  Quantity to_withdraw = 0;
  Time next_review = never;
  std::uint64_t reviews = 0;  ///< of a script

  Time exposed_to = 0;  ///< the two clocks are counted up to here
  UnitClock shrinks;
  UnitClock hides;
  std::map<std::uint64_t, Time> misplaced;  ///< by number of the misplacement: when the unit comes to light
  std::list<Unposted> unposted;             ///< as they came in
  Quantity unposted_sales = 0;
  std::array<std::int64_t, 2> receipt_day{never, 0};
  Quantity findable() const { return on_hand - static_cast<Quantity>(misplaced.size()); }

  std::list<std::pair<Time, Quantity>> lots;  ///< of what is on hand, the oldest first: when they are too old, units
  Quantity shelf = 0;                         ///< what of it walk-in customers see, where there is a back room
  bool somebody_goes = false;
  bool held = false;  ///< until its release
  std::uint64_t calls = 0;
  Quantity back() const { return findable() - shelf; }

  int step = -1;           ///< of its mark-down, that is in force; -1: the full price
  std::vector<bool> said;  ///< by step: what was seen of its stock last

  Snapshot known{};                 ///< what the planner sees, where information is late
  std::deque<Snapshot> on_the_way;  ///< to him
  Time next_snapshot = never;
  Quantity placed = 0;  ///< units ordered so far

  Quantity asked = 0;    ///< units, by anybody, in the bucket of its planner's forecast
  Quantity refused = 0;  ///< the part of them that was lost

  std::array<std::int64_t, 2> count_day{never, 0};

  Time settled = 0;        ///< the integrals are counted up to here
  bool in_cycle = false;   ///< the first receipt or review has been
  bool was_short = false;  ///< in this cycle
  Quantity unserved = 0;   ///< units that joined the queue in this instant
  std::vector<Quantity> ordered_in_bucket;
  std::vector<Quantity> demanded_in_bucket;
};

/// What a planner remembers who forecasts.
struct Planner {
  Forecaster forecaster{};
  std::vector<double> memory;
  Quantity last = -1;        ///< units that he saw in the bucket before
  std::vector<double> past;  ///< and in all that he has seen
};

/// What is set anew where a stock point's levels are reviewed.
struct Levels {
  Policy policy{};
  LeadTimes leads{};
  Quantity changes = 0;
  std::uint32_t plan = 0;
};

/// Units of an order that an external supplier has set aside.
struct Part {
  enum class Of : std::uint8_t { held, rest, cancelled } of = Of::held;
  std::uint64_t order = 0;
  Quantity units = 0;
};

/// When a cause is active.
struct Cause {
  SpellWalk walk;
  int level = 0;
  Time since = 0;
  bool awaited = false;  ///< a threshold that has been passed
};

struct Link {
  std::uint64_t orders = 0;
  std::uint64_t shipments = 0;
  std::array<std::int64_t, 2> shipment_day{never, 0};
  Time last_arrival = -never;
  Quantity in_transit = 0;
  Time settled = 0;
  Time closed_since = never;
  std::map<std::uint64_t, Part> parts;  ///< by number
  std::uint64_t parts_made = 0;
  std::array<std::int64_t, 2> received_day{never, 0};
  std::array<std::int64_t, 2> expedited_day{never, 0};
  std::array<std::int64_t, 2> receipt_day{never, 0};  ///< shipments that came in
};

struct Job {
  std::uint32_t point = 0;
  std::uint64_t order = 0;
  Quantity units = 0;
  std::uint64_t nth = 0;
  Time production_time = 0;
  bool waits = true;
  bool on_line = false;
  Time line_time = 0;
  Time due = never;
  Time left = never;  ///< until it is due, while production is stopped
};

struct Resource {
  std::uint64_t arrived = 0;
  std::array<std::int64_t, 2> job_day{never, 0};
  std::uint32_t busy = 0;
  bool stopped = false;
  std::map<std::uint64_t, Job> jobs;  ///< waiting, on a line or in production, by number
};

struct Stream {
  std::uint64_t next = 0;  ///< number of the next customer
  BulkDraws gaps;
  Quantity reserved = 0;                               ///< of a channel: units that only its customers get
  std::map<Time, Quantity> copies{};                   ///< of a channel: what it may sell, by when customers see it
  std::set<std::pair<Time, std::uint64_t>> to_come{};  ///< of moving demand: all customers, written down at the start
  std::map<std::uint64_t, double> wishes{};            ///< of those who come for a price: how little they wish to
  std::map<std::uint64_t, Away> away{};                ///< by number
  Millionths goodwill = in_one;
  std::map<std::uint64_t, std::list<SentGoods>> coming_back{};  ///< by number
};

}  // namespace restock::twin
