// What the user wrote, read and typed: names, units, defaults filled, references not yet resolved. The value of this
// type proves that every key is known and every value is of its kind and in its range. Made by read_scenario only.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "core/where.hpp"
#include "input/allocation.hpp"
#include "input/calendars.hpp"
#include "input/check.hpp"
#include "input/customers.hpp"
#include "input/disruption.hpp"
#include "input/expediting.hpp"
#include "input/expiry.hpp"
#include "input/forecast.hpp"
#include "input/information.hpp"
#include "input/inputs.hpp"
#include "input/markdown.hpp"
#include "input/parts.hpp"
#include "input/places.hpp"
#include "input/records.hpp"
#include "input/rules.hpp"
#include "input/shelves.hpp"
#include "input/transshipment.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace restock {

struct Scenario {
  std::vector<std::string> files;  ///< files read, [0] is the scenario; `Where::file` points here
  std::string name;
  std::string question;              ///< optional: what the scenario asks
  std::string start = "2026-01-01";  ///< ISO date(-time) of tick 0, as written
  std::int64_t start_epoch_us = 0;   ///< the same in µs since 1970-01-01T00:00 (proleptic Gregorian, no time zone)
  Duration warmup{};
  Duration length{};
  Duration drain{};
  int replications = 1;
  std::uint64_t seed = 1;
  std::vector<DayStep> order_of_day{DayStep::receive, DayStep::review, DayStep::demand};
  std::optional<Duration> series;    ///< sampling interval of the time series; none: no series
  Duration bucket{week};             ///< bucket of the bullwhip metric
  std::optional<InputRules> inputs;  ///< none: observations are what they are
  CustomerRules customers;           ///< defaults of all demand entries, already applied to each

  std::vector<Product> products;
  std::vector<Site> sites;
  std::vector<Lane> lanes;
  std::vector<DemandEntry> demand;
  std::vector<DemandShock> demand_shocks;
  std::vector<ReplenishmentRule> replenishment;
  std::vector<CostRule> costs;
  std::vector<InitialRule> initial;
  std::vector<Disruption> disruptions;
  std::vector<RecordRule> records;
  std::vector<InformationRule> information;
  std::vector<ShelfRule> shelves;
  std::vector<CalendarRule> calendars;
  std::vector<AllocationRule> allocation;
  std::vector<TransshipmentRule> transshipment;
  std::vector<ExpeditingRule> expediting;
  std::vector<ExpiryRule> expiry;
  std::vector<MarkdownRule> markdown;
  std::vector<ForecastRule> forecast;
  std::vector<Check> expect;

  static void fields(auto& self, auto& f) {
    f.optional("name", self.name, "title of the scenario");
    f.optional("question", self.question, "what the scenario asks");
    f.start("start", self.start, self.start_epoch_us,
            "date (and time) at which measuring begins; the warm-up lies before it");
    f.optional("warmup", self.warmup, "time simulated before `start` and not measured");
    f.required("length", self.length, "measured time, without the warm-up");
    f.optional("drain", self.drain, "time the run may go on after the end until all measured orders are closed");
    f.optional("replications", self.replications, "independent repetitions of every alternative");
    f.optional("seed", self.seed, "seed of all random draws");
    f.optional("order_of_day", self.order_of_day,
               "order of simultaneous events: receive, review, demand and optionally serve and count, each once; "
               "counts come last unless named");
    f.optional("series", self.series, "sampling interval of time series; left out: none are kept");
    f.optional("bucket", self.bucket, "bucket of the bullwhip metric");
    f.optional("inputs", self.inputs,
               "how sure the inputs are: { bootstrap: 50 } resamples observations for each replication, and results "
               "tell the spread that comes of the inputs from the spread that comes of luck");
    f.optional("customers", self.customers,
               "defaults of every demand entry: how customers behave and what they are offered");
    f.required("products", self.products, "what is sold, by name");
    f.required("sites", self.sites, "suppliers, plants, warehouses and stores, by name");
    f.optional("lanes", self.lanes, "which site supplies which, and how long it takes");
    f.optional("demand", self.demand, "streams of customers, by name");
    f.optional("demand_shocks", self.demand_shocks,
               "random factors on the demand of many sites and products at once, by name");
    f.optional("replenishment", self.replenishment,
               "who orders, when and how much; for a stock point the last rule that selects it counts");
    f.optional("costs", self.costs, "cost rates; for each rate of a stock point the last rule that selects it counts");
    f.optional("initial", self.initial,
               "stock, backlog and pipeline when the clock starts; the last rule that selects a stock point counts");
    f.optional("disruptions", self.disruptions,
               "what can go wrong, by name: when it is active and what it does meanwhile");
    f.optional("records", self.records,
               "what makes records wrong and how stock is counted; for each key of a stock point the last rule that "
               "selects it and states the key counts");
    f.optional("information", self.information,
               "how late whoever orders knows what is recorded; for each key of a stock point the last rule that "
               "selects it and states the key counts");
    f.optional("shelves", self.shelves,
               "stock in two places, a shelf and a back room; for each key of a stock point the last rule that selects "
               "it and states the key counts");
    f.optional("calendars", self.calendars,
               "working days, by name, for sites and lanes: days of the week, holidays, shutdowns, cut-off of orders");
    f.optional("allocation", self.allocation,
               "how orders of other sites share stock that is not enough; for each key of a stock point the last rule "
               "that selects it and states the key counts");
    f.optional("transshipment", self.transshipment,
               "units that a site calls from others for a customer whom it cannot serve (lateral transshipment); for "
               "each key of a stock point the last rule that selects it and states the key counts");
    f.optional("expediting", self.expediting,
               "goods on the way that are moved to a faster carrier, at a price; for each key of a stock point the "
               "last rule that selects it and states the key counts");
    f.optional("expiry", self.expiry,
               "stock that does not last; for each key of a stock point the last rule that selects it and states the "
               "key counts");
    f.optional(
        "markdown", self.markdown,
        "prices that are reduced while stock is too much or too old; for each key of a stock point the last rule "
        "that selects it and states the key counts");
    f.optional(
        "forecast", self.forecast,
        "how planners foresee demand; for each key of a stock point the last rule that selects it and states the "
        "key counts, and a stock point that no rule selects is not forecast");
    f.patches("alternatives",
              "variants to compare: name, then path: value for each difference from the scenario as written");
    f.sweep(
        "sweep",
        "factors to try and how to combine them, for `restock sweep`: factors: { name: { path: …, values: [ … ] } }");
    f.attribution("attribution",
                  "causes that `restock attribute` puts bad outcomes down to, and what switches each off: groups: { "
                  "name: { path: "
                  "value, … } }; left out: all that `restock list causes` names");
    f.optional("expect", self.expect,
               "what the run shall show: a list of checks such as fill_rate at shop >= 95 %, each met, missed or "
               "undecided");
    f.check(self.length.ticks > 0, "length must be above 0");
    f.check(self.replications >= 1 && self.replications <= 1'000'000, "replications must lie between 1 and 1000000");
    f.check(!self.series || self.series->ticks > 0, "series must be above 0");
    f.check(self.bucket.ticks > 0, "bucket must be above 0");
    f.check(!self.inputs || !self.inputs->blocks || self.inputs->blocks->ticks <= 0 ||
                (self.warmup.ticks + self.length.ticks) / self.inputs->blocks->ticks +
                        self.drain.ticks / self.inputs->blocks->ticks <=
                    1'000'000,
            "inputs.blocks are so short that more than 1000000 of them make up the run");
    f.check(self.warmup.ticks < never - self.length.ticks &&
                self.drain.ticks < never - self.length.ticks - self.warmup.ticks,
            "length, warmup and drain together are longer than the clock can tell (about 71 years)");
  }
};

}  // namespace restock
