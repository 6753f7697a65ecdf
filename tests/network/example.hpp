// Scenarios built by hand for the tests of network/ and compile/: every part gets a line of its own, so that located
// messages can be checked.
#pragma once

#include "input/scenario.hpp"
#include "network/network.hpp"

#include <string>
#include <utility>
#include <vector>

namespace restock::example {

inline Where at_line(int line) { return {0, line, 3}; }
inline TimeLaw exactly(Time span) { return {Constant{Measure{static_cast<double>(span)}}}; }
inline Selector names(std::vector<std::string> patterns, int line = 0) { return {std::move(patterns), at_line(line)}; }

inline Product& add_product(Scenario& s, const std::string& name, double cost = 10.0, double price = 25.0) {
  Product product;
  product.name = name;
  product.where = at_line(10 + static_cast<int>(s.products.size()));
  product.cost = {cost};
  product.price = {price};
  return s.products.emplace_back(product);
}

inline Site& add_site(Scenario& s, const std::string& name, SiteKind kind) {
  Site site;
  site.name = name;
  site.where = at_line(20 + static_cast<int>(s.sites.size()));
  site.kind = kind;
  return s.sites.emplace_back(site);
}

inline Lane& add_lane(Scenario& s, const std::string& from, const std::string& to, Time transit) {
  Lane lane;
  lane.where = at_line(40 + static_cast<int>(s.lanes.size()));
  lane.name = from + "->" + to;
  lane.from = {from, lane.where};
  lane.to = {to, lane.where};
  lane.transit = exactly(transit);
  return s.lanes.emplace_back(lane);
}

inline DemandEntry& add_demand(Scenario& s, const std::string& name, const std::string& at, double per_day,
                               std::vector<std::string> products = {}) {
  DemandEntry entry;
  entry.name = name;
  entry.where = at_line(60 + static_cast<int>(s.demand.size()));
  entry.at = names({at});
  entry.product = names(std::move(products));
  entry.arrivals = PoissonArrivals{Rate{per_day / static_cast<double>(day)}};
  return s.demand.emplace_back(entry);
}

inline ReplenishmentRule& add_rule(Scenario& s, const std::string& at, Policy policy,
                                   std::vector<std::string> products = {}) {
  ReplenishmentRule rule;
  rule.name = "rule" + std::to_string(s.replenishment.size());
  rule.where = at_line(80 + static_cast<int>(s.replenishment.size()));
  rule.at = names({at});
  rule.product = names(std::move(products));
  rule.policy = policy;
  return s.replenishment.emplace_back(rule);
}

inline InitialRule& add_initial(Scenario& s, const std::string& at, Quantity on_hand) {
  InitialRule rule;
  rule.name = "initial" + std::to_string(s.initial.size());
  rule.where = at_line(90 + static_cast<int>(s.initial.size()));
  rule.at = names({at});
  rule.on_hand = on_hand;
  return s.initial.emplace_back(rule);
}

inline CostRule& add_costs(Scenario& s, std::vector<std::string> at, std::vector<std::string> products = {}) {
  CostRule rule;
  rule.name = "costs" + std::to_string(s.costs.size());
  rule.where = at_line(100 + static_cast<int>(s.costs.size()));
  rule.at = names(std::move(at));
  rule.product = names(std::move(products));
  return s.costs.emplace_back(rule);
}

inline Scenario empty() {
  Scenario s;
  s.files = {"shop.yaml"};
  s.name = "example";
  s.length = {365 * day};
  return s;
}

/// ningbo (supplier) → reno (warehouse) → webshop, corner-shop; kettles everywhere, toasters at the webshop only.
inline Scenario three_echelons() {
  Scenario s = empty();
  add_product(s, "kettle");
  add_product(s, "toaster", 20.0, 30.0);
  add_site(s, "ningbo", SiteKind::supplier);
  add_site(s, "reno", SiteKind::warehouse);
  add_site(s, "webshop", SiteKind::store);
  add_site(s, "corner-shop", SiteKind::store);
  add_lane(s, "ningbo", "reno", 18 * day);
  add_lane(s, "reno", "webshop", day);
  add_lane(s, "reno", "corner-shop", 2 * day);
  add_demand(s, "online", "webshop", 42.0);
  add_demand(s, "walk-in", "corner-shop", 8.0, {"kettle"});
  add_rule(s, "reno", ReorderPoint{300, 800});
  add_rule(s, "*shop", OrderUpTo{ReviewCalendar{Duration{day}, Duration{}}, 120});
  return s;
}

/// works makes chairs of 4 legs and 1 seat, and ships them to a store.
inline Scenario chair_works() {
  Scenario s = empty();
  add_product(s, "chair", 40.0, 90.0);
  add_product(s, "leg", 2.0, 0.0);
  add_product(s, "seat", 11.0, 0.0);
  add_site(s, "sawmill", SiteKind::supplier);
  Site& works = add_site(s, "works", SiteKind::plant);
  works.capacity = Rate{100.0 / static_cast<double>(day)};
  works.production_time = exactly(3 * day);
  works.makes = {{{"chair", at_line(30)}, {{{"leg", at_line(31)}, 4}, {{"seat", at_line(32)}, 1}}}};
  add_site(s, "store", SiteKind::store);
  add_lane(s, "sawmill", "works", 5 * day).product = names({"leg", "seat"});
  add_lane(s, "works", "store", 2 * day);
  add_demand(s, "walk-in", "store", 30.0, {"chair"});
  add_rule(s, "*", BaseStock{50});
  return s;
}

/// The issue with a code, or an empty one: `found(...).problem` then fails a comparison readably.
inline Issue found(const Issues& issues, const std::string& code) {
  for (const Issue& issue : issues)
    if (issue.code == code) return issue;
  return {};
}

inline Issues issues_of(const Scenario& s) {
  Issues issues;
  build_network(s, issues);
  return issues;
}

}  // namespace restock::example
