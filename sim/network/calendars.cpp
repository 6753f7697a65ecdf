// Working days: which calendar a site or a lane has.
#include "network/draft.hpp"

namespace restock {

void resolve_calendars(Draft& draft, Network& network) {
  const Scenario& scenario = *draft.scenario;
  const auto id_of = [&](const std::optional<Reference>& name, const std::string& path) {
    if (!name) return CalendarId{};
    const std::uint32_t found = draft.select.calendar(*name, path);
    return found == nothing ? CalendarId{} : CalendarId(std::size_t{found});
  };
  for (const Site& site : scenario.sites)
    network.site_calendar.push_back(id_of(site.calendar, "sites." + site.name + ".calendar"));
  for (std::size_t i = 0; i < scenario.lanes.size(); ++i) {
    const Lane& lane = scenario.lanes[i];
    network.lane_calendar.push_back(id_of(lane.calendar, "lanes." + lane_name(lane) + ".calendar"));
    const std::uint32_t to = draft.lanes[i].to;
    if (to == nothing || !lane.has_route() || !network.site_calendar[to].valid()) continue;
    draft.complain.error(scenario.sites[to].where, "sites." + scenario.sites[to].name + ".calendar",
                         "calendar_before_a_port",
                         "goods of " + lane_name(lane) + " come in whenever their vessel lets them",
                         "leave the calendar out, or put a site without vessels between");
  }
}

}  // namespace restock
