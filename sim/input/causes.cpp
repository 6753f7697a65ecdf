#include "input/causes.hpp"

#include "input/write_yaml.hpp"

#include <algorithm>
#include <array>
#include <type_traits>

namespace restock {

namespace {

constexpr std::string_view removed = "removed";

constexpr std::array surges_off{
    OffPatch{"demand.NAME.surges", removed, "only the customers come who come without surges, the same ones"},
    OffPatch{"disruptions.NAME", removed, "where all it does is lift demand"}};
constexpr std::array delays_off{
    OffPatch{"disruptions.NAME", removed, "where it acts on suppliers, plants, lanes or stock"},
    OffPatch{"sites.NAME.downtime", removed, "nothing breaks down"},
    OffPatch{"lanes.NAME.late", removed, "nothing comes later than its transit law says, which stays as it is"},
    OffPatch{"lanes.NAME.short", removed, "shipments bring what their papers say"}};
constexpr std::array ports_off{
    OffPatch{"disruptions.NAME", removed, "where it acts on ports or sailings"},
    OffPatch{"sites.NAME.closures", removed, "the port is never shut"},
    OffPatch{"sites.NAME.background", removed, "other people's ships stay away; handling and berths stay as they are"},
    OffPatch{"lanes.NAME.sailings.missed", "0", "every sailing takes place"}};
constexpr std::array records_off{OffPatch{"records.NAME.shrinkage", removed, "nothing vanishes"},
                                 OffPatch{"records.NAME.theft", removed, "likewise"},
                                 OffPatch{"records.NAME.misplaced", removed, "everything is found"},
                                 OffPatch{"records.NAME.receiving", removed, "receipts are posted right"},
                                 OffPatch{"records.NAME.scanning", removed, "sales are posted right"},
                                 OffPatch{"records.NAME.posting", removed, "and at once"},
                                 OffPatch{"records.NAME.mispicks", removed, "customers get what they ordered"},
                                 OffPatch{"records.NAME.accuracy", removed, "counts are right; they go on as planned"},
                                 OffPatch{"records.NAME.read_rate", removed, "likewise"}};
constexpr std::array information_off{
    OffPatch{"information.NAME.delay", removed, "planners know what is recorded at that instant"},
    OffPatch{"information.NAME.every", removed, "likewise"},
    OffPatch{"information.NAME.offset", removed, "likewise"},
    OffPatch{"information.NAME.own_orders", removed, "and what they have ordered themselves"},
    OffPatch{"forecast.NAME.update_every", removed, "the same method, made anew for every bucket"},
    OffPatch{"forecast.NAME.frozen_from", removed, "likewise, to the end"},
    OffPatch{"disruptions.NAME", removed, "where all it does is freeze information"}};

constexpr std::array kinds{
    CauseKind{"surges", "more customers than usual: promotions, peaks, viral moments, disruptions that lift demand",
              surges_off},
    CauseKind{"supplier_delays", "supply that is late, short or does not come: breakdowns, disruptions, lateness",
              delays_off},
    CauseKind{"ports", "congestion and closures of ports, sailings that do not take place", ports_off},
    CauseKind{"record_errors", "records that are wrong: off is the perfect record", records_off},
    CauseKind{"stale_information", "planners who know late, and forecasts that are old", information_off}};

/// A path to one item of a section; names with odd characters are quoted, items without one have a position.
std::string item_path(std::string_view section, const std::string& name, std::size_t position) {
  std::string path(section);
  if (name.empty()) return path + "[" + std::to_string(position) + "]";
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
  return path + "." + (plain ? name : "\"" + name + "\"");
}

std::string lane_path(const Lane& lane, std::size_t position) {
  return item_path("lanes", lane.name.empty() ? lane.from.name + "->" + lane.to.name : lane.name, position);
}

class Switches {
 public:
  explicit Switches(const Scenario& scenario) : scenario_(scenario) {}

  std::vector<Patch> off(std::string_view kind) {
    if (kind == "surges") surges();
    if (kind == "supplier_delays") delays();
    if (kind == "ports") ports();
    if (kind == "record_errors") records();
    if (kind == "stale_information") information();
    for (std::size_t i = 0; i < scenario_.disruptions.size(); ++i)
      if (kind_of(scenario_.disruptions[i]) == kind) remove(item_path("disruptions", scenario_.disruptions[i].name, i));
    return std::move(patches_);
  }

 private:
  template <class... Effects>
  static bool is_one_of(const Effect& effect) {
    return (std::holds_alternative<Effects>(effect) || ...);
  }

  /// One disruption is one cause: whatever else comes with it goes with what it does to supply.
  static std::string_view kind_of(const Disruption& disruption) {
    const auto& effects = disruption.effects;
    if (std::ranges::all_of(effects, is_one_of<DemandLift>)) return "surges";
    if (std::ranges::all_of(effects, is_one_of<InformationFrozen>)) return "stale_information";
    if (std::ranges::any_of(effects, is_one_of<PortClosed, PortSlowed, BerthsLost, SailingsBlanked>)) return "ports";
    return "supplier_delays";
  }

  void set(std::string path, Node value) {
    patches_.push_back({std::move(path), std::move(value), {no_file, 1, 1}, {}});
  }
  void remove(std::string path) { set(std::move(path), {}); }
  template <class T>
  void remove_if_there(const std::string& item, const char* key, const std::optional<T>& value) {
    if (value) remove(item + "." + key);
  }

  void surges() {
    for (std::size_t i = 0; i < scenario_.demand.size(); ++i)
      if (!scenario_.demand[i].surges.empty()) remove(item_path("demand", scenario_.demand[i].name, i) + ".surges");
  }
  void delays() {
    for (std::size_t i = 0; i < scenario_.sites.size(); ++i)
      remove_if_there(item_path("sites", scenario_.sites[i].name, i), "downtime", scenario_.sites[i].downtime);
    for (std::size_t i = 0; i < scenario_.lanes.size(); ++i) {
      remove_if_there(lane_path(scenario_.lanes[i], i), "late", scenario_.lanes[i].late);
      remove_if_there(lane_path(scenario_.lanes[i], i), "short", scenario_.lanes[i].shortfall);
    }
  }
  void ports() {
    for (std::size_t i = 0; i < scenario_.sites.size(); ++i) {
      const std::string site = item_path("sites", scenario_.sites[i].name, i);
      remove_if_there(site, "closures", scenario_.sites[i].port.closures);
      remove_if_there(site, "background", scenario_.sites[i].port.background);
    }
    for (std::size_t i = 0; i < scenario_.lanes.size(); ++i) {
      const std::optional<SailingSchedule>& sailings = scenario_.lanes[i].sailings;
      if (sailings && sailings->missed.value > 0.0)
        set(lane_path(scenario_.lanes[i], i) + ".sailings.missed", scalar_node("0", {no_file, 1, 1}));
    }
  }
  void records() {
    for (std::size_t i = 0; i < scenario_.records.size(); ++i) {
      const RecordRule& rule = scenario_.records[i];
      const std::string item = item_path("records", rule.name, i);
      remove_if_there(item, "shrinkage", rule.shrinkage);
      remove_if_there(item, "theft", rule.theft);
      remove_if_there(item, "misplaced", rule.misplaced);
      remove_if_there(item, "receiving", rule.receiving);
      remove_if_there(item, "scanning", rule.scanning);
      remove_if_there(item, "posting", rule.posting);
      remove_if_there(item, "mispicks", rule.mispicks);
      remove_if_there(item, "accuracy", rule.accuracy);
      remove_if_there(item, "read_rate", rule.read_rate);
    }
  }
  void information() {
    for (std::size_t i = 0; i < scenario_.information.size(); ++i) {
      const InformationRule& rule = scenario_.information[i];
      const std::string item = item_path("information", rule.name, i);
      remove_if_there(item, "delay", rule.delay);
      remove_if_there(item, "every", rule.every);
      remove_if_there(item, "offset", rule.offset);
      remove_if_there(item, "own_orders", rule.own_orders);
    }
    for (std::size_t i = 0; i < scenario_.forecast.size(); ++i) {
      const std::string item = item_path("forecast", scenario_.forecast[i].name, i);
      remove_if_there(item, "update_every", scenario_.forecast[i].update_every);
      remove_if_there(item, "frozen_from", scenario_.forecast[i].frozen_from);
    }
  }

  const Scenario& scenario_;
  std::vector<Patch> patches_;
};

}  // namespace

std::span<const CauseKind> cause_kinds() { return kinds; }

std::vector<Patch> switch_off(std::string_view kind, const Scenario& scenario) { return Switches(scenario).off(kind); }

std::string patch_text(const Patch& patch) { return patch.path + ": " + one_line(patch.value); }

}  // namespace restock
