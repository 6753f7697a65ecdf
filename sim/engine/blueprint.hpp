// What the engine eats: flat constant arrays, ids instead of names. Made by compile/, shared by all threads.
#pragma once

#include "core/id.hpp"
#include "core/quantity.hpp"
#include "core/rows.hpp"
#include "core/rules.hpp"
#include "core/time.hpp"
#include "core/working_days.hpp"
#include "demand/acceptance.hpp"
#include "demand/arrivals.hpp"
#include "demand/level.hpp"
#include "demand/loyalty.hpp"
#include "demand/retrial.hpp"
#include "demand/returns.hpp"
#include "demand/shock.hpp"
#include "disruption/trigger.hpp"
#include "engine/cause_plan.hpp"
#include "engine/modulation.hpp"
#include "engine/promise_rules.hpp"
#include "engine/record_rules.hpp"
#include "forecast/rules.hpp"
#include "measure/layout.hpp"
#include "policy/information.hpp"
#include "policy/lot.hpp"
#include "policy/replenish.hpp"
#include "policy/set_levels.hpp"
#include "random/law.hpp"
#include "script/program.hpp"
#include "stock/expiry.hpp"
#include "stock/listing.hpp"
#include "stock/markdown.hpp"
#include "stock/refill.hpp"
#include "stock/reserve.hpp"
#include "stock/transshipment.hpp"
#include "supply/expediting.hpp"
#include "supply/sourcing.hpp"
#include "transit/port.hpp"
#include "transit/route.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace restock {

using PointRulesId = Id<struct PointRulesTag>;
using StreamRulesId = Id<struct StreamRulesTag>;
using LinkTermsId = Id<struct LinkTermsTag>;
using ForecastRulesId = Id<struct ForecastRulesTag>;
using LevelRulesId = Id<struct LevelRulesTag>;

/// What customers of a kind do and how they are treated; shared by the streams of one demand entry.
struct StreamRules {
  Arrivals arrivals = PoissonArrivals{};
  QuantityLaw size{};
  ModulationId modulation;  ///< how demand moves; invalid: it has its arrivals as they are
  bool unit_size = true;    ///< every order is of exactly one unit: no draw
  Sees sees = Sees::record;
  std::uint8_t queue = 0;  ///< index of the priority class among the point's queues; 0 is the highest class
  PartialRule partial = PartialRule::ship_available;
  bool backorders = true;
  Quantity backlog_cap = unlimited;
  bool offer_without_date = false;
  Acceptance accept = AlwaysAccepts{};
  bool has_patience = false;
  TimeLaw patience{};
  Time seller_limit = never;              ///< span from order to the seller's cancellation
  std::optional<ReassessRules> reassess;  ///< at the limit the seller looks again; none: he cancels
  Time first_after = never;               ///< span from order until it comes before all classes, if it still waits
  PromiseRules promises{};
  ShortPickRule on_short_pick = ShortPickRule::nothing;
  OversoldRule on_oversold = OversoldRule::backorder;
  Time publish_every = 0;  ///< customers are sold from copies of what is available; 0: from the record
  Time publish_first = 0;
  Time publish_delay = 0;               ///< until customers see a copy
  Quantity critical_level = 0;          ///< of what is available so much is kept for others
  std::optional<ReserveRules> reserve;  ///< stock that is kept for these customers
  bool bargains = false;                ///< they come for a reduced price only
  std::optional<RetrialRules> retrial;  ///< none: who is denied stock is lost
  std::optional<ReturnRules> returns;   ///< none: nobody sends anything back
  double payment_fails = 0.0;           ///< share of those who wait whose payment fails
  bool pays_at_order = false;           ///< it is authorised before they wait; else when units are there for them
  std::optional<LoyaltyRules> loyalty;  ///< none: they come whatever others have met with
};

/// One demand stream at one stock point. `who` addresses all its draws: customer n draws his gap (bulk), size,
/// acceptance and patience at nth = n.
struct StreamPlan {
  std::uint64_t who = 0;
  PointId point;
  StreamRulesId rules;
  Rows trace{};                       ///< into Blueprint::trace, for trace arrivals
  std::uint32_t order = 0xffffffffU;  ///< a line of the orders of that stream: no customers of its own come
  std::uint32_t behind_line = 0;      ///< a line of a surge's orders: places behind that of the entry's own customers
  double volume = 1.0;                ///< factor on the rate of its arrivals, and of a surge's

  bool is_line() const { return order != 0xffffffffU; }
};

/// Production lines of a supplier or a plant; orders queue first come first served, each whole order on one line.
struct ResourcePlan {
  std::uint64_t who = 0;
  std::uint32_t lines = 0;    ///< 0: no queueing
  TimeLaw time_per_unit{};    ///< on the line; one draw per unit unless constant
  TimeLaw production_time{};  ///< after the line, per order, without queueing
  Time planned = 0;           ///< announced: mean production time (+ mean line time of one unit)
  ShareLaw yield{};           ///< of each lot: the probability with which its units are good
};

/// What the links of one lane have in common.
struct LinkTerms {
  ResourceId resource;  ///< the supplier's production; invalid: none
  RouteId route;        ///< over a port or by a timetable; invalid: shipments leave at once and arrive after `transit`
  TimeLaw transit{};
  Time planned_transit = 0;  ///< announced
  Time planned_lead = 0;     ///< announced, from placing to receipt: order delay + production + transit
  Time order_delay = 0;
  double late = 0.0;             ///< probability that a shipment is late, of which nobody is told
  TimeLaw late_extra{};          ///< by how much
  double short_chance = 0.0;     ///< probability that a shipment of an external supplier is short
  ShareLaw short_fill{};         ///< the share of it that is there
  bool short_cancelled = false;  ///< the rest leaves the order; else it is sent again
  bool crossing = true;          ///< whether a later shipment may overtake an earlier one
  bool partial = true;           ///< whether an order may be shipped in parts
  bool parcels = false;          ///< whether every unit is a shipment of its own
  std::uint8_t queue = 0;        ///< index of its class among the sender's queues
  CalendarId calendar;           ///< of the carrier: transit counts time on working days only
  CalendarId sender_calendar;    ///< orders are taken up on working days
  CalendarId receiver_calendar;  ///< goods come in on working days
  Quantity critical_level = 0;   ///< of what is available at the sender so much is kept for others
  double freight = 0.0;          ///< of a unit, and of a shipment: looked at where the cheapest lane is chosen
  double freight_per_shipment = 0.0;
  double share_upto = 1.0;  ///< cumulative share of the receiver's orders; the first link with u < share_upto

  bool keeps_days() const { return calendar.valid() || sender_calendar.valid() || receiver_calendar.valid(); }
};

/// A lane for one product: how orders of `to` are met by `from` (a stock point) or by an external supplier.
struct LinkPlan {
  std::uint64_t who = 0;  ///< addresses transit draws: nth = shipment_number(day of dispatch, index in the day)
  PointId to;
  PointId from;  ///< invalid: an external supplier, never short
  LinkTermsId terms;
};

/// A component of a product that a plant makes.
struct ComponentPlan {
  PointId point;           ///< the component's stock point at the same plant
  Quantity units = 1;      ///< per unit made
  std::uint8_t queue = 0;  ///< class among that point's queues
};

/// A stock point of an echelon.
struct EchelonMember {
  PointId point;
  Quantity content = 1;  ///< units of the echelon's head that are in one unit here
};

/// A stock point whose policy watches all that has left it and not been sold: itself and everybody downstream.
struct EchelonPlan {
  PointId point;
  Rows members{};  ///< into Setting::echelon_members, itself among them
};

/// Supply that is on its way when the clock starts.
struct InitialSupply {
  Time arrives = 0;
  Quantity units = 0;
};

/// A stock point whose planner forecasts.
struct ForecastPlan {
  PointId point;
  ForecastRulesId rules;
  Rows known{};  ///< into Blueprint::known_demand: the true mean of each bucket, for a planner who knows it
};

/// A stock point some of whose levels are set by rules; its policy begins with what they said beforehand.
struct LevelPlan {
  PointId point;
  LevelRulesId rules;
  Outlook model{};
  LevelCosts costs{};
};

/// A stock point that calls units from others for customers whom it cannot serve.
struct CallPlan {
  PointId point;
  Rows givers{};  ///< into Setting::givers
  CallRules rules{};
};

/// Customers who take something else, or go elsewhere, before they are lost.
struct SecondChoicePlan {
  std::uint32_t stream = 0;
  Rows options{};      ///< into Setting::options, in the order in which they are tried
  double share = 1.0;  ///< of the customers who are lost otherwise
};

/// A line of a basket: the stream that it belongs to at its own stock point.
struct BasketLinePlan {
  std::uint32_t stream = 0;
  double chance = 1.0;  ///< share of the orders that have it
};

/// Orders that have more than one line: what comes with the customers of a stream, at the same site.
struct BasketPlan {
  std::uint32_t stream = 0;
  Rows lines{};           ///< into Setting::basket_lines
  bool together = false;  ///< nothing ships before all can
};

/// A site that packs what it ships to customers, one unit after another.
struct PackingPlan {
  Rows points{};  ///< into Setting::packing_points
  Time per_unit = 0;
};

/// How stock points of a kind are run, and what each of them begins with.
struct PointRules {
  Policy policy = BaseStock{};
  LotRule lot{};
  Sourcing sourcing = SourceByShare{};
  Time discontinued = never;
  ListingRules listing{};
  Quantity initial_on_hand = 0;
  Quantity initial_on_record = 0;
  Quantity initial_backlog = 0;  ///< units waiting in the queue of its first stream, ordered before the clock starts
  ResourceId resource;           ///< the plant's production; invalid: none (and no time)
  CancelRule on_cancel = CancelRule::keep_supply;
  bool replenished = true;                        ///< false: never orders (stock for the whole run)
  bool made_here = false;                         ///< a plant's product: orders go to production, not over a link
  std::uint8_t queues = 1;                        ///< number of priority classes of its backlog
  SharingRule sharing = SharingRule::first_come;  ///< of orders that may be shipped in parts
  RecordRules records{};
  CalendarId calendar;                          ///< of its site: reviews take place on working days
  std::optional<ShelfRules> shelf;              ///< none: customers see all of the stock
  std::optional<ExpeditingRules> expediting;    ///< none: what is on its way comes as it comes
  std::optional<ExpiryRules> expiry;            ///< none: stock lasts for ever
  Quantity cover_target = unlimited;            ///< more than this on hand is too much
  bool writes_off = false;                      ///< once it is discontinued, what is left goes
  std::optional<MarkdownRules> markdown;        ///< none: nobody reduces the price
  std::optional<InformationRules> information;  ///< none: the planner sees the record as it is
};

/// A stock point.
struct PointPlan {
  std::uint64_t who = 0;
  std::uint32_t review_rank = 0;    ///< order of reviews within a phase: downstream first, then declaration order
  std::uint32_t dispatch_rank = 0;  ///< order of dispatch and receipt within a phase: upstream first, then declaration
  PointRulesId rules;
  Rows streams{};                  ///< into Blueprint::streams
  Rows sources{};                  ///< into Blueprint::links: the links that replenish it, with cumulative shares
  Rows components{};               ///< into Blueprint::components: of one unit made here
  Rows pipeline{};                 ///< into Blueprint::pipeline
  std::uint32_t sketch_group = 0;  ///< which wait sketch its customers are counted in
  std::uint32_t series_group = 0;  ///< which series group its levels are added to
};

/// The parts of a blueprint that are the same however its stock points, streams and links are laid out.
struct Setting {
  Time warmup = 0;            ///< the clock starts at −warmup; measuring at 0
  Time length = 0;            ///< the window is [0, length)
  Time drain = 0;             ///< at most this much longer, until the cohort is closed
  Time bucket = week;         ///< of the bullwhip series
  Time series_every = never;  ///< sampling interval of the time series: at 0, every, 2·every, … < length
  std::vector<DayStep> order_of_day{DayStep::receive, DayStep::review, DayStep::demand};
  std::uint32_t sketch_groups = 1;
  std::uint32_t series_groups = 1;
  std::vector<ResourcePlan> resources;
  std::vector<PortPlan> ports;
  std::vector<RoutePlan> routes;
  std::vector<ComponentPlan> components;
  std::vector<InitialSupply> pipeline;
  std::vector<TraceLine> trace;
  std::vector<Modulation> modulations;
  std::vector<Level> levels;
  std::vector<ShockPlan> shocks;
  std::vector<RegimePlan> regimes;
  std::vector<LookAlikes> look_alikes;
  std::vector<ScriptProgram> programs;
  std::vector<WorkingDays> calendars;
  std::vector<Rows> joint_groups;      ///< into joint_members: who joins whose orders
  std::vector<PointId> joint_members;  ///< in declaration order; all of them have can_order
  std::vector<EchelonPlan> echelons;
  std::vector<EchelonMember> echelon_members;  ///< grouped by echelon
  std::vector<ForecastPlan> forecasts;         ///< by stock point
  std::vector<ForecastRules> forecast_rules;
  std::vector<double> known_demand;    ///< units of a bucket
  std::vector<LevelPlan> level_plans;  ///< by stock point
  std::vector<LevelRules> level_rules;
  std::vector<CallPlan> calls;                   ///< by stock point
  std::vector<PointId> givers;                   ///< grouped by who calls
  std::vector<SecondChoicePlan> second_choices;  ///< by stream
  std::vector<PointId> options;                  ///< grouped by whose second choice they are
  std::vector<PackingPlan> packings;             ///< by site
  std::vector<PointId> packing_points;           ///< those of a site that have customers, grouped by packing
  std::vector<BasketPlan> baskets;               ///< by stream
  std::vector<BasketLinePlan> basket_lines;      ///< grouped by basket
  Time strip_block = day;                        ///< draws of moving demand begin anew in each block
  std::vector<CausePlan> causes;                 ///< in declaration order
  std::vector<EffectPlan> effects;               ///< grouped by cause
  std::vector<std::uint32_t> watched;            ///< points or ports, by what the threshold of the cause is on
  Layout layout;

  const Modulation* modulation(const StreamRules& rules) const {
    return rules.modulation.valid() ? &modulations[rules.modulation.index()] : nullptr;
  }
};

/// Plans are what is each one's own; what many share stands once in a table of rules and is named by its number.
struct Blueprint : Setting {
  std::vector<PointPlan> points;    ///< in declaration order (product within site)
  std::vector<StreamPlan> streams;  ///< grouped by point, in declaration order within a point
  std::vector<LinkPlan> links;      ///< grouped by receiver, in declaration order
  std::vector<PointRules> point_rules;
  std::vector<StreamRules> stream_rules;
  std::vector<LinkTerms> link_terms;
  std::vector<std::uint32_t> component_ends;  ///< in layout.order (components.hpp); empty: all is one

  const PointRules& rules(const PointPlan& plan) const { return point_rules[plan.rules.index()]; }
  const StreamRules& rules(const StreamPlan& plan) const { return stream_rules[plan.rules.index()]; }
  const LinkTerms& terms(const LinkPlan& plan) const { return link_terms[plan.terms.index()]; }
};

/// The number that addresses a shipment's transit draw: day of dispatch since `start` and index within that day, so
/// an extra order today moves nobody's draw tomorrow.
constexpr std::uint64_t day_number(Time at, std::uint32_t index) {
  return (static_cast<std::uint64_t>(bucket_of(at, day)) << 32U) | index;
}

}  // namespace restock
