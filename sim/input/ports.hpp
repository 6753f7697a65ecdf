// Ports and sailings as they are written: parts of sites and of lanes.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "core/where.hpp"
#include "demand/arrivals/poisson.hpp"
#include "demand/arrivals/renewal.hpp"
#include "disruption/trigger.hpp"
#include "random/law.hpp"

#include <optional>
#include <variant>

namespace restock {

struct YardRules {
  Quantity capacity = unlimited;
  std::optional<TimeLaw> dwell;
  std::optional<TimeLaw> customs;

  static void fields(auto& self, auto& f) {
    f.optional("capacity", self.capacity, "units that fit; a vessel keeps its berth until its cargo does");
    f.optional("dwell", self.dwell, "time of a shipment in the yard before customs");
    f.optional("customs", self.customs, "time of a shipment in customs");
    f.check(self.capacity > 0, "capacity must be above 0");
  }
};

/// How other people's ships arrive.
using TrafficArrivals = std::variant<PoissonArrivals, RenewalArrivals>;

struct BackgroundTraffic {
  TrafficArrivals arrivals = PoissonArrivals{};
  QuantityLaw convoy{};
  std::optional<TimeLaw> handling;

  static void fields(auto& self, auto& f) {
    f.required("arrivals", self.arrivals, "how other people's ships (or convoys) arrive: poisson(1.2 per d), renewal");
    f.optional("convoy", self.convoy, "ships that arrive together; default 1");
    f.optional("handling", self.handling, "their time at berth; default: the port's handling");
  }
};

struct RerouteRule {
  Reference to;
  std::optional<Quantity> queue;
  std::optional<Duration> expected_wait;
  Duration extra{};

  static void fields(auto& self, auto& f) {
    f.required("to", self.to, "port that vessels sail on to");
    f.optional("queue", self.queue, "as soon as so many vessels wait here");
    f.optional(
        "expected_wait", self.expected_wait,
        "or the expected wait is this long: announced handling of the vessels there, less what is done / berths");
    f.optional("extra", self.extra, "sailing time from here to there");
    f.check(!self.queue || *self.queue >= 0, "queue must not be negative");
    f.check(!self.expected_wait || self.expected_wait->ticks >= 0, "expected_wait must not be negative");
    f.check(self.extra.ticks >= 0, "extra must not be negative");
  }
};

/// What only ports have.
struct PortRules {
  std::optional<int> berths;
  std::optional<TimeLaw> handling;
  std::optional<Rate> crane_rate;
  Duration call_overhead{};
  std::optional<YardRules> yard;
  std::optional<Quantity> anchorage;
  std::optional<TimeLaw> patience;
  std::optional<BackgroundTraffic> background;
  std::optional<RerouteRule> reroute;
  std::optional<Trigger> closures;

  bool any() const {
    return berths || handling || crane_rate || call_overhead.ticks != 0 || yard || anchorage || patience ||
           background || reroute || closures;
  }

  static void fields(auto& self, auto& f) {
    f.optional("berths", self.berths, "port: vessels that are handled at the same time; default 1");
    f.optional("handling", self.handling, "port: time of a vessel at berth");
    f.optional("crane_rate", self.crane_rate,
               "port: units per time that the cranes of one berth move, instead of handling: time at berth = "
               "call_overhead + units / crane_rate");
    f.optional("call_overhead", self.call_overhead, "port: time at berth of a vessel before and after the cranes work");
    f.optional("yard", self.yard,
               "port: where goods stay between vessel and inland transport: capacity, dwell, customs");
    f.optional("anchorage", self.anchorage,
               "port: most vessels waiting; others' ships that find it full go elsewhere, ours if there is a reroute");
    f.optional("patience", self.patience,
               "port: a waiting vessel goes elsewhere after this time; ours if there is a reroute");
    f.optional("background", self.background, "port: other people's ships, which share the berths");
    f.optional("reroute", self.reroute, "port: where our vessels sail on to when the queue is too long");
    f.optional("closures", self.closures,
               "port: when it is shut, by strike or weather: nobody berths, handling stops and goes on where it stood");
    f.check(!self.berths || (*self.berths >= 1 && *self.berths <= 10000), "berths must lie between 1 and 10000");
    f.check(!(self.handling && self.crane_rate), "handling or crane_rate: give one of the two");
    f.check(!self.crane_rate || self.crane_rate->per_tick > 0.0, "crane_rate must be above 0");
    f.check(self.call_overhead.ticks >= 0, "call_overhead must not be negative");
    f.check(self.call_overhead.ticks == 0 || self.crane_rate, "call_overhead needs crane_rate");
    f.check(!self.anchorage || *self.anchorage >= 0, "anchorage must not be negative");
    f.check(!self.background || self.background->handling || self.handling,
            "background needs its handling where the port has crane_rate");
    f.check(!self.closures || !std::holds_alternative<Threshold>(*self.closures),
            "closures run by the calendar; for a threshold write a disruption with port_closed");
    f.check(!self.reroute || self.reroute->queue || self.reroute->expected_wait || self.anchorage || self.patience,
            "reroute needs queue or expected_wait, or an anchorage or patience beside it");
  }
};

struct SailingSchedule {
  Duration every{week};
  Duration first{};
  Quantity capacity = unlimited;
  Share missed{};

  static void fields(auto& self, auto& f) {
    f.required("every", self.every, "time between two sailings");
    f.optional("first", self.first, "time from `start` (modulo the interval) to a sailing");
    f.optional("capacity", self.capacity, "units that one vessel takes, all products of the lane together");
    f.optional("missed", self.missed, "probability that a sailing does not take place: its cargo rolls to the next");
    f.check(self.every.ticks > 0, "every must be above 0");
    f.check(self.first.ticks >= 0, "first must not be negative");
    f.check(self.capacity > 0, "capacity must be above 0");
    f.check(self.missed.value >= 0.0 && self.missed.value < 1.0, "missed must be at least 0 and below 1");
  }
};

}  // namespace restock
