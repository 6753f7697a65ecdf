// Patches: the one way to vary a scenario.
#include "catch.hpp"
#include "input/support.hpp"

using namespace restock;
using namespace restock::test;

namespace {

Document base(const std::string& extra = {}, const std::string& replaced = {}, const std::string& folder = {}) {
  Issues issues;
  Document document = parse_document(scenario_text(extra, replaced), "test.yaml", folder, issues);
  INFO(long_form(issues));
  REQUIRE(issues.empty());
  return document;
}

/// The document with `--set` patches that have to work.
Document set(const Document& document, const std::vector<std::string>& texts) {
  Issues issues;
  std::vector<Patch> patches;
  for (const std::string& text : texts) patches.push_back(parse_patch(text, issues));
  Document result = patched(document, patches, issues);
  INFO(long_form(issues));
  REQUIRE(issues.empty());
  return result;
}

/// The problems of one `--set`, after reading: code, line and column in its text.
std::string trouble(const Document& document, const std::string& text) {
  Issues issues;
  const Patch patch = parse_patch(text, issues);
  if (issues.empty()) {
    const Document result = patched(document, {patch}, issues);
    if (issues.empty()) read_scenario(result, issues);
  }
  std::string found;
  for (const Issue& issue : issues) {
    CHECK(issue.file == "--set " + text);
    found += std::to_string(issue.column) + " " + issue.code;
  }
  return found;
}

const Rate& rate(const Scenario& scenario) { return std::get<PoissonArrivals>(scenario.demand.at(0).arrivals).rate; }

}  // namespace

TEST_CASE("a section that is a list takes items by name: a new one, another in its place, none") {
  const Document document = base();
  const Scenario more = must_read(set(document, {"lanes.quick={from: a, to: b, transit: 6 h}"}));
  REQUIRE(more.lanes.size() == 2);
  CHECK(more.lanes[1].name == "quick");
  CHECK(more.lanes[1].transit.mean_ticks() == 6 * hour);
  // What stands in the place of a named item keeps its name, so that further patches find it.
  const Scenario other =
      must_read(set(document, {"lanes.quick={from: a, to: b, transit: 6 h}",
                               "lanes.quick={from: a, to: b, transit: 5 h}", "lanes.quick.transit=4 h"}));
  REQUIRE(other.lanes.size() == 2);
  CHECK(other.lanes[1].transit.mean_ticks() == 4 * hour);
  CHECK(must_read(set(document, {"lanes.quick={from: a, to: b, transit: 6 h}", "lanes.quick=~"})).lanes.size() == 1);
  CHECK(trouble(document, "lanes.quick=3 d") == "1 unknown_path");
  CHECK(trouble(document, "lanes.other=~") == "1 unknown_path");
  CHECK(trouble(document, "lanes[4].transit=1 d") == "1 unknown_path");
  CHECK(trouble(document, "products.[0]=~") == "1 unknown_path");
}

TEST_CASE("a patch sets a key, inside calls and policies too") {
  const Document document = base();
  CHECK(must_read(set(document, {"warmup=30 d"})).warmup.ticks == 30 * day);
  CHECK(must_read(set(document, {"products.p.price=3.5"})).products[0].price.amount == 3.5);
  CHECK(must_read(set(document, {"lanes.a->b.transit=gamma(mean: 2 d, cv: 0.5)"})).lanes[0].transit.mean_ticks() ==
        2 * day);
  CHECK(must_read(set(document, {"lanes.\"a->b\".transit=2 d"})).lanes[0].transit.mean_ticks() == 2 * day);
  CHECK(must_read(set(document, {"lanes[0].transit=3 d"})).lanes[0].transit.mean_ticks() == 3 * day);
  CHECK(rate(must_read(set(document, {"demand.d.arrivals.rate=1 per h"}))).per_tick == 1.0 / static_cast<double>(hour));
  CHECK(must_read(set(document, {"customers.backorders=false"})).demand[0].customers.backorders == false);
  CHECK(std::get<MinMax>(must_read(set(document, {"replenishment.stores.S=9"})).replenishment[0].policy).S == 9);
}

TEST_CASE("a patch reaches parameters of a policy written as a call, from beside it") {
  const Document document = base("replenishment: { stores: { at: b, policy: min_max(2, S: 4) } }", "replenishment");
  const MinMax policy =
      std::get<MinMax>(must_read(set(document, {"replenishment.stores.S=9"})).replenishment[0].policy);
  CHECK(policy.S == 9);
  CHECK(policy.s == 2);
}

TEST_CASE("a new policy takes the parameters of the old one away") {
  const Document document = base();
  const auto policy = [&](const std::vector<std::string>& patches) {
    return must_read(set(document, patches)).replenishment[0].policy;
  };
  CHECK(std::get<OrderUpTo>(policy({"replenishment.stores.policy=order_up_to(review: 7 d, S: 12)"})).S == 12);
  CHECK(std::get<BaseStock>(policy({"replenishment.stores.policy=base_stock"})).S == 4);
  CHECK(std::get<ReorderPoint>(policy({"replenishment.stores.policy=reorder_point", "replenishment.stores.Q=5"})).Q ==
        5);
}

TEST_CASE("a patch inside a nested call opens it") {
  const Document document = base("demand: { d: { at: b, arrivals: renewal(gamma(3 h, 0.5)) } }", "demand");
  const Scenario scenario = must_read(set(document, {"demand.d.arrivals.gap.cv=1"}));
  const auto& gap = std::get<Gamma>(std::get<RenewalArrivals>(scenario.demand[0].arrivals).gap.law);
  CHECK(gap.cv == 1.0);
  CHECK(gap.mean.value == static_cast<double>(3 * hour));
}

TEST_CASE("null removes, plus appends, a name replaces or adds") {
  const Document document = base("costs: [{ name: all, ordering: 3 }, { at: b, cancel: 1 }]");
  CHECK(must_read(set(document, {"costs.all.ordering=~"})).costs[0].ordering == std::nullopt);
  CHECK(must_read(set(document, {"costs.all=~"})).costs.size() == 1);
  CHECK(must_read(set(document, {"costs[1].cancel=7"})).costs[1].cancel->amount == 7.0);
  CHECK(must_read(set(document, {"costs.+={ordering: 4}"})).costs.size() == 3);
  CHECK(must_read(set(document, {"lanes.+={from: a, to: b, transit: 9 d, name: slow}"})).lanes[1].name == "slow");
  CHECK(must_read(set(document, {"products.q={cost: 1}"})).products.size() == 2);
  CHECK(must_read(set(document, {"products.+={name: q, cost: 1}"})).products[1].name == "q");
  CHECK(must_read(set(document, {"initial.+={at: b, on_hand: 3}"})).initial[0].on_hand == 3);
  CHECK(must_read(set(document, {"costs=~"})).costs.empty());
}

TEST_CASE("a patch that leads nowhere or does not fit is shown in its own text") {
  const Document document = base();
  CHECK(trouble(document, "warmpu=3 d") == "1 unknown_path");
  CHECK(trouble(document, "warmup=3") == "8 missing_unit");
  CHECK(trouble(document, "warmup=") == "8 missing_value");
  CHECK(trouble(document, "warmup") == "1 bad_path");
  CHECK(trouble(document, "=3") == "1 bad_path");
  CHECK(trouble(document, "lanes..transit=3 d") == "1 bad_path");
  CHECK(trouble(document, "lanes.a->c.transit=3 d") == "1 unknown_path");
  CHECK(trouble(document, "lanes[7].transit=3 d") == "1 unknown_path");
  CHECK(trouble(document, "lanes.a->b.transit.mean=3 d") == "1 unknown_path");
  CHECK(trouble(document, "lanes.a->b.transti=3 d") == "20 unknown_key");
  CHECK(trouble(document, "alternatives.x={}") == "1 bad_path");
  CHECK(trouble(document, "replenishment.stores.S=gamma(") == "24 unclosed_call");
  CHECK(trouble(document, "products.p.cost=~") == "1 unknown_path");
}

TEST_CASE("alternatives are patches with places in the file") {
  const Document document = base(
      "alternatives:\n  more: { replenishment.stores.S: 12 }\n  lost:\n    customers.backorders: false\n    "
      "\"lanes.a->b.transit\": 2 d\n  same: {}");
  Issues issues;
  const auto all = alternatives(document, issues);
  REQUIRE(issues.empty());
  REQUIRE(all.size() == 3);
  CHECK(all[0].name == "more");
  CHECK(all[1].patches[1].path == "lanes.a->b.transit");
  CHECK(all[1].patches[1].where.line == 11);
  const Scenario lost = must_read(patched(document, all[1].patches, issues));
  CHECK(lost.demand[0].customers.backorders == false);
  CHECK(lost.lanes[0].transit.mean_ticks() == 2 * day);
  CHECK(must_read(patched(document, all[2].patches, issues)).lanes[0].transit.mean_ticks() == day);
  CHECK(issues.empty());
}

TEST_CASE("a row of a table is patched by its name") {
  const Scratch scratch;
  scratch.write("products.csv", "name,cost\np,1\nq,2\n");
  const Document document = base("products: products.csv", "products", scratch.path());
  const Scenario scenario = must_read(set(document, {"products.q.cost=5", "products.p.price=9"}));
  REQUIRE(scenario.products.size() == 2);
  CHECK(scenario.products[0].cost.amount == 1.0);
  CHECK(scenario.products[0].price.amount == 9.0);
  CHECK(scenario.products[1].cost.amount == 5.0);
  CHECK(must_read(set(document, {"products.+={name: r}"})).products.size() == 3);
  CHECK(trouble(document, "products.r.cost=5") == "1 unknown_path");
}

TEST_CASE("the resolved text of a patched scenario reads as the same scenario") {
  const Scratch scratch;
  scratch.write("products.csv", "name,cost,class\np,1,\"A: \"\"x\"\", y\"\nq,2,null\n");
  const std::string demand = "demand: { d: { at: b, arrivals: renewal(gamma(3 h, cv: 0.5)), size: 2 } }";
  Issues issues;
  const Document document = parse_document(
      "name: \"a: 'b' # c\\nd\"\nquestion: '~'\n" + demand +
          "\nproducts: products.csv\nlength: 10 d\nsites: { a: { kind: supplier }, b: { kind: store } }\n"
          "lanes: { l: { from: a, to: b, transit: 1 d } }\n",
      "test.yaml", scratch.path(), issues);
  const Document changed = set(document, {"products.q.cost=5", "demand.d.arrivals.gap=erlang(stages: 2, mean: 4 h)",
                                          "seed=18446744073709551615"});
  const Scenario before = must_read(changed);
  const std::string text = write_yaml(changed);
  INFO(text);
  const Document again = parse_document(text, "again.yaml", scratch.path(), issues);
  REQUIRE(issues.empty());
  const Scenario after = must_read(again);
  CHECK(write_yaml(again) == text);
  CHECK(after.name == "a: 'b' # c\nd");
  CHECK(after.question == "~");
  CHECK(after.seed == before.seed);
  REQUIRE(after.products.size() == 2);
  CHECK(after.products[0].class_name == "A: \"x\", y");
  CHECK(after.products[1].class_name == "null");
  CHECK(after.products[1].cost == before.products[1].cost);
  CHECK(std::get<RenewalArrivals>(after.demand[0].arrivals).gap.mean_ticks() == 4 * hour);
}
