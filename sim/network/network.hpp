// The scenario's references resolved: which stock points exist, what feeds them, which rules hold. A value of this type
// proves that names exist, the graph has no cycle and every stock point is supplied. Made by build_network only; read
// by compile/ and by the drawings. Ids are positions: sites, products, lanes and segments as declared in the Scenario.
#pragma once

#include "core/id.hpp"
#include "core/issue.hpp"
#include "core/rows.hpp"
#include "input/scenario.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace restock {

inline constexpr std::uint32_t no_rule = std::numeric_limits<std::uint32_t>::max();

/// Costs at a stock point: each is of the last matching rule that states it.
struct CostTerms {
  std::optional<MoneyRate> holding, backorder;
  std::optional<Money> ordering, ordering_per_unit, backorder_per_unit, lost_margin, cancel, count, move, expedite,
      transship, transship_call, disposal, taking_back, refund;
  std::optional<Duration> cover_target;
};

/// What makes a stock point's record wrong and how it is counted: each is of the last matching rule that states it.
struct RecordTerms {
  std::optional<ShareRate> shrinkage;
  std::optional<Theft> theft;
  std::optional<Misplaced> misplaced;
  std::optional<Receiving> receiving;
  std::optional<Scanning> scanning;
  std::optional<Posting> posting;
  std::optional<Share> mispicks;
  std::string look_alikes;  ///< the rule that states it: what it selects at a site is taken for one another
  std::optional<Counts> counts;
  std::optional<bool> count_on_zero;
  std::optional<bool> count_below_zero;
  std::optional<CountAccuracy> accuracy;
  std::optional<Share> read_rate;
};

/// The shelf of a stock point in two places: each key is of the last matching rule that states it.
struct ShelfTerms {
  std::optional<Quantity> capacity, pack;
  std::optional<Refill> refill;
  std::optional<TimeLaw> move_time;

  bool any() const { return capacity || pack || refill || move_time; }
};

/// Who gets the stock of a stock point: each key is of the last matching rule that states it.
struct AllocationTerms {
  std::optional<SharingRule> orders;
};

/// What is done where a stock point is short, and what becomes of its stock: each key is of the last matching rule that
/// states it, `below` and `cover` together.
struct ExpeditingTerms {
  std::optional<Quantity> below;
  std::optional<Duration> cover, every, first;
  std::optional<TimeLaw> time;
  bool promises = false;

  bool any() const { return below || cover || promises || every || first || time; }
  bool complete() const { return (below || cover || promises) && time; }
};
/// Whom a stock point calls for units that it lacks.
struct TransshipmentTerms {
  std::optional<Selector> from;  ///< none: nobody
  std::optional<TimeLaw> time;
  std::optional<Quantity> keep;
  std::optional<GiverRule> giver;
};
struct ExpiryTerms {
  std::optional<Duration> life;
  std::optional<IssueRule> issue;
  std::optional<bool> recorded;
};

/// When the price is reduced: each key is of the last matching rule that states it.
struct MarkdownTerms {
  std::vector<MarkdownStepEntry> steps;
  std::optional<Duration> every, first;
  std::optional<bool> permanent;

  bool any() const { return !steps.empty() || every || first || permanent; }
  /// Whether some price brings customers who come for it only.
  bool lifts() const;
};

/// How late the planner of a stock point knows what is recorded: each key is of the last matching rule that states it.
struct InformationTerms {
  std::optional<Duration> delay, every, offset;
  std::optional<OwnOrders> own_orders;

  bool is_late() const { return every.has_value() || (delay && delay->ticks > 0); }
};

/// How the planner of a stock point forecasts: each key is of the last matching rule that states it.
struct ForecastTerms {
  bool forecasts = false;
  std::optional<ForecastMethod> method;
  std::optional<Duration> bucket, offset;
  std::optional<ForecastOf> of;
  std::optional<Share> bias, caution;
  std::optional<int> update_every;
  std::optional<Instant> frozen_from;
  std::optional<double> error_weight;
  std::vector<OverlayEntry> overlay;
};

struct NetworkPoint {
  SiteId site;
  ProductId product;
  std::uint64_t who = 0;                  ///< address of its draws: of its name only
  Rows streams{};                         ///< into Network::streams
  Rows sources{};                         ///< into Network::links
  Rows components{};                      ///< into Network::components
  std::uint32_t replenishment = no_rule;  ///< the last rule that matches: index into Scenario::replenishment
  std::uint32_t initial = no_rule;        ///< likewise, Scenario::initial
  std::uint32_t costs = 0;                ///< into Network::costs
  std::uint32_t records = 0;              ///< into Network::records
  std::uint32_t shelf = 0;                ///< into Network::shelves
  std::uint32_t information = 0;          ///< into Network::information
  std::uint32_t allocation = 0;           ///< into Network::allocation
  std::uint32_t expediting = 0;           ///< into Network::expediting
  std::uint32_t transshipment = 0;        ///< into Network::transshipment
  std::uint32_t expiry = 0;               ///< into Network::expiry
  std::uint32_t markdown = 0;             ///< into Network::markdowns
  std::uint32_t forecast = 0;             ///< into Network::forecasts
  bool made_here = false;                 ///< at a plant that has a recipe for it
};

/// One demand entry at one stock point.
struct NetworkStream {
  PointId point;
  SegmentId entry;  ///< index into Scenario::demand
  std::uint64_t who = 0;
  std::uint32_t row = no_rule;  ///< into DemandEntry::trace, or into the rows of its volumes; it has one of the two
  std::uint32_t surge =
      no_rule;               ///< the customers that this one of the entry's surges adds; they follow the entry's own
  std::uint32_t shocks = 0;  ///< into Network::shock_sets
  std::uint32_t lifts = 0;   ///< into Network::lift_sets
  std::uint32_t lift = no_rule;  ///< the customers that this lift adds (into Network::lifts); they follow the surges
  bool bargains = false;         ///< the customers whom a reduced price brings; they follow the lifts
  std::uint32_t line = no_rule;  ///< what is in the same orders as another stream's, line of the entry's basket; those
                                 ///< in the orders of surges and lifts follow that in the entry's own
  std::uint32_t of = no_rule;    ///< that stream

  /// The entry's own customers.
  bool is_base() const { return surge == no_rule && lift == no_rule && !bargains && line == no_rule; }
};

/// Factor on the rate of the entry.
inline double volume_of(const DemandEntry& entry, const NetworkStream& stream) {
  return stream.row == no_rule || entry.volumes.rows.empty() ? 1.0 : entry.volumes.rows[stream.row].volume;
}
/// Null: it replays no trace.
inline const std::vector<TraceLine>* lines_of(const DemandEntry& entry, const NetworkStream& stream) {
  return stream.row == no_rule || entry.trace.empty() ? nullptr : &entry.trace[stream.row].lines;
}

/// A lane for one product, used by the receiver.
struct NetworkLink {
  LaneId lane;
  PointId to;
  PointId from;  ///< invalid: the lane starts at a supplier
  std::uint64_t who = 0;
  double share_upto = 1.0;  ///< cumulative over the receiver's sources; the last is 1
};

struct NetworkComponent {
  PointId point;
  Quantity units = 1;  ///< per unit made
};

/// A stock point whose policy counts its echelon, and who belongs to it.
struct NetworkEchelon {
  PointId point;
  std::vector<std::pair<PointId, Quantity>> members;  ///< itself first; with the units of it that are in one of theirs
};

/// A stock point that calls units from others.
struct NetworkCaller {
  PointId point;
  std::vector<PointId> givers;  ///< as declared
};

/// Where customers of a stream go before they are lost.
struct NetworkSecondChoice {
  std::uint32_t stream = 0;
  std::vector<PointId> options;  ///< in the order in which they are tried
};

/// What an effect of a disruption is on, in ascending order.
struct NetworkEffect {
  std::vector<std::uint32_t> lanes;  ///< indices into Scenario::lanes
  std::vector<std::uint32_t> sites;
  std::vector<std::uint32_t> points;    ///< replenished ones
  std::vector<std::uint32_t> products;  ///< of effects on stock points and their demand

  bool has(const NetworkPoint& point) const {
    return std::binary_search(sites.begin(), sites.end(), point.site.value) &&
           std::binary_search(products.begin(), products.end(), point.product.value);
  }
};
struct NetworkCause {
  std::uint64_t who = 0;
  std::vector<NetworkEffect> effects;  ///< as written
  std::vector<std::uint32_t> watched;  ///< of a threshold: stock points, or sites of kind port
};

/// A disruption that lifts demand: one of its effects.
struct NetworkLift {
  std::uint32_t cause = 0;   ///< index into Scenario::disruptions
  std::uint32_t effect = 0;  ///< of its effects
  std::uint32_t nth = 0;     ///< among its lifts: other effects may come and go without moving its customers
};

struct Network {
  std::vector<NetworkPoint> points;          ///< by site as declared, within a site by product as declared
  std::vector<NetworkStream> streams;        ///< by point, within a point as declared; surges behind their entry's own
  std::vector<NetworkLink> links;            ///< by receiver, within a receiver as declared
  std::vector<NetworkComponent> components;  ///< by the point that is made of them
  std::vector<std::vector<std::uint32_t>> shock_sets;  ///< indices into Scenario::demand_shocks; [0] is empty
  std::vector<NetworkLift> lifts;                      ///< as written
  std::vector<std::vector<std::uint32_t>> lift_sets;   ///< indices into lifts; [0] is empty
  std::vector<std::pair<SegmentId, std::uint32_t>> lift_segments;  ///< entries and the lifts that add customers to them
  std::vector<CostTerms> costs;                                    ///< distinct combinations; [0] states nothing
  std::vector<RecordTerms> records;                                ///< likewise
  std::vector<ShelfTerms> shelves;                                 ///< likewise
  std::vector<InformationTerms> information;                       ///< likewise
  std::vector<AllocationTerms> allocation;                         ///< likewise
  std::vector<ExpeditingTerms> expediting;                         ///< likewise
  std::vector<TransshipmentTerms> transshipment;                   ///< likewise
  std::vector<NetworkCaller> callers;                              ///< in the order of their points
  std::vector<NetworkSecondChoice> second_choices;                 ///< in the order of their streams
  std::vector<ExpiryTerms> expiry;                                 ///< likewise
  std::vector<MarkdownTerms> markdowns;                            ///< likewise
  std::vector<SegmentId> bargain_segments;                         ///< entries to which reduced prices add customers
  std::vector<std::vector<PointId>> joint_orders;                  ///< who joins whose orders
  std::vector<NetworkEchelon> echelons;                            ///< in the order of their points
  std::vector<ForecastTerms> forecasts;                            ///< likewise
  std::vector<NetworkCause> causes;                                ///< by Scenario::disruptions
  std::vector<CalendarId> site_calendar;                           ///< by SiteId; invalid: every day is a working day
  std::vector<CalendarId> lane_calendar;                           ///< by LaneId
  std::vector<Rows> site_points;                                   ///< by SiteId, into points
  std::vector<PointId> upstream_first;                             ///< every stock point after all that feed it
  std::vector<std::uint32_t> level;  ///< longest path down to a point that feeds no other; such a point has 0
  std::vector<std::uint32_t> depth;  ///< longest path up to a point that no other feeds; such a point has 0

  /// The stock point of a product at a site; invalid if there is none.
  PointId find(SiteId site, ProductId product) const;
};

/// Resolves and checks. All problems are appended to `issues`; empty when one of them is an error.
std::optional<Network> build_network(const Scenario& scenario, Issues& issues);

/// The effect that a lift is.
const DemandLift& lift_effect(const Scenario& scenario, const Network& network, std::uint32_t lift);

/// The lane's name, or its default `<from>-><to>`.
std::string lane_name(const Lane& lane);
/// `site/product`.
std::string point_name(const Scenario& scenario, const Network& network, PointId point);

}  // namespace restock
