// The rules of a scenario: items that select stock points (sites, products, a class) and say what holds for them.
// Part of scenario.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/where.hpp"
#include "demand/arrivals.hpp"
#include "demand/profile.hpp"
#include "demand/volumes.hpp"
#include "input/customers.hpp"
#include "policy/lot.hpp"
#include "policy/replenish.hpp"
#include "script/program.hpp"
#include "supply/sourcing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace restock {

/// What customers order besides the product of their entry.
struct BasketLine {
  Reference product;
  Share chance{1.0};
  QuantityLaw size{};

  static void fields(auto& self, auto& f) {
    f.required("product", self.product, "product of the line, at the same site");
    f.optional("chance", self.chance, "share of the orders that have it");
    f.optional("size", self.size, "units of it");
    f.check(self.chance.value > 0.0 && self.chance.value <= 1.0, "chance must lie above 0 and at most at 1");
  }
};

/// Orders of several lines.
struct Basket {
  std::vector<BasketLine> lines;
  BasketRule ship = BasketRule::as_available;

  static void fields(auto& self, auto& f) {
    f.required("lines", self.lines,
               "what else is in an order: [ { product: cable, chance: 40 %, size: 1 }, … ]; each is in it or not, "
               "whatever else is");
    f.optional("ship", self.ship,
               "as_available: each line as if it were ordered alone; complete: nothing is handed over before all of "
               "the order can be, and one promise, one patience and one limit are for all of it");
    f.check(!self.lines.empty(), "lines names nothing");
  }
};

struct DemandEntry {
  std::string name;  ///< required in lists and CSV rows: list position is never identity
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  Arrivals arrivals = PoissonArrivals{};
  QuantityLaw size{};
  DemandProfile profile{};
  std::vector<Named<Surge>> surges;
  std::optional<Basket> basket;
  CustomerRules customers{};
  std::string volume_file;        ///< empty: every stock point has the rate as it is
  std::vector<TraceGroup> trace;  ///< of trace arrivals: what the reader found in the file
  Volumes volumes{};              ///< likewise, of volume_file

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "sites where these customers order: a name, a glob (store-*) or a list");
    f.optional("product", self.product,
               "products they order, each as a stream of its own: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.required("arrivals", self.arrivals, "how customers arrive");
    f.optional("volumes", self.volume_file,
               "CSV file with columns at, product and volume: to each stock point customers come at the rate times its "
               "volume, and to those that it does not name nobody comes (poisson arrivals only)");
    f.optional("size", self.size, "units of one customer order; default 1");
    DemandProfile::fields(self.profile, f);
    f.optional("surges", self.surges, "what brings more customers, or fewer: { black-friday: promotion(…), … }");
    f.optional("basket", self.basket,
               "other products that are in the same order (those whom reduced prices bring order "
               "the one product only)");
    CustomerRules::fields(self.customers, f);
    f.check(self.volume_file.empty() || std::holds_alternative<PoissonArrivals>(self.arrivals),
            "volumes are factors on a rate, which only poisson arrivals have");
    f.check(!self.basket || self.basket->ship == BasketRule::as_available ||
                (self.customers.sees == Sees::record && !self.customers.publish && !self.customers.second_choice &&
                 !self.customers.comes_back && !self.customers.reserve && self.customers.critical_level == 0),
            "a basket that ships complete is for customers who see the record as it is; it goes without "
            "second_choice, comes_back, reserve and critical_level");
  }
};

/// A shock that many streams share in part.
struct DemandShock {
  std::string name;
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  Duration every{week};
  double cv = 0.0;
  Share correlation{};
  double most = 5.0;

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at, "sites whose demand it moves: a name, a glob or a list; default all");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.optional("every", self.every, "each such period has a factor of its own on the rate of each stream, of mean 1");
    f.required("cv", self.cv, "coefficient of variation of the factor");
    f.required("correlation", self.correlation, "correlation between the factors of two streams in the same period");
    f.optional("most", self.most, "factors above this are cut off there");
    f.check(self.every.ticks > 0, "every must be above 0");
    f.check(self.cv >= 0.01 && self.cv <= 10.0, "cv must lie between 0.01 and 10");
    f.check(self.most >= 1.0 && self.most <= 50.0, "most must lie between 1 and 50");
  }
};

struct ReplenishmentRule {
  std::string name;
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  Policy policy = BaseStock{};
  PositionRule position = PositionRule::installation;
  LotRule lot{};
  CancelRule on_cancel = CancelRule::keep_supply;
  std::optional<Reference> from;
  ScriptProgram program{};  ///< of a script: what the reader found in the file
  Sourcing source = SourceByShare{};

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "sites that this rule replenishes: a name, a glob or a list");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.inline_family("policy", self.policy, "replenishment policy; its parameters are written beside it");
    f.optional("position", self.position,
               "what the policy counts: installation (this stock point) or echelon (it and everybody downstream, so "
               "levels cover all of them); choose echelon where the stores' sales are known at the warehouse. Clark & "
               "Scarf (1960); Axsater & Rosling (1993)");
    LotRule::fields(self.lot, f);
    f.optional("on_cancel", self.on_cancel,
               "what a customer's cancellation does to supply on order: keep_supply, cancel_supply (youngest units not "
               "yet dispatched) or even_in_transit");
    f.optional("from", self.from, "order from this site only, where several lanes lead here");
    f.optional("source", self.source, "which lane an order takes, where several lead here");
    f.check(self.position == PositionRule::installation || counts_position(self.policy),
            "position: echelon goes with policies that order by a position");
  }
};

struct CostRule {
  std::string name;
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  std::optional<MoneyRate> holding;
  std::optional<Money> ordering;
  std::optional<Money> ordering_per_unit;
  std::optional<MoneyRate> backorder;
  std::optional<Money> backorder_per_unit;
  std::optional<Money> lost_margin;
  std::optional<Money> cancel;
  std::optional<Money> count;
  std::optional<Money> move;
  std::optional<Money> expedite;
  std::optional<Money> transship;
  std::optional<Money> transship_call;
  std::optional<Money> disposal;
  std::optional<Money> taking_back;
  std::optional<Money> refund;
  std::optional<Duration> cover_target;

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at, "sites: a name, a glob or a list; default all");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.optional("holding", self.holding,
               "cost of holding one unit: money per time (0.02 per d) or a share of cost per time (25 % per y)");
    f.optional("ordering", self.ordering, "fixed cost of a replenishment order [money]");
    f.optional("ordering_per_unit", self.ordering_per_unit, "handling cost of a unit ordered [money]");
    f.optional("backorder", self.backorder, "cost of a customer's unit waiting, per time");
    f.optional("backorder_per_unit", self.backorder_per_unit, "goodwill cost of a unit that is backordered [money]");
    f.optional("lost_margin", self.lost_margin, "cost of a lost unit; default price − cost [money]");
    f.optional("cancel", self.cancel, "cost of a cancelled unit [money]");
    f.optional("count", self.count, "cost of counting a stock point once [money]");
    f.optional("move", self.move, "cost of one move from the back room to the shelf [money]");
    f.optional("expedite", self.expedite, "cost of a unit that is expedited [money]");
    f.optional("transship", self.transship, "cost of a unit that is called from another site [money]");
    f.optional("transship_call", self.transship_call, "cost of calling once, for each site that gives [money]");
    f.optional("disposal", self.disposal, "cost of getting rid of a unit that is too old [money]");
    f.optional("taking_back", self.taking_back, "cost of taking back a unit that a customer returns [money]");
    f.optional("refund", self.refund,
               "cost of paying back a unit that was paid for when it was ordered and is cancelled: of customers with "
               "payment: order [money]");
    f.optional("cover_target", self.cover_target,
               "stock above the mean demand of so long is excess: it is measured, and costs nothing by itself");
    f.check(!self.cover_target || self.cover_target->ticks >= 0, "cover_target must not be negative");
  }
};

struct PipelineEntry {
  Instant arrives{};
  Quantity units = 0;

  static void fields(auto& self, auto& f) {
    f.required("arrives", self.arrives, "when it is received");
    f.required("units", self.units, "units under way");
    f.check(self.units > 0, "units must be above 0");
  }
};

struct InitialRule {
  std::string name;
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  std::optional<Quantity> on_hand;    ///< default: the policy's target (S, or s + Q)
  std::optional<Quantity> on_record;  ///< default: on_hand
  Quantity backlog = 0;               ///< customers' units already waiting, of the stock point's first demand stream
  std::vector<PipelineEntry> pipeline;

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "sites: a name, a glob or a list");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.optional("on_hand", self.on_hand, "physical units when the clock starts; default: the policy's target");
    f.optional("on_record", self.on_record, "units on record when the clock starts; default: on_hand");
    f.optional("backlog", self.backlog,
               "customers' units already waiting when the clock starts, without patience or promise");
    f.optional("pipeline", self.pipeline, "supply already under way: [{arrives: 3 d, units: 40}, …]");
    f.check(!self.on_hand || *self.on_hand >= 0, "on_hand must not be negative");
    f.check(self.backlog >= 0, "backlog must not be negative");
  }
};

}  // namespace restock
