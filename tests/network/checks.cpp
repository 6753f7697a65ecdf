#include "catch.hpp"
#include "network/example.hpp"
#include "network/lead.hpp"
#include "network/load.hpp"
#include "network/names.hpp"

using namespace restock;
using namespace restock::example;

TEST_CASE("globs match whole names") {
  CHECK(glob_matches("store-*", "store-12"));
  CHECK(glob_matches("*-*-?", "a-b-c-d"));
  CHECK_FALSE(glob_matches("store-?", "store-12"));
  CHECK_FALSE(glob_matches("store", "store-1"));
  CHECK(glob_matches("*", ""));
}

TEST_CASE("a name that does not exist is reported where it is written, all at once") {
  Scenario s = three_echelons();
  s.lanes[1].to = {"wesbhop", {0, 41, 20}};
  s.demand[0].at = Selector{{"corner-shp"}, {0, 60, 9}};
  s.demand[1].product = Selector{{"ketle"}, {0, 61, 9}};
  s.replenishment[0].at = Selector{{"depot-*"}, {0, 80, 9}};
  s.replenishment[1].from = Reference{"ningpo", {0, 81, 9}};
  const Issues issues = issues_of(s);
  CHECK(issues.size() == 5);
  CHECK(issues[0].file == "shop.yaml");
  CHECK(issues[0].line == 41);
  CHECK(issues[0].column == 20);
  CHECK(issues[0].path == "lanes.reno->webshop.to");
  CHECK(issues[0].code == "unknown_site");
  CHECK(issues[0].problem == "there is no site named wesbhop");
  CHECK(issues[0].hint == "did you mean webshop?");
  CHECK(issues[1].path == "demand.online.at");
  CHECK(issues[1].hint == "did you mean corner-shop?");
  CHECK(issues[2].code == "unknown_product");
  CHECK(issues[2].hint == "did you mean kettle?");
  CHECK(issues[3].problem == "depot-* matches no site");
  CHECK(issues[4].path == "replenishment.rule1.from");
}

TEST_CASE("two things of one name are refused") {
  Scenario s = three_echelons();
  add_site(s, "reno", SiteKind::store);
  add_lane(s, "reno", "webshop", day);
  add_demand(s, "online", "webshop", 1.0);
  add_product(s, "kettle");
  int twice = 0;
  for (const Issue& issue : issues_of(s)) twice += issue.code == "duplicate_name" ? 1 : 0;
  CHECK(twice == 4);
}

TEST_CASE("suppliers hold no stock and receive nothing") {
  Scenario s = three_echelons();
  s.demand[0].at = names({"ningbo"}, 60);
  add_lane(s, "reno", "ningbo", day);
  add_lane(s, "reno", "reno", day);
  const Issues issues = issues_of(s);
  CHECK(found(issues, "supplier_has_no_stock").line == 60);
  CHECK(found(issues, "lane_into_supplier").path == "lanes.reno->ningbo.to");
  CHECK(found(issues, "lane_to_itself").path == "lanes.reno->reno.to");
}

TEST_CASE("a cycle is named by its path and product, at the lane that closed it") {
  Scenario s = three_echelons();
  add_site(s, "austin", SiteKind::warehouse);
  s.lanes[0] = Lane(s.lanes[1]);
  s.lanes[0].name = "reno->austin";
  s.lanes[0].to.name = "austin";
  s.lanes[0].where = at_line(40);
  add_lane(s, "austin", "reno", day);
  add_rule(s, "austin", BaseStock{5});
  const Issue issue = found(issues_of(s), "cycle");
  CHECK(issue.problem == "goods run in a circle: reno → austin → reno (product kettle)");
  CHECK(issue.path == "lanes.austin->reno");
  CHECK(issue.line == 43);
}

TEST_CASE("a product made of itself is a cycle too") {
  Scenario s = chair_works();
  s.sites[1].makes.push_back({{"leg", at_line(33)}, {{{"chair", at_line(34)}, 1}}});
  s.lanes[0].product = names({"seat"});
  const Issue issue = found(issues_of(s), "cycle");
  CHECK(issue.problem == "goods run in a circle: works/chair → works/leg → works/chair");
  CHECK(issue.path == "sites.works.makes");
}

TEST_CASE("what is demanded or needed but cannot be supplied is an error with a way out") {
  Scenario s = three_echelons();
  s.lanes.erase(s.lanes.begin());
  const Issue issue = found(issues_of(s), "unsupplied");
  CHECK(issue.problem ==
        "reno/kettle and 1 more stock point: demanded or needed, but no lane brings it, no plant makes it and "
        "there is none to begin with");
  CHECK(issue.path == "sites.reno");
  CHECK(issue.line == 21);
  CHECK(issue.hint.find("add a lane into reno") == 0);
  SECTION("stock for the whole run is supply enough, without a rule to order more") {
    s.replenishment.erase(s.replenishment.begin());
    add_initial(s, "reno", 50'000);
    const Issues issues = issues_of(s);
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].problem == "ningbo supplies nothing");
  }
  SECTION("a rule cannot order from nowhere, whatever there is to begin with") {
    add_initial(s, "reno", 50'000);
    CHECK(found(issues_of(s), "unsupplied").line == 21);
  }
  SECTION("supply under way may be all there is, but an empty start is pointed out") {
    s.replenishment.erase(s.replenishment.begin());
    InitialRule& rule = add_initial(s, "reno", 0);
    rule.on_hand.reset();
    rule.pipeline = {{Instant{3 * day}, 500}};
    const Issue warning = found(issues_of(s), "starts_empty");
    CHECK(warning.severity == Severity::warning);
    CHECK(warning.line == 90);
  }
}

TEST_CASE("a site that could order but has no rule is an error") {
  Scenario s = three_echelons();
  s.replenishment.erase(s.replenishment.begin());
  s.replenishment[0].at = names({"webshop"});
  const Issues issues = issues_of(s);
  REQUIRE(issues.size() == 2);
  CHECK(issues[0].code == "no_replenishment");
  CHECK(issues[0].path == "sites.reno");
  CHECK(issues[0].problem ==
        "reno/kettle and 1 more stock point: it can be supplied, but no replenishment rule says when to order");
  CHECK(issues[0].hint.find("at: reno") != std::string::npos);
  CHECK(issues[1].path == "demand.walk-in");
  CHECK(issues[1].line == 61);
}

TEST_CASE("a rule that matches no stock point is an error") {
  Scenario s = three_echelons();
  add_rule(s, "corner-shop", BaseStock{3}, {"toaster"});
  add_costs(s, {"corner-shop"}, {"toaster"}).ordering = Money{1.0};
  add_initial(s, "corner-shop", 4).product = names({"toaster"});
  const Issues issues = issues_of(s);
  REQUIRE(issues.size() == 3);
  CHECK(issues[0].path == "replenishment.rule2");
  CHECK(issues[0].line == 82);
  CHECK(issues[1].path == "initial.initial0");
  CHECK(issues[2].path == "costs.costs0");
  for (const Issue& issue : issues) CHECK(issue.code == "matches_nothing");
}

TEST_CASE("a product alone is taken for nothing") {
  Scenario s = three_echelons();
  RecordRule rule;
  rule.name = "webshop";
  rule.where = {0, 90, 3};
  rule.at = Selector{{"webshop"}, {}};
  rule.product = Selector{{"kettle"}, {}};
  rule.mispicks = Share{0.02};
  s.records.push_back(rule);
  const Issues issues = issues_of(s);
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].code == "one_look_alike");
  CHECK(issues[0].path == "records.webshop.mispicks");
  CHECK(issues[0].line == 90);
}

TEST_CASE("initial backlog needs customers, and supply under way cannot arrive before the clock starts") {
  Scenario s = three_echelons();
  s.warmup = {10 * day};
  add_initial(s, "reno", 4).backlog = 2;
  s.initial.back().pipeline = {{Instant{-11 * day}, 5}, {Instant{day}, 0}};
  const Issues issues = issues_of(s);
  CHECK(found(issues, "backlog_without_customers").path == "initial.initial0.backlog");
  CHECK(found(issues, "before_clock").path == "initial.initial0.pipeline");
  CHECK(found(issues, "out_of_range").path == "initial.initial0.pipeline");
}

TEST_CASE("recipes are checked") {
  Scenario s = chair_works();
  Recipe& chair = s.sites[1].makes[0];
  SECTION("unknown component") {
    chair.components[1].product.name = "saet";
    CHECK(found(issues_of(s), "unknown_product").path == "sites.works.makes.chair.saet");
  }
  SECTION("a component twice, and none of it") {
    chair.components.push_back({{"leg", at_line(35)}, 0});
    CHECK(found(issues_of(s), "duplicate_component").line == 35);
    CHECK(found(issues_of(s), "out_of_range").line == 35);
  }
  SECTION("a product twice") {
    s.sites[1].makes.push_back(chair);
    CHECK(found(issues_of(s), "duplicate_recipe").line == 30);
  }
  SECTION("what is made is ordered from nowhere") {
    s.replenishment[0].at = names({"works"});
    s.replenishment[0].from = Reference{"sawmill", at_line(80)};
    add_rule(s, "store", BaseStock{20});
    CHECK(found(issues_of(s), "made_here").problem.find("works/chair") == 0);
  }
  SECTION("components need supply like anything else") {
    s.lanes[0].product = names({"leg"});
    CHECK(found(issues_of(s), "unsupplied").problem.find("works/seat") == 0);
  }
}

TEST_CASE("mean demand is rolled up through shares and bills of material") {
  Scenario s = chair_works();
  s.demand[0].size.law = Geometric{Measure{2.0}};
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network);
  const MeanLoad load = mean_load(s, *network);
  CHECK(load.points[3] * day == Approx(60.0));
  CHECK(load.points[0] * day == Approx(60.0));
  CHECK(load.points[1] * day == Approx(240.0));
  CHECK(load.sites[0] * day == Approx(300.0));
  CHECK(load.sites[1] * day == Approx(60.0));
  SECTION("every family of arrivals has a mean") {
    s.demand[0].arrivals = PerPeriodArrivals{Duration{2 * day}, {}};
    CHECK(mean_load(s, *network).points[3] * day == Approx(1.0));
    s.demand[0].arrivals = RenewalArrivals{exactly(12 * hour)};
    CHECK(mean_load(s, *network).points[3] * day == Approx(4.0));
  }
}

TEST_CASE("capacity below mean demand is a warning with both figures") {
  Scenario s = chair_works();
  s.sites[1].production_lines = 2;
  s.demand[0].arrivals = PoissonArrivals{Rate{200.0 / static_cast<double>(day)}};
  CHECK(issues_of(s).empty());
  s.demand[0].arrivals = PoissonArrivals{Rate{250.0 / static_cast<double>(day)}};
  const Issue issue = found(issues_of(s), "capacity_below_demand");
  CHECK(issue.severity == Severity::warning);
  CHECK(issue.problem == "mean demand of 250 per d exceeds the capacity of 200 per d");
  CHECK(issue.path == "sites.works.capacity");
  CHECK(issue.line == 21);
}

TEST_CASE("idle sites and products are pointed out") {
  Scenario s = three_echelons();
  add_site(s, "ghost", SiteKind::store);
  add_site(s, "shenzhen", SiteKind::supplier);
  add_product(s, "lamp");
  s.demand[0].product = names({"kettle"});
  const Issues issues = issues_of(s);
  REQUIRE(issues.size() == 3);
  CHECK(issues[0].problem == "ghost holds nothing: nothing is demanded there or needed further down");
  CHECK(issues[1].problem == "shenzhen supplies nothing");
  CHECK(issues[2].problem == "neither demanded nor needed anywhere: toaster, lamp");
  CHECK_FALSE(has_errors(issues));
}

TEST_CASE("a trace serves the streams that its file names") {
  Scenario s = three_echelons();
  s.demand.pop_back();
  DemandEntry& entry = s.demand[0];
  entry.at = names({"*shop"});
  entry.arrivals = TraceArrivals{"orders.csv"};
  s.warmup = {day};
  entry.trace = {{"webshop", "toaster", at_line(2), {{-2 * day, 1}, {day, 4}, {2 * day, 6}}},
                 {"corner-shop", "kettle", at_line(3), {{day, 1}}}};
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network);
  CHECK(network->streams.size() == 2);
  CHECK(issues.size() == 1);
  CHECK(found(issues, "trace_before_clock").problem ==
        "1 line of the trace is from before the clock starts and left out");
  SECTION("a misspelt site in the file is an error there") {
    entry.trace[0].site = "webshp";
    CHECK(found(issues_of(s), "unknown_site").line == 2);
  }
  SECTION("without a column one file cannot serve two sites") {
    entry.trace.erase(entry.trace.begin() + 1);
    entry.trace[0].site.clear();
    CHECK(found(issues_of(s), "trace_without_column").problem ==
          "the file has no column site, but the entry covers 2 sites");
  }
  SECTION("lines of other products are left out, with a warning") {
    entry.product = names({"toaster"});
    CHECK(found(issues_of(s), "trace_lines_left_out").severity == Severity::warning);
  }
  SECTION("no line at all is an error") {
    entry.trace.clear();
    CHECK(found(issues_of(s), "matches_nothing").path == "demand.online.arrivals");
  }
  SECTION("the file states sizes") {
    entry.size.law = Constant{Measure{2.0}};
    CHECK(found(issues_of(s), "size_of_trace").path == "demand.online.size");
  }
}

TEST_CASE("names with slashes that make two draws share an address are refused") {
  Scenario s = three_echelons();
  add_site(s, "a", SiteKind::store);
  add_site(s, "a/b", SiteKind::store);
  add_product(s, "b/kettle");
  add_lane(s, "reno", "a", day);
  add_lane(s, "reno", "a/b", day);
  add_demand(s, "one", "a", 1.0, {"b/kettle"});
  add_demand(s, "two", "a/b", 1.0, {"kettle"});
  add_rule(s, "a*", BaseStock{1});
  CHECK(found(issues_of(s), "address_collision").problem.find("shares the address") == 0);
}

TEST_CASE("the longest announced way is told with its path") {
  Scenario s = three_echelons();
  s.sites[0].production_time = exactly(4 * day);
  s.lanes[2].order_delay = {12 * hour};
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network);
  CHECK(longest_lead(s, *network).text() == "24.5 d: ningbo → reno → corner-shop (kettle)");
  const std::vector<Time> leads = longest_leads(s, *network);
  CHECK(leads[0] == 22 * day);
  CHECK(leads[2] == 23 * day);
  SECTION("planned times are those announced, not those drawn") {
    s.lanes[0].planned = PlannedFixed{Duration{30 * day}};
    CHECK(longest_lead(s, *network).total == 36 * day + 12 * hour);
  }
  SECTION("through a plant: its production and its slowest component") {
    const Scenario chairs = chair_works();
    const auto works = build_network(chairs, issues);
    REQUIRE(works);
    CHECK(longest_lead(chairs, *works).text() == "10.01 d: sawmill → works → store (chair)");
  }
}
