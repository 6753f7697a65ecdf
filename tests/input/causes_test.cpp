// What `restock list causes` says is what is switched off: the list is told from the code by nobody else.
#include "input/causes.hpp"

#include "catch.hpp"

#include <set>
#include <string>

using namespace restock;

namespace {

/// One item in every section, with every key by which something can go wrong.
Scenario everything_goes_wrong() {
  Scenario s;
  const auto named = [](auto& items) -> auto& {
    items.emplace_back().name = "x";
    return items.back();
  };
  named(s.demand).surges.emplace_back();
  Site& site = named(s.sites);
  site.downtime.emplace();
  site.port.closures.emplace();
  site.port.background.emplace();
  Lane& lane = named(s.lanes);
  lane.late.emplace();
  lane.shortfall.emplace();
  lane.sailings.emplace().missed.value = 0.1;
  RecordRule& record = named(s.records);
  record.shrinkage.emplace();
  record.theft.emplace();
  record.misplaced.emplace();
  record.receiving.emplace();
  record.scanning.emplace();
  record.posting.emplace();
  record.mispicks.emplace();
  record.accuracy.emplace();
  record.read_rate.emplace();
  InformationRule& information = named(s.information);
  information.delay.emplace();
  information.every.emplace();
  information.offset.emplace();
  information.own_orders.emplace();
  ForecastRule& forecast = named(s.forecast);
  forecast.update_every.emplace();
  forecast.frozen_from.emplace();
  named(s.disruptions).effects = {DemandLift{}};
  named(s.disruptions).effects = {InformationFrozen{}};
  named(s.disruptions).effects = {PortClosed{}};
  named(s.disruptions).effects = {LaneClosed{}};
  return s;
}

}  // namespace

TEST_CASE("causes are switched off by the patches that are listed, all of them and no others") {
  const Scenario scenario = everything_goes_wrong();
  for (const CauseKind& kind : cause_kinds()) {
    INFO(kind.name);
    std::set<std::string> listed, done;
    for (const OffPatch& patch : kind.off)
      listed.insert(std::string(patch.path) + ": " + (patch.value == "removed" ? "~" : std::string(patch.value)));
    for (const Patch& patch : switch_off(kind.name, scenario)) {
      std::string text = patch_text(patch);
      text.replace(text.find(".x"), 2, ".NAME");
      done.insert(text);
    }
    CHECK(done == listed);
  }
  CHECK(switch_off("surges", Scenario{}).empty());
}
