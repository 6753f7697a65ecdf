// Packers of sites.
#include "catch.hpp"
#include "network/example.hpp"

using namespace restock;
using namespace restock::example;

namespace {

Site& site_of(Scenario& s, const std::string& name) {
  for (Site& site : s.sites)
    if (site.name == name) return site;
  throw std::runtime_error(name);
}

}  // namespace

TEST_CASE("packers have customers, and enough hands for them") {
  Scenario s = three_echelons();
  site_of(s, "webshop").packing = Rate{1000.0 / static_cast<double>(day)};
  CHECK(issues_of(s).empty());
  site_of(s, "webshop").packing = Rate{0.5 / static_cast<double>(day)};
  CHECK(found(issues_of(s), "packing_below_demand").line == site_of(s, "webshop").where.line);
  site_of(s, "reno").packing = Rate{1000.0 / static_cast<double>(day)};
  CHECK(found(issues_of(s), "packs_for_nobody").line == site_of(s, "reno").where.line);
}
