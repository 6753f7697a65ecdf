#include "catch.hpp"
#include "network/example.hpp"

using namespace restock;
using namespace restock::example;

namespace {

/// An office, and where it is: at a site and on a lane.
Scenario with_an_office(const std::string& of_site, const std::string& of_lane) {
  Scenario s = three_echelons();
  CalendarRule office;
  office.name = "office";
  office.where = at_line(140);
  s.calendars.push_back(office);
  s.sites[2].calendar = Reference{of_site, at_line(141)};
  s.lanes[0].calendar = Reference{of_lane, at_line(142)};
  return s;
}

}  // namespace

TEST_CASE("sites and lanes find their calendars") {
  const Scenario s = with_an_office("office", "office");
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network);
  CHECK(network->site_calendar[2] == CalendarId{std::size_t{0}});
  CHECK_FALSE(network->site_calendar[1].valid());
  CHECK(network->lane_calendar[0] == CalendarId{std::size_t{0}});
  CHECK_FALSE(network->lane_calendar[1].valid());
}

TEST_CASE("a calendar that is not there is told where it is named") {
  CHECK(found(issues_of(with_an_office("offce", "office")), "unknown_calendar").line == 141);
  CHECK(found(issues_of(with_an_office("office", "offce")), "unknown_calendar").line == 142);
}

TEST_CASE("goods from a vessel do not wait for a working day") {
  Scenario s = with_an_office("office", "office");
  s.lanes[0].calendar.reset();
  SailingSchedule weekly;
  weekly.every = Duration{7 * day};
  for (Lane& lane : s.lanes)
    if (lane.to.name == s.sites[2].name) lane.sailings = weekly;
  CHECK(found(issues_of(s), "calendar_before_a_port").path == "sites." + s.sites[2].name + ".calendar");
}
