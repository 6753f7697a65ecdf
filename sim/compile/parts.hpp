// The steps of compile(), in the order in which it takes them. Used inside compile/ only.
#pragma once

#include "engine/blueprint.hpp"
#include "input/scenario.hpp"
#include "measure/labels.hpp"
#include "network/network.hpp"
#include "network/outlook.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace restock {

/// The priority classes in use at each stock point, one bit for each of 0…15, and what they are as queues.
class Classes {
 public:
  Classes(const Scenario& scenario, const Network& network);
  /// Index among the point's classes in use, the highest priority first.
  std::uint8_t queue(PointId point, int priority) const;
  std::uint8_t count(PointId point) const;

 private:
  std::vector<std::uint16_t> used_;
};

/// Sites with production get a resource each; `of_site` says which.
struct Makers {
  std::vector<ResourcePlan> plans;
  std::vector<ResourceId> of_site;
};
Makers compile_makers(const Scenario& scenario);

/// Ports, and the lanes that are more than a transit time.
struct Seaways {
  std::vector<PortPlan> ports;
  std::vector<SiteId> port_site;
  std::vector<RoutePlan> routes;
  std::vector<RouteId> of_lane;
};
Seaways compile_seaways(const Scenario& scenario);

void compile_streams(const Scenario& scenario, const Network& network, const Classes& classes, Blueprint& blueprint);
void compile_links(const Scenario& scenario, const Network& network, const Classes& classes, const Makers& makers,
                   const Seaways& seaways, Blueprint& blueprint);
/// What s, S and Q begin with at the stock points where a rule sets them; fills the plans of levels. After the layout.
using LevelsByPoint = std::unordered_map<std::uint32_t, LevelValues>;
LevelsByPoint compile_levels(const Scenario& scenario, const Network& network, const FrozenOutlooks* frozen,
                             Blueprint& blueprint);
void compile_points(const Scenario& scenario, const Network& network, const Classes& classes, const Makers& makers,
                    const LevelsByPoint& levels, Detail detail, Blueprint& blueprint);
void compile_calendars(const Scenario& scenario, Blueprint& blueprint);
/// Who forecasts, and how.
void compile_forecasts(const Scenario& scenario, const Network& network, Blueprint& blueprint);
/// Disruptions, then the downtime of makers, then closures of ports, then the spells of surges; `names` in the order of
/// Blueprint::causes.
void compile_causes(const Scenario& scenario, const Network& network, const Makers& makers, const Seaways& seaways,
                    Blueprint& blueprint, std::vector<std::string>& names);
/// What makes a record wrong, and what sets it right.
RecordRules record_rules(const RecordTerms& terms);
/// What one rule selects at one site is taken for one another; a product alone is mistaken for nothing.
void find_look_alikes(const Network& network, Blueprint& blueprint);
/// Who calls units from whom.
void compile_callers(const Network& network, Blueprint& blueprint);
/// Where customers go before they are lost.
/// Which stock points share the packers of a site.
void compile_packing(const Scenario& scenario, const Network& network, Blueprint& blueprint);
void compile_second_choices(const Scenario& scenario, const Network& network, Blueprint& blueprint);
/// After the points: who watches whose stock.
void compile_echelons(const Scenario& scenario, const Network& network, Blueprint& blueprint);
/// Layout: where things belong and what they cost.
void compile_layout(const Scenario& scenario, const Network& network, Layout& layout);
Labels compile_labels(const Scenario& scenario, const Network& network);

}  // namespace restock
