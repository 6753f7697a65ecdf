// Measures of ports: of the site that is one, of all of them, and of nobody else.
#include "measure/world.hpp"

#include <cmath>

using namespace restock;
using namespace restock::test;

TEST_CASE("a port's site has its measures; the network has those of all ports, as ratios of sums") {
  Layout layout = two_level_layout();
  layout.sites = 4;
  layout.port_site = {SiteId(2), SiteId(3)};
  layout.port_berths = {3, 1};
  Record record = two_level_record();
  PortFacts beach;
  beach.waits = 4;
  beach.wait = 6 * day;
  beach.busy = 15 * day;
  beach.queue = 5 * day;
  beach.diverted = 2;
  PortFacts oakland;
  oakland.waits = 2;
  oakland.busy = 5 * day;
  record.ports = {beach, oakland};
  record.links[1].rolled = 7;

  const std::vector<Ledger> points = point_ledgers(record, layout, Detail::total);
  const std::vector<Ledger> sites = site_ledgers(points, record, layout, Detail::total);
  const Ledger network = network_ledger(points, record, layout);
  CHECK(metric_of("port_wait", sites[2]) == Approx(1.5));
  CHECK(metric_of("port_wait", sites[3]) == Approx(0.0));
  CHECK(metric_of("port_wait", network) == Approx(1.0));
  CHECK(metric_of("berth_utilisation", sites[2]) == Approx(0.5));
  CHECK(metric_of("berth_utilisation", network) == Approx(0.5));
  CHECK(metric_of("ships_in_port", sites[2]) == Approx(2.0));
  CHECK(metric_of("port_queue", network) == Approx(0.5));
  CHECK(metric_of("diverted", network) == 2.0);
  CHECK(metric_of("rolled_units", sites[1]) == 7.0);
  CHECK(metric_of("rolled_units", network) == 7.0);
  for (const char* name : {"port_wait", "berth_utilisation", "ships_in_port", "port_queue", "diverted"})
    CHECK(std::isnan(metric_of(name, sites[1])));
}
