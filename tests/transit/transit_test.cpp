// Timetables and the arithmetic of a port's queue, without an engine.
#include "catch.hpp"
#include "transit/route.hpp"

using namespace restock;

TEST_CASE("a sailing at this very instant is still caught, in the warm-up too") {
  Sailings weekly{week, 2 * day, unlimited, 0.0};
  CHECK(weekly.at_or_after(2 * day) == 0);
  CHECK(weekly.at_or_after(2 * day + 1) == 1);
  CHECK(weekly.at_or_after(0) == 0);
  CHECK(weekly.at_or_after(-5 * day) == -1);
  CHECK(weekly.at_or_after(-5 * day - 1) == -1);
  CHECK(weekly.at_or_after(-5 * day + 1) == 0);
  for (std::int64_t k = -3; k < 4; ++k) CHECK(weekly.at_or_after(weekly.time_of(k)) == k);
}

TEST_CASE("cranes announce what the load takes, a law its mean") {
  PortPlan port;
  port.planned_handling = 2 * day;
  port.planned_yard = 3 * day;
  CHECK(port.planned_stay(1) == 5 * day);
  port.by_crane = true;
  port.overhead = 6 * hour;
  port.ticks_per_unit = static_cast<double>(day) / 900.0;
  CHECK(port.announced_handling(450) == 18 * hour);
  CHECK(port.planned_stay(450) == 18 * hour + 3 * day);
}

TEST_CASE("a vessel goes elsewhere for the queue or for the wait it is told, and only where there is an elsewhere") {
  PortPlan port;
  port.berths = 2;
  CHECK_FALSE(port.sends_on(1000, 1000 * day));
  port.reroute = {PortId(std::size_t{1}), 8, 4 * day, 2 * day};
  CHECK_FALSE(port.sends_on(7, 7 * day));
  CHECK(port.sends_on(8, 0));
  CHECK(port.sends_on(3, 8 * day));
  CHECK_FALSE(port.sends_on(3, 8 * day - 2));
}

TEST_CASE("a cargo larger than the yard goes in when the yard is empty, so nothing is stuck for ever") {
  PortPlan port;
  port.yard = 100;
  CHECK(port.fits(60, 40));
  CHECK_FALSE(port.fits(61, 40));
  CHECK(port.fits(0, 400));
  port.yard = unlimited;
  CHECK(port.fits(unlimited - 1, 5));
}

TEST_CASE("the announced way over a port adds its legs") {
  RoutePlan route;
  route.planned_inland = 2 * day;
  PortPlan port;
  port.planned_handling = day;
  port.planned_yard = 3 * day;
  CHECK(planned_after_departure(route, 14 * day, &port, 10) == 20 * day);
  CHECK(planned_after_departure(route, 15 * day, nullptr, 10) == 15 * day);
}
