// restock run --warmup: a duration, or found by pilots; what has no steady state is refused.
#include "shell.hpp"

#include "catch.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <vector>

namespace {

using Json = nlohmann::json;

/// A base stock of 40 that begins far too full: 5 a day leave, so it takes about 30 days until it is as ever.
const char* full_scenario = R"(name: full
length: 300 d
warmup: 100 d
replications: 4
products: { kettle: { cost: 10, price: 20 } }
sites: { maker: { kind: supplier }, shop: { kind: store } }
lanes: [{ from: maker, to: shop, transit: 3 d }]
demand: { walk-in: { at: shop, arrivals: poisson(5 per d) } }
replenishment: { shop: { at: shop, policy: base_stock, S: 40 } }
initial: [{ at: shop, on_hand: 190 }]
alternatives: { more: { replenishment.shop.S: 50 } }
)";

std::string full_with(const std::string& line) { return std::string(full_scenario) + line; }

bool says(const Answer& answer, const std::string& words) {
  return answer.err.find(words) != std::string::npos || answer.out.find(words) != std::string::npos;
}

double days_in(const std::string& text) {
  const std::size_t at = text.find("warm-up: ") + 9;
  return std::stod(text.substr(at)) * (text.compare(text.find(' ', at) + 1, 1, "w") == 0 ? 7.0 : 1.0);
}

}  // namespace

TEST_CASE("a warm-up that is found cuts off the start and is that of a plain run") {
  write_file("full.yaml", full_scenario);
  std::filesystem::remove(scratch() / "w.h5");
  const Answer run = restock("run full.yaml -q --json -o w.h5 --warmup detect");
  INFO(run.out << run.err);
  REQUIRE(run.code == 0);
  const std::string text = Json::parse(run.out)["warm_up"];
  INFO(text);
  // 150 units too many leave at 5 a day; with S = 50 it is over ten units sooner. Then three days until supply comes.
  CHECK(days_in(text) >= 28.0);
  CHECK(days_in(text) <= 60.0);
  CHECK(text.find("mean_on_hand in base") != std::string::npos);
  CHECK(text.find("mean_on_order in more") != std::string::npos);
  CHECK(says(restock("show w.h5"), "warm-up: "));
  const std::size_t at = text.find("warm-up: ") + 9;
  const std::string span = text.substr(at, text.find(" (", at) - at);
  std::filesystem::remove(scratch() / "p.h5");
  REQUIRE(restock("run full.yaml -q -o p.h5 --warmup '" + span + "'").code == 0);
  const std::string found = restock("digest w.h5").out, plain = restock("digest p.h5").out;
  CHECK(found.substr(0, 32) == plain.substr(0, 32));
  std::filesystem::remove(scratch() / "t.h5");
  REQUIRE(restock("run full.yaml -q -o t.h5 --warmup detect --threads 3").code == 0);
  CHECK(restock("digest t.h5").out.substr(0, 32) == plain.substr(0, 32));
}

TEST_CASE("a warm-up is looked for in the metrics that are named") {
  write_file("full.yaml", full_scenario);
  const Answer run = restock("run full.yaml -q --json --warmup detect:mean_backlog");
  REQUIRE(run.code == 0);
  const std::string text = Json::parse(run.out)["warm_up"];
  CHECK(text.find("mean_on_hand") == std::string::npos);
  CHECK(text.find("mean_backlog in more") != std::string::npos);
}

TEST_CASE("a duration is what it says") {
  write_file("full.yaml", full_scenario);
  const Answer option = restock("run full.yaml -q --json --warmup '20 d'");
  const Answer patch = restock("run full.yaml -q --json --set warmup='20 d'");
  REQUIRE(option.code == 0);
  CHECK(option.out == patch.out);
}

TEST_CASE("where there is no steady state none is looked for") {
  for (const auto& [from, to, words] : std::vector<std::array<std::string, 3>>{
           {"poisson(5 per d) }", "poisson(5 per d), trend: 10 % per y }", "has a trend"},
           {"poisson(5 per d) }", "poisson(5 per d), season: { weekdays: [1,1,1,1,1,2,2] } }", "has a season"},
           {"poisson(5 per d) }", "poisson(5 per d), surges: { sale: promotion(from: 50 d, for: 3 d, lift: 2) } }",
            "has a surge with a date"},
           {"price: 20 }", "price: 20, discontinued: 200 d }", "has an end within the window"},
           {"{ replenishment.shop.S: 50 }", "{ demand.walk-in.trend: 10 % per y }", "has a trend"},
           {"{ replenishment.shop.S: 50 }", "{ markdown.sale: { steps: [{ from: 50 d, price: 70 % }] } }",
            "has a date in the window, or prices"},
           {"{ replenishment.shop.S: 50 }", "{ demand.walk-in.season: { weekdays: [1, 1, 1, 1, 1, 2, 2] } }",
            "has a season"},
           {"{ replenishment.shop.S: 50 }", "{ demand.walk-in.launch: { at: 20 d } }", "has a launch"},
           {"{ replenishment.shop.S: 50 }", "{ demand.walk-in.reserve: { units: 5, from: 20 d } }", "has a reserve"},
           {"{ replenishment.shop.S: 50 }",
            "{ demand.walk-in.surges: { radio: burst(at: [50 d], peak: 2, decay: 2 d) } }", "has a surge with a date"},
           {"{ replenishment.shop.S: 50 }",
            "{ demand.walk-in.surges: { clip: viral(at: 50 d, branching: 0.5, delay: 1 d) } }",
            "has a surge with a date"},
           {"{ replenishment.shop.S: 50 }",
            "{ demand.walk-in.surges: { fair: regime(when: scheduled(from: 50 d, for: 5 d), lift: 2) } }",
            "has a surge with a date"},
           {"{ replenishment.shop.S: 50 }", "{ calendars.work: { holidays: [20 d] } }", "has holidays or shutdowns"},
           {"{ replenishment.shop.S: 50 }", "{ forecast.weekly: { frozen_from: 20 d } }", "has a date in the window"},
           {"{ replenishment.shop.S: 50 }",
            "{ disruptions.closed: { when: repeating(every: 7 d, for: 1 d), effects: [{ kind: lane_closed, lane: "
            "maker->shop }] } }",
            "comes at the same times in every run"},
           {"{ replenishment.shop.S: 50 }", "{ warmup: 10 d }", "has a warm-up of its own"}}) {
    std::string text = full_scenario;
    REQUIRE(text.find(from) != std::string::npos);
    text.replace(text.find(from), from.size(), to);
    write_file("moving.yaml", text);
    const Answer run = restock("run moving.yaml -q --warmup detect");
    INFO(to << "\n" << run.err);
    CHECK(run.code == 3);
    CHECK(says(run, words));
  }
  write_file("moving.yaml",
             full_with("disruptions: { strike: { when: scheduled(from: 20 d, for: 5 d), effects: [{ kind: lane_closed, "
                       "lane: maker->shop }] } }\n"));
  const Answer strike = restock("run moving.yaml -q --warmup detect");
  CHECK(strike.code == 3);
  CHECK(says(strike, "moving.yaml:12:"));
  CHECK(says(strike, "no steady state"));
}

TEST_CASE("a pilot that is too short to settle says so") {
  write_file("full.yaml", full_scenario);
  const Answer run = restock("run full.yaml -q --warmup detect --set length='20 d' --set warmup='10 d'");
  INFO(run.err);
  CHECK(run.code == 3);
  CHECK(says(run, "has not settled after half of the pilots' 30 d"));
}

TEST_CASE("a metric without a course is refused") {
  write_file("full.yaml", full_scenario);
  const Answer run = restock("run full.yaml -q --warmup detect:mean_on_hnd");
  CHECK(run.code == 2);
  CHECK(says(run, "did you mean mean_on_hand"));
}

TEST_CASE("one slow stock point among quick ones hides in the whole, but not where each is looked at") {
  // 40 slow ones leave at one in two days, so they take about 70 until five are left.
  std::string text = full_scenario;
  const auto put = [&](const std::string& from, const std::string& to) {
    REQUIRE(text.find(from) != std::string::npos);
    text.replace(text.find(from), from.size(), to);
  };
  put("products: { kettle: { cost: 10, price: 20 } }",
      "products: { kettle: { cost: 10, price: 20 }, slow: { cost: 10, price: 20 } }");
  put("demand: { walk-in: { at: shop, arrivals: poisson(5 per d) } }",
      "demand: { walk-in: { at: shop, product: kettle, arrivals: poisson(500 per d) }, rare: { at: shop, product: "
      "slow, arrivals: "
      "poisson(0.5 per d) } }");
  put("replenishment: { shop: { at: shop, policy: base_stock, S: 40 } }",
      "replenishment: { shop: { at: shop, product: kettle, policy: base_stock, S: 1700 }, rare: { at: shop, product: "
      "slow, "
      "policy: base_stock, S: 5 } }");
  put("on_hand: 190 }", "product: slow, on_hand: 40 }");
  put("{ replenishment.shop.S: 50 }", "{ replenishment.shop.S: 1800 }");
  write_file("slow.yaml", text);
  const auto found = [](const std::string& series) {
    const Answer run = restock("run slow.yaml -q --json --warmup detect:" + series);
    INFO(run.out << run.err);
    REQUIRE(run.code == 0);
    return Json::parse(run.out)["warm_up"].get<std::string>();
  };
  const std::string whole = found("mean_on_hand"), each = found("mean_on_hand@stock_points");
  INFO(whole << each);
  CHECK(days_in(each) >= 70.0);
  CHECK(days_in(each) <= 150.0);
  CHECK(days_in(each) >= days_in(whole) + 20.0);
  CHECK(each.find("mean_on_hand of slow at shop in base") != std::string::npos);
  CHECK(each.find("the most of 2 places") != std::string::npos);
  // By site is, with one site, the whole; the largest over all that is asked for counts.
  CHECK(days_in(found("mean_on_hand@sites")) == days_in(whole));
  CHECK(days_in(found("mean_on_order,mean_on_hand@stock_points")) == days_in(each));
}

TEST_CASE("the queue at ports can be watched, where there is one") {
  write_file("full.yaml", full_scenario);
  const Answer none = restock("run full.yaml -q --warmup detect:port_queue");
  CHECK(none.code == 3);
  CHECK(says(none, "there is no port"));
  const Answer places = restock("run full.yaml -q --warmup detect:mean_on_hand@shops");
  CHECK(places.code == 2);
  CHECK(says(places, "sites or stock_points"));
}
