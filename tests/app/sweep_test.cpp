// restock sweep: what it plans, what its results are, what it refuses.
#include "sweep_scenario.hpp"

#include <cmath>
#include <cstdlib>
#include <sstream>

namespace {

/// The metrics of an alternative in `--json` of a run or of one design point of a sweep.
std::string metrics_in(const std::string& json, const std::string& alternative, std::size_t from) {
  const std::size_t name = json.find("\"name\":\"" + alternative + "\"", from);
  REQUIRE(name != std::string::npos);
  const std::size_t begin = json.find("\"metrics\":", name);
  return json.substr(begin, json.find("}}", begin) - begin);
}

std::size_t lines_with(const std::string& text, const std::string& words) {
  std::istringstream in(text);
  std::size_t count = 0;
  for (std::string line; std::getline(in, line);) count += line.find(words) != std::string::npos ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("a design point is the scenario with its factors set") {
  write_file("sweep.yaml", small_sweep());
  forget("s.h5");
  const Answer sweep = restock("sweep sweep.yaml -q -o s.h5 --json");
  REQUIRE(sweep.code == 0);
  CHECK(sweep.out.starts_with("{\"schema\":\"restock.sweep/1\""));
  const std::vector<std::pair<std::string, std::string>> points{
      {"5", "4 per d"}, {"5", "6 per d"}, {"15", "4 per d"}, {"15", "6 per d"}, {"25", "4 per d"}, {"25", "6 per d"}};
  for (std::size_t p = 0; p < points.size(); ++p) {
    const Answer run = restock("run sweep.yaml -q --json --set replenishment.shop.s=" + points[p].first +
                               " --set demand.walk-in.arrivals.rate='" + points[p].second + "'");
    REQUIRE(run.code == 0);
    const std::size_t from = sweep.out.find("\"design_point\":" + std::to_string(p) + ",");
    REQUIRE(from != std::string::npos);
    for (const char* alternative : {"base", "more"})
      CHECK(metrics_in(sweep.out, alternative, from) == metrics_in(run.out, alternative, 0));
  }
}

// Units on their way are Poisson with mean demand × transit, so the fill rate is P(N < S) (Zipkin 2000, section 6.2).
TEST_CASE("the shipped sweep gives the fill rate of theory at every design point") {
  forget("curve.h5");
  const Answer sweep = restock("sweep '" + shipped("stock_curve.yaml") + "' -q -o curve.h5 --json");
  REQUIRE(sweep.code == 0);
  const auto number_after = [&](const std::string& key, std::size_t from) {
    const std::size_t at = sweep.out.find(key, from);
    REQUIRE(at != std::string::npos);
    return std::stod(sweep.out.substr(at + key.size(), 30));
  };
  std::size_t points = 0;
  for (std::size_t at = sweep.out.find("\"design_point\":"); at != std::string::npos;
       at = sweep.out.find("\"design_point\":", at + 1), ++points) {
    const double mean = number_after("\"rate\":", at) * number_after("\"transit\":", at);
    const double level = number_after("\"S\":", at);
    double term = std::exp(-mean), theory = 0.0;
    for (int k = 0; k < static_cast<int>(level); term *= mean / ++k) theory += term;
    const std::size_t fill = sweep.out.find("\"fill_rate\":", at);
    // 20 replications: the half-width is t(0.975, 19) = 2.093 standard errors. Where nobody waits it is 0 and the rest
    // is rounding.
    const double error = number_after("\"half_width\":", fill) / 2.093;
    CHECK(std::abs(number_after("\"mean\":", fill) - theory) <= 4.0 * error + 1e-4);
  }
  CHECK(points == 48);
}

TEST_CASE("the plan is shown before anything runs, and nothing is written") {
  write_file("sweep.yaml", small_sweep());
  forget("dry.h5");
  const Answer plan = restock("sweep sweep.yaml --dry-run -o dry.h5");
  CHECK(plan.code == 0);
  CHECK(tells(plan, "6 design points × 2 alternatives × 4 replications = 48 cells"));
  CHECK(tells(plan, "4 to 6 per d"));
  CHECK_FALSE(std::filesystem::exists(scratch() / "dry.h5"));
  CHECK_FALSE(std::filesystem::exists(scratch() / "dry.h5.parts"));
  const Answer json = restock("sweep sweep.yaml --dry-run --json");
  CHECK(json.out.starts_with("{\"schema\":\"restock.sweep_plan/1\""));
  CHECK(json.out.find("\"cells\":48") != std::string::npos);
}

TEST_CASE("the table has a row for each alternative at each design point") {
  write_file("sweep.yaml", small_sweep());
  forget("t.h5");
  const Answer answer = restock("sweep sweep.yaml -q -o t.h5");
  CHECK(answer.code == 0);
  CHECK(lines_with(answer.out, " base ") == 6);
  CHECK(lines_with(answer.out, " more ") == 6);
  CHECK(tells(answer, "rate [per d]"));
}

TEST_CASE("export writes factors as columns, and other readers say what to do instead") {
  write_file("sweep.yaml", small_sweep());
  forget("e.h5");
  REQUIRE(restock("sweep sweep.yaml -q -o e.h5 --detail stock_point").code == 0);
  const std::string table = restock("export e.h5").out;
  CHECK(table.starts_with("design_point,s,rate,statistic,site,product,alternative,replication,value\n0,5,4,"));
  CHECK(lines_with(table, ",demand,,,") == 48);
  CHECK(lines_with(table, ",demand,shop,kettle,") == 48);
  const Answer compare = restock("compare e.h5");
  CHECK(compare.code == 4);
  CHECK(tells(compare, "is the result of a sweep"));
  REQUIRE(restock("run sweep.yaml -q -o run.h5 --force").code == 0);
  const Answer status = restock("sweep status run.h5");
  CHECK(status.code == 4);
  CHECK(tells(status, "is the result of a run, not of a sweep"));
}

TEST_CASE("other people's readers open a sweep and find its factors") {
  write_file("sweep.yaml", small_sweep());
  forget("x.h5");
  REQUIRE(restock("sweep sweep.yaml -q -o x.h5 --detail stock_point --shard 1/2").code == 0);
  REQUIRE(restock("sweep sweep.yaml -q -o x.h5 --detail stock_point").code == 0);
  REQUIRE(restock("export x.h5 -o x.csv --force").code == 0);
  REQUIRE(restock("run sweep.yaml -q -o point.h5 --force --detail stock_point --set replenishment.shop.s=15 --set "
                  "demand.walk-in.arrivals.rate='6 per d'")
              .code == 0);
  const std::string command = "/usr/bin/python3 '" RESTOCK_SOURCE_DIR "/tests/app/open_sweep.py' '" +
                              (scratch() / "x.h5").string() + "' '" +
                              (scratch() / "x.h5.parts/shard-00001-of-00002.h5").string() + "' '" +
                              (scratch() / "x.csv").string() + "' '" + (scratch() / "point.h5").string() + "'";
  CHECK(std::system(command.c_str()) == 0);
}

TEST_CASE("every design point is checked, and every mistake shown at its place, before anything runs") {
  write_file("sweep.yaml", std::string(small_scenario) + R"(sweep:
  factors:
    s: { path: replenishment.shop.s, values: [5, 50, six] }
    t: { path: "lanes.maker->shop.transit", values: [1 d, 2] }
)");
  forget("bad.h5");
  const Answer answer = restock("sweep sweep.yaml -o bad.h5");
  CHECK(answer.code == 3);
  CHECK(tells(answer, "sweep.yaml:12:50"));  // s above S
  CHECK(tells(answer, "sweep.yaml:12:54"));
  CHECK(tells(answer, "sweep.yaml:13:59"));
  CHECK_FALSE(std::filesystem::exists(scratch() / "bad.h5.parts"));
  CHECK(restock("validate sweep.yaml").code == 3);
  CHECK(restock("run sweep.yaml -q").code == 0);  // as written it is right
}

TEST_CASE("a path that leads nowhere is shown where the factor is written") {
  write_file("sweep.yaml",
             std::string(small_scenario) + "sweep: { factors: { x: { path: replenishment.shp.s, values: [1] } } }\n");
  const Answer answer = restock("sweep sweep.yaml --dry-run");
  CHECK(answer.code == 3);
  CHECK(tells(answer, "sweep.yaml:10:32"));
  CHECK(tells(answer, "shop"));
}

TEST_CASE("a factor that an alternative overrules is warned of") {
  write_file("sweep.yaml", small_with("{ replenishment.shop.s: 20 }") +
                               "sweep: { factors: { x: { path: replenishment.shop.s, values: [1, 2] } } }\n");
  const Answer answer = restock("sweep sweep.yaml --dry-run");
  CHECK(answer.code == 0);
  CHECK(tells(answer, "here the factor does nothing"));
}

TEST_CASE("sweep says what it lacks") {
  write_file("small.yaml", small_scenario);
  CHECK(restock("sweep small.yaml -o n.h5").code == 3);
  write_file("sweep.yaml", small_sweep());
  CHECK(tells(restock("sweep sweep.yaml"), "-o RESULT.h5"));
  CHECK(restock("sweep sweep.yaml").code == 2);
  CHECK(restock("sweep").code == 2);
  CHECK(restock("sweep sweep.yaml -o n.h5 --shard 3/3").code == 2);
  CHECK(restock("sweep sweep.yaml -o n.h5 --shards 3").code == 2);
  CHECK(restock("sweep sweep.yaml -o n.h5 --shard 1/3 --force").code == 2);
  CHECK(restock("sweep sweep.yaml -o n.h5 --detail orders").code == 2);
  CHECK(restock("sweep status n.h5").code == 4);
}

TEST_CASE("a table that changes between shards is noticed") {
  write_file("products.csv", "name,cost,price\nkettle,10,20\n");
  std::string text = small_sweep();
  const std::string products = "{ kettle: { cost: 10, price: 20 } }";
  text.replace(text.find(products), products.size(), "products.csv");
  write_file("table.yaml", text);
  forget("table.h5");
  REQUIRE(restock("sweep table.yaml -q -o table.h5 --shard 0/2").code == 0);
  write_file("products.csv", "name,cost,price\nkettle,11,20\n");
  const Answer answer = restock("sweep table.yaml -q -o table.h5 --shard 1/2");
  CHECK(answer.code == 4);
  CHECK(tells(answer, "another sweep"));
}

TEST_CASE("before a sweep of many cells runs it says how many, how long and how large; a small one just runs") {
  write_file("sweep.yaml", small_sweep());
  forget("told.h5");
  const Answer told = restock("sweep sweep.yaml -o told.h5 --replications 20");
  REQUIRE(told.code == 0);
  CHECK(told.err.find("grid: 6 design points × 2 alternatives × 20 replications = 240 cells") != std::string::npos);
  CHECK(told.err.find("per cell, from 3 pilot cells") != std::string::npos);
  const std::string digest = digest_of_file("told.h5");
  CHECK_FALSE(tells(restock("sweep sweep.yaml -o told.h5 --replications 20"), "pilot cells"));  // it is there
  forget("told.h5");
  CHECK_FALSE(tells(restock("sweep sweep.yaml -q -o told.h5 --replications 20"), "pilot cells"));
  CHECK(digest_of_file("told.h5") == digest);
  forget("told.h5");
  CHECK_FALSE(tells(restock("sweep sweep.yaml -o told.h5"), "pilot cells"));
}

TEST_CASE("a sweep whose script fails says at which design point, and is begun again when the script is mended") {
  std::string text =
      small_with("{ demand.walk-in.arrivals.rate: 9 per d }") +
      "sweep: { factors: { rate: { path: demand.walk-in.arrivals.rate, values: [4 per d, 6 per d] } } }\n";
  const std::string policy = "policy: min_max, s: 15, S: 40";
  text.replace(text.find(policy), policy.size(), "policy: script, review: 1 d, stock: 1, file: late.lua");
  write_file("script.yaml", text);
  write_file("late.lua", "return function(view) if view.now > 10 then error('no more') end return 1 end");
  forget("script.h5");
  const Answer failed = restock("sweep script.yaml -q -o script.h5");
  CHECK(failed.code == 3);
  CHECK(tells(failed, "design point 0: late.lua:1: no more"));
  CHECK_FALSE(std::filesystem::exists(scratch() / "script.h5"));
  write_file("late.lua", "return function(view) return 1 end");
  CHECK(restock("sweep script.yaml -q -o script.h5").code == 0);
  CHECK(std::filesystem::exists(scratch() / "script.h5"));
}
