// restock attribute: what was planted is found, by runs of another kind and by arithmetic.
#include "sweep_scenario.hpp"

#include <cstdlib>
#include <nlohmann/json.hpp>

namespace {

using Json = nlohmann::json;

/// Three shops that share nothing, each with a trouble of its own: a surge, a breakdown, wrong records. So what a cause
/// does is what it does to its own shop, whatever else is wrong.
constexpr const char* three_shops = R"yaml(name: three shops
start: 2026-01-01
length: 60 d
replications: 6
seed: 3
products: { kettle: { cost: 10, price: 20 } }
sites:
  maker-a: { kind: supplier }
  maker-b: { kind: supplier, capacity: 12 per d, downtime: { up: exponential(12 d), down: uniform(3 d, 8 d) } }
  maker-c: { kind: supplier }
  a: { kind: store }
  b: { kind: store }
  c: { kind: store }
lanes:
  - { from: maker-a, to: a, transit: 4 d }
  - { from: maker-b, to: b, transit: 4 d }
  - { from: maker-c, to: c, transit: 4 d }
demand:
  at-a:
    { at: a, arrivals: poisson(6 per d), patience: exponential(4 d),
      surges: { sale: "promotion(from: 2026-01-20, for: 6 d, lift: 3)" } }
  at-b: { at: b, arrivals: poisson(6 per d), patience: exponential(4 d) }
  at-c: { at: c, arrivals: poisson(6 per d), backorders: false }
replenishment:
  all: { at: "*", policy: reorder_point, s: 30, Q: 30 }
records:
  c: { at: c, shrinkage: 30 % per month, counts: every(20 d) }
)yaml";

/// And causes that meet: all of them act on one shop.
constexpr const char* one_shop = R"yaml(name: one shop
start: 2026-01-01
length: 60 d
replications: 5
seed: 4
products: { kettle: { cost: 10, price: 20 } }
sites:
  maker: { kind: supplier, capacity: 12 per d, downtime: { up: exponential(12 d), down: uniform(3 d, 8 d) } }
  shop: { kind: store }
lanes: [{ from: maker, to: shop, transit: 4 d }]
demand:
  walk-in:
    { at: shop, arrivals: poisson(6 per d), patience: exponential(4 d),
      surges: { sale: "promotion(from: 2026-01-20, for: 6 d, lift: 3)" } }
replenishment:
  shop: { at: shop, policy: reorder_point, s: 30, Q: 30 }
alternatives:
  no-surge: { demand.walk-in.surges: ~ }
  no-downtime: { sites.maker.downtime: ~ }
  neither: { demand.walk-in.surges: ~, sites.maker.downtime: ~ }
)yaml";

Json answer_of(const std::string& command) {
  const Answer answer = restock(command + " -q --json");
  INFO(answer.out << answer.err);
  REQUIRE(answer.code == 0);
  return Json::parse(answer.out);
}

const Json& named(const Json& list, const std::string& name) {
  for (const Json& entry : list)
    if (entry.at("name") == name) return entry;
  FAIL("there is no " << name);
  return list;
}

/// Means of a metric by alternative.
double mean_in(const Json& run, const std::string& alternative, const std::string& metric) {
  return named(run.at("alternatives"), alternative).at("metrics").at(metric).at("mean").get<double>();
}

double mean_of(const Json& estimate) { return estimate.at("mean").get<double>(); }

double sum_of_parts(const Json& outcome) {
  double sum = mean_of(outcome.at("base"));
  for (const Json& cause : outcome.at("causes")) sum += mean_of(cause);
  return sum;
}

}  // namespace

TEST_CASE("causes that do not meet are found as they were planted") {
  write_file("three.yaml", three_shops);
  const Json found = answer_of("attribute three.yaml");
  CHECK(found.at("method") == "exact");
  REQUIRE(found.at("causes").size() == 3);
  CHECK(named(found.at("causes"), "surges").at("off") == "demand.at-a.surges: ~");
  CHECK(named(found.at("causes"), "supplier_delays").at("off") == "sites.maker-b.downtime: ~");
  CHECK(named(found.at("causes"), "record_errors").at("off") == "records.c.shrinkage: ~");
  // Each cause by itself, by running the scenario without it.
  const std::map<std::string, std::string> off{{"surges", "demand.at-a.surges=~"},
                                               {"supplier_delays", "sites.maker-b.downtime=~"},
                                               {"record_errors", "records.c.shrinkage=~"}};
  const Json whole = answer_of("run three.yaml");
  bool something = false;
  for (const auto& [name, patch] : off) {
    const Json without = answer_of("run three.yaml --set " + patch);
    for (const char* outcome : {"backordered", "lost", "cancelled"}) {
      const auto value = [&](const Json& run) {
        if (outcome == std::string("backordered")) return mean_in(run, "base", outcome);
        if (outcome == std::string("lost"))
          return mean_in(run, "base", "lost_out_of_stock") + mean_in(run, "base", "lost_declined") +
                 mean_in(run, "base", "lost_discontinued");
        return mean_in(run, "base", "cancelled_by_customer") + mean_in(run, "base", "cancelled_by_seller");
      };
      const Json& sum = named(found.at("outcomes"), outcome);
      const double planted = value(whole) - value(without);
      something = something || planted > 1.0;
      INFO(name << " " << outcome);
      CHECK(mean_of(sum.at("total")) == Approx(value(whole)).margin(1e-9));
      CHECK(mean_of(named(sum.at("causes"), name)) == Approx(planted).margin(1e-9));
      CHECK(mean_of(named(sum.at("causes"), name).at("alone")) == Approx(planted).margin(1e-9));
      for (const Json& pair : sum.at("interactions")) CHECK(mean_of(pair) == Approx(0.0).margin(1e-9));
    }
  }
  CHECK(something);
  // Shop a sells on backorder, so nothing is lost there: the surge is a null player, exactly.
  CHECK(mean_of(named(named(found.at("outcomes"), "lost").at("causes"), "surges")) == 0.0);
}

TEST_CASE("causes that meet share what they do together, as four runs say") {
  write_file("one.yaml", one_shop);
  const Json found = answer_of("attribute one.yaml");
  const Json runs = answer_of("run one.yaml");
  const Json& sum = named(found.at("outcomes"), "backordered");
  const double both = mean_in(runs, "base", "backordered"), breakdown = mean_in(runs, "no-surge", "backordered"),
               surge = mean_in(runs, "no-downtime", "backordered"), none = mean_in(runs, "neither", "backordered");
  CHECK(mean_of(sum.at("total")) == Approx(both));
  CHECK(mean_of(sum.at("base")) == Approx(none));
  CHECK(mean_of(named(sum.at("causes"), "surges")) == Approx(((surge - none) + (both - breakdown)) / 2));
  CHECK(mean_of(named(sum.at("causes"), "supplier_delays")) == Approx(((breakdown - none) + (both - surge)) / 2));
  CHECK(mean_of(sum.at("interactions")[0]) == Approx(both - breakdown - surge + none));
  CHECK(std::abs(both - breakdown - surge + none) > 0.25);  // they do meet
  CHECK(sum_of_parts(sum) == Approx(both));
}

TEST_CASE("levels that a rule sets are those of the whole scenario, whatever is switched off") {
  std::string scenario = one_shop;
  const std::string written = "s: 30";
  scenario.replace(scenario.find(written), written.size(), "s: \"auto(service: 0.95)\"");
  write_file("auto.yaml", scenario + "attribution: { outcomes: reorder_point_at_end }\n");
  const Json found = answer_of("attribute auto.yaml");
  const Json& sum = found.at("outcomes").at(0);
  CHECK(mean_of(sum.at("total")) == mean_of(sum.at("base")));
  for (const Json& cause : sum.at("causes")) CHECK(mean_of(cause) == 0.0);
  // Without the surge the rule would have set another one.
  const Json runs = answer_of("run auto.yaml");
  CHECK(mean_in(runs, "base", "reorder_point_at_end") == mean_of(sum.at("total")));
  CHECK(mean_in(runs, "no-surge", "reorder_point_at_end") < mean_of(sum.at("total")));
}

TEST_CASE("percentages stand only where the total is clear of nothing") {
  std::string scenario = three_shops;
  const std::string some = "replications: 6";
  scenario.replace(scenario.find(some), some.size(), "replications: 1");
  write_file("one_replication.yaml", scenario);
  const Json alone = answer_of("attribute one_replication.yaml");
  for (const Json& outcome : alone.at("outcomes")) {
    CHECK(outcome.at("total").at("half_width").is_null());
    for (const Json& cause : outcome.at("causes")) CHECK(cause.at("of_total").is_null());
  }
  write_file("three.yaml", three_shops);
  const Json found = answer_of("attribute three.yaml");
  const Json& sum = named(found.at("outcomes"), "backordered");
  double shares = sum.at("base").at("of_total").get<double>();
  for (const Json& cause : sum.at("causes")) shares += cause.at("of_total").get<double>();
  CHECK(shares == Approx(1.0));
  const Answer table = restock("attribute three.yaml -q");
  for (const char* words : {"ordinary randomness", "supplier_delays", "total", "switched off:", "%"})
    CHECK(tells(table, words));
}

TEST_CASE("an attribution is the same for any number of threads, is kept, and can be run again") {
  write_file("one.yaml", one_shop);
  for (const char* name : {"t1.h5", "t3.h5", "again.h5"}) forget(name);
  REQUIRE(restock("attribute one.yaml -q --threads 1 -o t1.h5").code == 0);
  REQUIRE(restock("attribute one.yaml -q --threads 3 -o t3.h5").code == 0);
  CHECK(digest_of_file("t1.h5") == digest_of_file("t3.h5"));
  CHECK(restock("attribute one.yaml -q -o t1.h5").code == 4);
  CHECK(tells(restock("run --like t1.h5 -q -o again.h5"), "the same bits"));
  // Its alternatives are the coalitions, so whatever reads results reads it.
  CHECK(tells(restock("compare t1.h5"), "without surges"));
  CHECK(tells(restock("show t1.h5"), "ordinary randomness"));
  write_file("look.py",
             "import h5py, numpy as np\n"
             "a = h5py.File('t1.h5')['attribution']\n"
             "assert a['cause'].asstr()[:].tolist() == ['surges', 'supplier_delays']\n"
             "assert a['share'].shape == (3, 2, 5)\n"
             "assert np.allclose(a['base'][:] + a['share'][:].sum(axis=1), a['total'][:])\n"
             "assert a['total'][1].sum() > 0\n"
             "assert a['share'].dims[1][0].name == '/attribution/cause'\n");
  CHECK(std::system(("cd '" + scratch().string() + "' && /usr/bin/python3 look.py").c_str()) == 0);
}

TEST_CASE("with more than six causes orders are drawn, and the parts still add up") {
  // Seven patches that each add a little stock at a shop of three: each is a cause of what it would have prevented.
  std::string scenario = three_shops;
  scenario +=
      "initial: [{ at: a, on_hand: 10 }, { at: b, on_hand: 10 }, { at: c, on_hand: 10 }]\n"
      "attribution:\n"
      "  outcomes: [backordered, lost]\n"
      "  groups:\n"
      "    surge: surges\n    works: [supplier_delays]\n    records: record_errors\n"
      "    a: { \"initial[0].on_hand\": 40 }\n    b: { \"initial[1].on_hand\": 40 }\n"
      "    c: { \"initial[2].on_hand\": 40 }\n    low: { replenishment.all.s: 45 }\n";
  write_file("many.yaml", scenario);
  forget("many.h5");
  const Json found = answer_of("attribute many.yaml -o many.h5");
  CHECK(found.at("method") == "sampled");
  const Json base = answer_of("run many.yaml");
  for (const Json& outcome : found.at("outcomes")) CHECK(sum_of_parts(outcome) == Approx(mean_of(outcome.at("total"))));
  const Json& lost = named(found.at("outcomes"), "lost");
  CHECK(mean_of(lost.at("total")) == Approx(mean_in(base, "base", "lost_out_of_stock")));
  CHECK(mean_of(named(lost.at("causes"), "surge")) == 0.0);  // in every order
  CHECK(mean_of(named(lost.at("causes"), "b")) == 0.0);
  CHECK(mean_of(named(lost.at("causes"), "records")) > 0.0);
  CHECK(tells(restock("run --like many.h5 -q"), "the same bits"));
}

TEST_CASE("an alternative is attributed like the scenario it makes") {
  write_file("one.yaml", one_shop);
  const Json found = answer_of("attribute one.yaml --alternative no-surge");
  REQUIRE(found.at("causes").size() == 1);
  CHECK(mean_of(named(found.at("outcomes"), "backordered").at("total")) ==
        mean_in(answer_of("run one.yaml"), "no-surge", "backordered"));
  CHECK(restock("attribute one.yaml --alternative no-surges").code == 3);
}

TEST_CASE("every kind of cause can be switched off in a scenario that has all of them") {
  const Answer storm = restock("attribute '" + shipped("perfect_storm.yaml") + "' --replications 1 -q --json");
  INFO(storm.err);
  REQUIRE(storm.code == 0);
  CHECK(Json::parse(storm.out).at("causes").size() == 5);
  const Json blame = answer_of("attribute '" + shipped("who_is_to_blame.yaml") + "' --replications 4");
  REQUIRE(blame.at("causes").size() == 5);
  for (const Json& outcome : blame.at("outcomes"))
    CHECK(sum_of_parts(outcome) == Approx(mean_of(outcome.at("total"))).margin(1e-9));
  const Answer list = restock("list causes");
  CHECK(list.code == 0);
  for (const char* words : {"supplier_delays", "sites.NAME.downtime", "records.NAME.shrinkage"})
    CHECK(tells(list, words));
}

TEST_CASE("what cannot be attributed is refused with its place") {
  const auto refused = [](const std::string& section, const std::string& words) {
    write_file("bad.yaml", std::string(one_shop) + section);
    const Answer answer = restock("attribute bad.yaml");
    INFO(section);
    CHECK(answer.code == 3);
    CHECK(tells(answer, words));
    CHECK(restock("validate bad.yaml").code == 3);
  };
  refused("attribution: { groups: { g: surge } }\n", "did you mean surges?");
  refused("attribution: { groups: { g: ports } }\n", "the scenario has no ports");
  refused("attribution: { groups: { g: { demand.walk-in.surge: ~ } } }\n", "there is no surge to remove");
  refused("attribution: { groups: { g: { length: 5 d } } }\n", "cannot change length");
  refused("attribution: { groups: { g: surges, h: { demand.walk-in.surges: ~ } } }\n", "there is no surges to remove");
  refused("attribution: { outcomes: [lost, loss] }\n", "loss is no metric");
  refused("attribution: { permutations: 0 }\n", "does not lie between");
  refused("attribution: { group: {} }\n", "did you mean groups?");
  write_file("small.yaml", small_scenario);
  const Answer none = restock("attribute small.yaml");
  CHECK(none.code == 3);
  CHECK(tells(none, "has none of the causes"));
}
