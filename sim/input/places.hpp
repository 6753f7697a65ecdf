// The sections `products`, `sites` and `lanes`: what is sold, where it is kept and made, and how it moves. Part of
// scenario.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "core/where.hpp"
#include "disruption/spell.hpp"
#include "input/parts.hpp"
#include "input/ports.hpp"
#include "random/law.hpp"

#include <optional>
#include <string>
#include <vector>

namespace restock {

struct Product {
  std::string name;
  Where where;
  Money cost{};
  Money price{};
  std::string class_name;
  std::optional<Instant> discontinued;
  std::optional<Money> salvage;
  std::optional<Instant> listed;
  std::optional<Instant> release;
  std::optional<Instant> retired;

  static void fields(auto& self, auto& f) {
    f.optional("cost", self.cost, "purchase cost of a unit [money]; also the value of stock");
    f.optional("price", self.price, "sales price of a unit [money]");
    f.optional("class", self.class_name, "planner's class, for selectors (`class: A`)");
    f.optional("discontinued", self.discontinued,
               "from this instant on, demand for the product is lost as discontinued");
    f.optional("salvage", self.salvage,
               "what a unit brings that is left when the product is discontinued: stock is written off then, and what "
               "comes in later as it comes; left out: it stays [money]");
    f.optional("listed", self.listed,
               "from this instant on it can be ordered; before, demand is lost as discontinued; left out: always");
    f.optional(
        "release", self.release,
        "until this instant what is in stock is held: customers are only taken backorders of, with this date or a "
        "later one (presale); left out: nothing is held");
    f.optional(
        "retired", self.retired,
        "from this instant on nothing more is ordered of suppliers and no backorder is offered: what is there is "
        "sold, then demand is lost as discontinued; left out: never");
    f.check(!self.listed || !self.release || self.listed->ticks <= self.release->ticks,
            "release must not come before listed");
    f.check(!self.retired || !self.discontinued || self.retired->ticks <= self.discontinued->ticks,
            "retired must not come after discontinued");
    f.check(!self.salvage || self.discontinued, "salvage needs discontinued: when the product's life ends");
    f.check(self.cost.amount >= 0.0, "cost must not be negative");
    f.check(self.price.amount >= 0.0, "price must not be negative");
  }
};

/// What a plant needs for one unit of a product.
struct Component {
  Reference product;
  Quantity units = 1;
};
struct Recipe {
  Reference product;
  std::vector<Component> components;  ///< may be empty: made from nothing that is modelled
};

/// Breakdowns of production.
struct Downtime {
  TimeLaw up{};
  TimeLaw down{};
  WorkRule progress = WorkRule::kept;

  static void fields(auto& self, auto& f) {
    f.required("up", self.up, "time from a repair to the next breakdown");
    f.required("down", self.down, "time until it is repaired");
    f.optional("progress", self.progress, "whether work on a line is kept or lost");
    f.check(mean(self.down.law) >= 1.0, "down must not be 0");
  }
};

struct Site {
  std::string name;
  Where where;
  SiteKind kind = SiteKind::store;
  std::optional<Rate> capacity;  ///< supplier, plant: shared by all its products; none: unlimited
  int production_lines = 1;
  std::optional<TimeLaw> time_per_unit;    ///< instead of capacity: line time of each unit
  std::optional<TimeLaw> production_time;  ///< after the line (or at once), per order, without queueing
  PortRules port;                          ///< port only
  std::optional<ShareLaw> yield;           ///< per lot
  std::optional<Downtime> downtime;
  std::optional<Rate> packing;
  std::optional<Reference> calendar;
  std::vector<Recipe> makes;  ///< plant only: `makes: { chair: { leg: 4, seat: 1 } }`

  static void fields(auto& self, auto& f) {
    f.required("kind", self.kind, "supplier, plant, warehouse, store or port");
    f.optional("capacity", self.capacity,
               "supplier or plant: units per time of each production line, all products together; left out: unlimited");
    f.optional("production_lines", self.production_lines,
               "supplier or plant: parallel lines that orders queue for, first come first served");
    f.optional("time_per_unit", self.time_per_unit,
               "supplier or plant: line time of one unit, instead of capacity when it is random");
    f.optional("production_time", self.production_time,
               "supplier or plant: time from the end of the line to dispatch, per order, without queueing");
    f.optional("yield", self.yield,
               "supplier or plant: share of units that come out good: 95 % (each unit by its own luck), or a law from "
               "which each lot draws its own; bad units leave the order when they are made");
    f.optional("downtime", self.downtime,
               "supplier or plant: breakdowns that stop production: { up: LAW, down: LAW, progress: kept or lost }");
    f.optional("calendar", self.calendar,
               "working days: reviews, orders that come in and goods that arrive wait for the next one");
    f.optional(
        "packing", self.packing,
        "units per time that can be picked and packed for customers, one after another (200 per d); left out: at "
        "once");
    f.check(!self.packing || self.packing->per_tick > 0.0, "packing must be above 0");
    f.check(!self.packing || (self.kind != SiteKind::port && self.kind != SiteKind::supplier),
            "packing is for sites with customers");
    f.check(!self.calendar || self.kind != SiteKind::port, "calendar is not for ports: they close by closures");
    f.optional("makes", self.makes,
               "plant: what it makes, each with its bill of materials (units of component per unit made)");
    PortRules::fields(self.port, f);
    f.check(!(self.capacity && self.time_per_unit), "give capacity or time_per_unit, not both");
    f.check(!self.capacity || self.capacity->per_tick > 0.0, "capacity must be above 0");
    f.check(self.production_lines >= 1 && self.production_lines <= 10000,
            "production_lines must lie between 1 and 10000");
    f.check(self.production_lines == 1 || self.capacity || self.time_per_unit,
            "production_lines needs capacity or time_per_unit");
    f.check(self.kind == SiteKind::supplier || self.kind == SiteKind::plant ||
                !(self.capacity || self.time_per_unit || self.production_time || self.yield),
            "capacity, time_per_unit, production_time and yield belong to suppliers and plants");
    f.check(!self.yield || (self.yield->is_share() && mean(self.yield->law) >= 0.01),
            "yield must lie between 0 and 1, on average at least at 1 %");
    f.check(self.kind == SiteKind::port || !self.port.any(), "berths and what else describes a port belong to ports");
    f.check(self.kind != SiteKind::port || self.port.handling || self.port.crane_rate,
            "kind port needs handling or crane_rate: how long vessels stay at berth");
    f.check(!self.downtime || self.capacity || self.time_per_unit || self.production_time,
            "downtime needs production that can stop: capacity, time_per_unit or production_time");
    f.check(self.kind == SiteKind::plant || self.makes.empty(), "makes belongs to plants");
    f.check(self.kind != SiteKind::plant || !self.makes.empty(), "a plant needs makes: what it makes and from what");
  }
};

/// Some shipments come late, and nobody says so before.
struct Lateness {
  Share probability{};
  TimeLaw extra{};

  static void fields(auto& self, auto& f) {
    f.required("probability", self.probability, "share of shipments that are late");
    f.required("extra", self.extra, "by how much");
    f.check(self.probability.value >= 0.0 && self.probability.value <= 1.0, "probability must lie between 0 and 1");
  }
};

/// Some shipments bring less than their papers say.
struct ShortShipments {
  Share probability{};
  ShareLaw fill{};
  RestRule rest = RestRule::cancelled;

  static void fields(auto& self, auto& f) {
    f.required("probability", self.probability, "share of shipments that are short");
    f.required("fill", self.fill, "share of such a shipment that is there, in whole units, rounded down");
    f.optional("rest", self.rest, "cancelled: the rest leaves the order; late: it is sent again");
    f.check(self.probability.value > 0.0 && self.probability.value <= 1.0,
            "probability must lie above 0 and at most at 1");
    f.check(self.fill.is_share(), "fill must lie between 0 and 1");
    f.check(self.rest == RestRule::cancelled || self.probability.value < 1.0,
            "with rest late, probability must be below 1: a rest that is always short again never ends");
  }
};

struct Lane {
  std::string name;  ///< default `<from>-><to>`
  Where where;
  Reference from;
  Reference to;
  Selector product;        ///< which products it carries; default all
  std::string class_name;  ///< of product class; empty: any
  TimeLaw transit{};
  Planned planned = PlannedMean{};
  std::optional<Lateness> late;
  std::optional<ShortShipments> shortfall;
  Duration order_delay{};
  bool crossing = true;
  bool partial = true;
  bool parcels = false;
  int priority = 0;
  Quantity critical_level = 0;
  std::optional<Share> share;
  Money freight{};
  Money freight_per_shipment{};
  std::optional<MoneyRate> in_transit;
  std::optional<Reference> via;
  std::optional<TimeLaw> inland;
  std::optional<SailingSchedule> sailings;
  std::optional<Reference> calendar;

  /// Whether it is more than a transit time.
  bool has_route() const { return via.has_value() || sailings.has_value(); }

  static void fields(auto& self, auto& f) {
    f.required("from", self.from, "site that ships");
    f.required("to", self.to, "site that receives");
    f.optional("product", self.product, "products carried: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.required("transit", self.transit, "time from dispatch to receipt; with via or sailings: at sea");
    f.optional("planned", self.planned,
               "announced transit time, which quotes are made of: mean, quantile(0.9), or a duration");
    f.optional("late", self.late,
               "shipments (vessels, where the lane has sailings) that come late unannounced: { probability: 10 %, "
               "extra: LAW }; `planned` knows nothing of it");
    f.optional("short", self.shortfall,
               "from a supplier: shipments that bring less than announced, which is seen at receipt: { probability: 5 "
               "%, fill: uniform(70 %, 1), rest: cancelled or late }");
    f.optional("order_delay", self.order_delay, "time from placing an order to its arrival at the sender");
    f.optional("crossing", self.crossing, "whether a later shipment may overtake an earlier one");
    f.optional("partial", self.partial,
               "whether the sender may ship an order in parts; if not, the whole order waits until it can be shipped "
               "complete");
    f.optional(
        "parcels", self.parcels,
        "whether every unit is a shipment of its own, with a transit time of its own: parcels, cars, drop shipping");
    f.optional("priority", self.priority,
               "class 0 to 15 of these orders in the sender's queue; a higher class is served first");
    f.optional("critical_level", self.critical_level,
               "from a site with stock: these orders are served only as far as more than this is available at the "
               "sender [units]");
    f.optional("share", self.share,
               "share of the receiver's orders that take this lane, drawn order by order; left out on all lanes into a "
               "site: the first written lane takes all");
    f.optional("freight", self.freight, "cost of moving one unit [money]");
    f.optional("freight_per_shipment", self.freight_per_shipment, "cost of one shipment [money]");
    f.optional("in_transit", self.in_transit,
               "holding cost of a unit on the way; default: the sender's holding rate, 0 from a supplier");
    f.optional("via", self.via, "port that the vessels call at: transit, berth, yard, inland");
    f.optional("inland", self.inland, "time from the port's yard to the receiver");
    f.optional("sailings", self.sailings,
               "timetable of the lane's vessels, which carry all its products: every, first, capacity, missed; left "
               "out: every shipment is a vessel of its own and leaves at once");
    f.optional("calendar", self.calendar,
               "working days of the carrier: transit counts time on them only, so that 5 d are five working days");
    f.check(!self.calendar || !self.has_route(),
            "calendar is for plain lanes: vessels sail by their timetable, and ports close by closures");
    f.check(self.via || !self.inland, "inland needs via");
    f.check(!self.shortfall || mean(self.transit.law) >= static_cast<double>(minute),
            "short needs a transit of at least 1 min: what is missing is ordered or sent again at once");
    f.check(self.crossing || !self.has_route(),
            "crossing false is for plain lanes: at sea and in a port's yard later goods may come first");
    f.check(!self.parcels || !self.has_route(), "parcels are for lanes without via and sailings");
    f.check(self.priority >= 0 && self.priority <= 15, "priority must lie between 0 and 15");
    f.check(self.critical_level >= 0, "critical_level must not be negative");
    f.check(self.freight.amount >= 0.0 && self.freight_per_shipment.amount >= 0.0, "freight must not be negative");
    f.check(self.order_delay.ticks >= 0, "order_delay must not be negative");
    f.check(!self.share || (self.share->value >= 0.0 && self.share->value <= 1.0), "share must lie between 0 and 1");
  }
};

}  // namespace restock
