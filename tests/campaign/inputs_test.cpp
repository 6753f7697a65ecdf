// Resampled inputs in a plan and in the file that it leaves.
#include "campaign/run.hpp"
#include "catch.hpp"
#include "output/reader.hpp"

#include <cstdlib>
#include <string>
#include <vector>

using namespace restock;

namespace {

Plan planned(const std::string& inputs, int replications, int seed = 3) {
  const std::string text = R"yaml(name: observed
length: 120 d
products: { kettle: { cost: 10, price: 20 } }
sites: { maker: { kind: supplier }, shop: { kind: store } }
lanes: [{ from: maker, to: shop, transit: "empirical([2 d, 9 d, 4 d, 6 d, 17 d, 3 d, 5 d, 8 d])" }]
demand:
  walk-in: { at: shop, arrivals: poisson(5 per d), backorders: false }
replenishment:
  shop: { at: shop, policy: min_max, s: 45, S: 90 }
alternatives:
  more: { replenishment.shop.s: 60, replenishment.shop.S: 105 }
replications: )yaml" + std::to_string(replications) +
                           "\nseed: " + std::to_string(seed) + "\n" + inputs;
  Issues issues;
  std::optional<Plan> plan = make_plan(parse_document(text, "observed.yaml", ".", issues), {}, issues);
  for (const Issue& issue : issues) UNSCOPED_INFO(issue.path << ": " << issue.problem);
  REQUIRE(plan.has_value());
  return std::move(*plan);
}

std::vector<double> lead_times(const Plan& plan) {
  const RunResult run = run_plan(plan, {});
  const std::span<const double> values = run.results.of(metric_index("mean_lead_time").value(), 0);
  return {values.begin(), values.end()};
}

ResultReader kept(const Plan& plan, const std::string& name) {
  RunSettings settings;
  settings.path = std::string(std::getenv("RESTOCK_TEST_TMP")) + "/" + name;
  settings.force = true;
  run_plan(plan, settings);
  return ResultReader(settings.path);
}

}  // namespace

TEST_CASE("the seed decides the resamples, and more replications keep those that were") {
  const std::vector<double> before = lead_times(planned("inputs: { bootstrap: 60 }", 120));
  std::vector<double> more = lead_times(planned("inputs: { bootstrap: 60 }", 180));
  more.resize(120);
  CHECK(more == before);
  CHECK(lead_times(planned("inputs: { bootstrap: 60 }", 120, 4)) != before);
}

TEST_CASE("a resample is the same whatever the number of them, and all alternatives have it") {
  const Plan few = planned("inputs: { bootstrap: 5 }", 10), many = planned("inputs: { bootstrap: 8 }", 16);
  const auto drawn = [](const Variant& variant, std::uint64_t replication) {
    return std::get<Empirical>(variant.blueprint(replication).link_terms.front().transit.law).drawn;
  };
  for (std::uint64_t b = 0; b < 5; ++b) {
    CHECK(drawn(few.variants[0], b) == drawn(many.variants[0], b));
    CHECK(drawn(few.variants[1], b) == drawn(few.variants[0], b));
    CHECK(drawn(few.variants[0], b + 5) == drawn(few.variants[0], b));
  }
  CHECK(drawn(few.variants[0], 0) != drawn(few.variants[0], 1));
}

TEST_CASE("a file says what was resampled, with which resample each replication ran, and what came of it") {
  const ResultReader reader = kept(planned("inputs: { bootstrap: 40 }", 80), "resampled.h5");
  REQUIRE(reader.header().inputs.names.size() == 1);
  CHECK(reader.header().inputs.resamples == 40);
  CHECK(reader.header().inputs.names[0].name == "lanes.maker->shop.transit");
  CHECK(reader.header().inputs.names[0].observations == 8);
  const std::vector<double> resamples = reader.numbers("inputs/resample", {80});
  CHECK(resamples[39] == 39.0);
  CHECK(resamples[40] == 0.0);
  const std::size_t metric = metric_index("mean_lead_time").value();
  const std::vector<double> shares = reader.numbers("inputs/input_share", {2, metrics().size()});
  CHECK(shares[metric] > 0.5);  // what is observed of lead times decides most of their mean
  CHECK(shares[metric] < 1.0);
}

TEST_CASE("a file of a scenario without inputs has nothing of them") {
  const ResultReader reader = kept(planned("", 4), "plain.h5");
  CHECK_FALSE(reader.has("inputs/input"));
  CHECK(reader.header().inputs.resamples == 0);
}
