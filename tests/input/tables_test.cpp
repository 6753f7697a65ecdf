// CSV tables and demand traces.
#include "catch.hpp"
#include "input/support.hpp"

using namespace restock;
using namespace restock::test;

TEST_CASE("a table is read like the items it stands for") {
  const Scratch scratch;
  scratch.write("demand.csv",
                "\xEF\xBB\xBFname,at,product,arrivals,patience.kind,patience.mean,size\r\n"
                "d1,b,p,poisson(3 per d),exponential,4 d,\r\n"
                "\r\n"
                "d2, \"b*\" ,\"p\",\"renewal(gap: gamma(mean: 2 d, cv: 1))\",,,2\r\n");
  const Scenario scenario = must_read(scenario_text("demand: demand.csv", "demand"), scratch.path());
  REQUIRE(scenario.demand.size() == 2);
  CHECK(scenario.demand[0].customers.patience->mean_ticks() == 4 * day);
  CHECK(mean(scenario.demand[0].size.law) == 1.0);
  CHECK(scenario.demand[1].at.patterns == std::vector<std::string>{"b*"});
  CHECK(mean(scenario.demand[1].size.law) == 2.0);
  CHECK_FALSE(scenario.demand[1].customers.patience);
  CHECK(scenario.demand[1].where.line == 4);
  CHECK(scenario.files.at(scenario.demand[1].where.file) == scratch.path("demand.csv"));
}

TEST_CASE("tables, their defaults and written items mix in a list") {
  const Scratch scratch;
  scratch.write("levels.csv", "at,S,review\nb,7,\na,9,2 d\n");
  scratch.write("more.csv", "name,at,policy,s,S\nx,b,min_max,1,2\n");
  const Scenario scenario =
      must_read(scenario_text("replenishment:\n  - { file: levels.csv, policy: order_up_to, review: 1 d, minimum: 3 "
                              "}\n  - more.csv\n  - { at: b, policy: base_stock, S: 1 }",
                              "replenishment"),
                scratch.path());
  REQUIRE(scenario.replenishment.size() == 4);
  CHECK(std::get<OrderUpTo>(scenario.replenishment[0].policy).S == 7);
  CHECK(std::get<OrderUpTo>(scenario.replenishment[0].policy).calendar.every.ticks == day);
  CHECK(std::get<OrderUpTo>(scenario.replenishment[1].policy).calendar.every.ticks == 2 * day);
  CHECK(scenario.replenishment[1].lot.minimum == 3);
  CHECK(scenario.replenishment[2].name == "x");
  CHECK(std::get<BaseStock>(scenario.replenishment[3].policy).S == 1);
}

TEST_CASE("a dotted column reaches into a default written as a call") {
  const Scratch scratch;
  scratch.write("demand.csv", "name,arrivals.rate\nd1,3 per d\nd2,\n");
  const Scenario scenario = must_read(
      scenario_text("demand: [{ file: demand.csv, at: b, arrivals: poisson(1 per d) }]", "demand"), scratch.path());
  CHECK(std::get<PoissonArrivals>(scenario.demand[0].arrivals).rate.per_tick == 3.0 / static_cast<double>(day));
  CHECK(std::get<PoissonArrivals>(scenario.demand[1].arrivals).rate.per_tick == 1.0 / static_cast<double>(day));
}

TEST_CASE("a quoted cell may hold commas, quotes and line ends, and later rows keep their line numbers") {
  const Scratch scratch;
  scratch.write("products.csv", "name,class\np,\"a, \"\"b\"\"\nc\"\nq,\nr\n");
  Issues issues;
  const Document document =
      parse_document(scenario_text("products: products.csv", "products"), "test.yaml", scratch.path(), issues);
  CHECK_FALSE(read_scenario(document, issues));
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].line == 5);
  CHECK(issues[0].code == "ragged_row");
  CHECK(describe(issues[0], document).find("5 | r") != std::string::npos);
}

TEST_CASE("a million bad rows do not become a million messages") {
  const Scratch scratch;
  std::string rows = "name,cost\n";
  for (int i = 0; i < 3000; ++i) rows += "p" + std::to_string(i) + ",x\n";
  scratch.write("products.csv", rows);
  Issues issues;
  CHECK_FALSE(read_scenario(
      parse_document(scenario_text("products: products.csv", "products"), "t.yaml", scratch.path(), issues), issues));
  CHECK(issues.size() == 501);
}

TEST_CASE("a trace is read by stock point, in time order, with dates and offsets") {
  const Scratch scratch;
  scratch.write("lines.csv",
                "product,time,quantity,site\n"
                "p,2026-03-02T06:00,2,b\n"
                "q,1 d,1,b\n"
                "p,2026-03-01,5,b\n"
                "p,6 h,7,b\n"
                "p,0 d,1,b\n"
                "p,-2 d,9,b\n");
  const Scenario scenario =
      must_read("start: 2026-03-01\n" + scenario_text("demand: { d: { at: b, arrivals: trace(lines.csv) } }", "demand"),
                scratch.path());
  const auto& groups = scenario.demand[0].trace;
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].site == "b");
  CHECK(groups[0].product == "p");
  CHECK(groups[0].where.line == 2);
  std::vector<std::pair<Time, Quantity>> lines;
  for (const TraceLine& line : groups[0].lines) lines.emplace_back(line.at, line.units);
  CHECK(lines ==
        std::vector<std::pair<Time, Quantity>>{{-2 * day, 9}, {0, 5}, {0, 1}, {6 * hour, 7}, {day + 6 * hour, 2}});
  CHECK(groups[1].product == "q");
}

TEST_CASE("a trace without site and product is one group") {
  const Scratch scratch;
  scratch.write("lines.csv", "time,quantity\n1 d,2\n");
  const Scenario scenario = must_read(
      scenario_text("demand: { d: { at: b, arrivals: { kind: trace, file: lines.csv } } }", "demand"), scratch.path());
  REQUIRE(scenario.demand[0].trace.size() == 1);
  CHECK(scenario.demand[0].trace[0].site.empty());
  CHECK(problems_of(scenario_text("demand: { d: { at: b, arrivals: trace(../lines.csv) } }", "demand"),
                    scratch.path()) == "6:33 bad_file_name");
}

TEST_CASE("a table of volumes has a stock point in each row, and names each name once") {
  const Scratch scratch;
  scratch.write("volumes.csv", "volume,product,at\n0.5,p,b\n 2 ,q,b\n0,p,c\n1e-3,q,c\n");
  const std::string text =
      scenario_text("demand: { d: { at: b, arrivals: poisson(3 per d), volumes: volumes.csv } }", "demand");
  const Scenario scenario = must_read(text, scratch.path());
  const Volumes& volumes = scenario.demand[0].volumes;
  REQUIRE(volumes.rows.size() == 4);
  REQUIRE(volumes.sites.size() == 2);
  REQUIRE(volumes.products.size() == 2);
  CHECK(volumes.sites[1].text == "c");
  CHECK(volumes.sites[1].where.line == 4);
  CHECK(volumes.products[1].text == "q");
  CHECK(volumes.rows[1].volume == 2.0);
  CHECK(volumes.rows[2].site == 1);
  CHECK(volumes.rows[2].product == 0);
  CHECK(volumes.rows[3].volume == 0.001);
  const auto refused = [&](const std::string& table) {
    scratch.write("volumes.csv", table);
    return problems_of(text, scratch.path());
  };
  CHECK(refused("at,product\nb,p\n") == "csv 1:1 missing_column");
  CHECK(refused("at,prodct,volume\nb,p,1\n") == "csv 1:4 unknown_key");
  CHECK(refused("at,volume\nb,-1\n") == "csv 2:3 out_of_range");
  CHECK(refused("at,volume\nb,nan\n").starts_with("csv 2:3 "));
  CHECK(refused("at,volume\nb,\n").starts_with("csv 2:3 "));
  CHECK(refused("at,volume\n,1\n") == "csv 2:1 missing_value");
  CHECK(
      problems_of(scenario_text("demand: { d: { at: b, arrivals: per_period(1 d), volumes: volumes.csv } }", "demand"),
                  scratch.path()) == "6:59 rule");
}

TEST_CASE("a table that never ends, in its lines or as a whole, is not read to its end") {
  const Scratch scratch;
  const std::string text = scenario_text("products: t.csv", "products");
  std::filesystem::create_symlink("/dev/zero", scratch.path("t.csv"));
  CHECK(problems_of(text, scratch.path()) == "csv 0:0 not_a_file");
  std::filesystem::remove(scratch.path("t.csv"));
  scratch.write("t.csv", "name,cost\np,1\n" + std::string(std::size_t{17} << 20U, 'x') + "\nq,2\n");
  CHECK(problems_of(text, scratch.path()) == "csv 3:1 too_large");
  // A line as long as the pieces that it is read in, one shorter, one longer; with and without an end.
  for (const std::size_t length : {4'094U, 4'095U, 4'096U, 4'097U, 8'190U, 8'191U})
    for (const char* end : {"", "\n", "\r\n"}) {
      scratch.write("t.csv", "name,class\np," + std::string(length - 2, 'x') + end);
      CHECK(must_read(text, scratch.path()).products.at(0).class_name.size() == length - 2);
    }
}

TEST_CASE("a missing file, a folder and an empty file each say so") {
  const Scratch scratch;
  scratch.write("empty.yaml", "");
  const auto code = [&](const std::string& name) {
    Issues issues;
    const Document document = load_document(scratch.path(name), issues);
    CHECK(document.broken);
    CHECK_FALSE(read_scenario(document, issues));
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].file == scratch.path(name));
    return issues[0].code;
  };
  CHECK(code("nowhere.yaml") == "missing_file");
  CHECK(code("") == "not_a_file");
  CHECK(code("empty.yaml") == "empty_file");
}
