// `inputs: bootstrap` as its users meet it: what is printed and kept, that nothing depends on threads or shards, and
// that whoever does not ask for it gets what he got before.
#include "catch.hpp"

#include "shell.hpp"

#include <nlohmann/json.hpp>

namespace {

using Json = nlohmann::json;

std::string observed(const std::string& inputs, const std::string& more = "") {
  const std::string text = R"(name: observed
length: 120 d
replications: 120
seed: 3
products: { kettle: { cost: 10, price: 20 } }
sites: { maker: { kind: supplier }, shop: { kind: store } }
lanes: [{ from: maker, to: shop, transit: { kind: empirical, values: [2 d, 9 d, 4 d, 6 d, 17 d, 3 d, 5 d, 8 d] } }]
demand: { walk-in: { at: shop, arrivals: poisson(5 per d), backorders: false } }
replenishment: { shop: { at: shop, policy: min_max, s: 45, S: 90 } }
alternatives: { more: { replenishment.shop.s: 60, replenishment.shop.S: 105 } }
)";
  return text + inputs + more;
}

const char* resampled = "inputs: { bootstrap: 60 }\n";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string digest_of(const std::string& file) { return restock("digest " + file).out.substr(0, 32); }

}  // namespace

TEST_CASE("a run with resampled inputs tells their spread from luck, as do show and the file") {
  write_file("observed.yaml", observed(resampled));
  const Answer run = restock("run observed.yaml -o observed.h5 --force");
  INFO(run.out << run.err);
  REQUIRE(run.code == 0);
  CHECK(contains(run.out, "over resamples of the inputs"));
  CHECK(contains(run.out, "inputs, 60 resamples: lanes.maker->shop.transit (8 observations)"));
  CHECK(contains(run.out, "spread by inputs"));
  const std::string table = run.out.substr(run.out.find("inputs, 60"));
  CHECK(contains(table, "fill_rate"));
  CHECK(!contains(table, "backorder_rate"));  // nobody waits: nothing varies
  CHECK(restock("show observed.h5").out == run.out);
  const Json json = Json::parse(restock("run observed.yaml --json").out);
  CHECK(json["inputs"]["resamples"] == 60);
  CHECK(json["inputs"]["observed"][0]["name"] == "lanes.maker->shop.transit");
  const Json& fill_rate = json["alternatives"][0]["metrics"]["fill_rate"]["inputs"];
  CHECK(fill_rate["input_share"] > 0.2);  // eight lead times are few: much of what is seen is not knowing them
  CHECK(fill_rate["mean"]["low"] < fill_rate["mean"]["high"]);
  CHECK(fill_rate["one"]["low"] < fill_rate["one"]["high"]);
  CHECK(Json::parse(restock("show observed.h5 --json").out)["inputs"] == json["inputs"]);
  CHECK(contains(restock("explain /inputs/input_share").out, "share of the first in the variance"));
}

TEST_CASE("alternatives meet the same resamples, so that differences are surer than the metrics are") {
  write_file("observed.yaml", observed(resampled));
  REQUIRE(restock("run observed.yaml -o pair.h5 --force").code == 0);
  const Json compared = Json::parse(restock("compare pair.h5 --metric fill_rate --json").out);
  CHECK(compared["replications"] == 60);
  const Json& difference = compared["comparisons"][0]["metrics"]["fill_rate"];
  CHECK(difference["n"] == 60);
  CHECK(difference["correlation"] > 0.5);
  CHECK(difference["variance_ratio"] < 0.5);
  CHECK(contains(restock("compare pair.h5").out, "paired over 60 resamples of the inputs"));
}

TEST_CASE("resampled results are the same on any number of threads") {
  write_file("observed.yaml", observed(resampled));
  REQUIRE(restock("run observed.yaml -o one.h5 --force --threads 1").code == 0);
  REQUIRE(restock("run observed.yaml -o four.h5 --force --threads 4").code == 0);
  CHECK(digest_of("one.h5") == digest_of("four.h5"));
}

TEST_CASE("shards of a sweep resample as the whole does") {
  write_file("observed.yaml",
             observed(resampled, "sweep: { factors: { s: { path: replenishment.shop.s, values: [40, 50] } } }\n"));
  REQUIRE(restock("sweep observed.yaml -o whole.h5 --force").code == 0);
  for (const char* shard : {"0/3", "1/3", "2/3"}) {
    const Answer part = restock(std::string("sweep observed.yaml -o cut.h5 --shard ") + shard);
    INFO(part.err);
    REQUIRE(part.code == 0);
  }
  REQUIRE(restock("merge cut.h5.parts/shard-*.h5 -o cut.h5").code == 0);
  CHECK(digest_of("whole.h5") == digest_of("cut.h5"));
}

TEST_CASE("whoever does not ask for it finds nothing of it") {
  write_file("plain.yaml", observed(""));
  const Answer run = restock("run plain.yaml -o plain.h5 --force");
  REQUIRE(run.code == 0);
  CHECK_FALSE(contains(run.out, "inputs"));
  CHECK_FALSE(contains(restock("run plain.yaml --json").out, "inputs"));
}

TEST_CASE("what cannot be resampled is told where it is written") {
  std::string text = observed(resampled);
  const std::string law = "{ kind: empirical, values: [2 d, 9 d, 4 d, 6 d, 17 d, 3 d, 5 d, 8 d] }";
  write_file("fitted.yaml", text.replace(text.find(law), law.size(), "{ kind: gamma, mean: 6 d, cv: 0.8 }"));
  const Answer fitted = restock("run fitted.yaml");
  CHECK(fitted.code == 3);
  CHECK(contains(fitted.err, "fitted.yaml:11:"));
  CHECK(contains(fitted.err, "nothing to resample"));
  CHECK(contains(fitted.err, "lanes.maker->shop.transit has no observations"));
  write_file("select.yaml", observed(resampled));
  const Answer select = restock("run select.yaml --select best --primary profit --indifference 1");
  CHECK(select.code != 0);
  CHECK(contains(select.err, "independent replications"));
}

TEST_CASE("where no resample has two replications, luck is not told from the inputs, and that is said") {
  write_file("few.yaml", observed(resampled));
  const Answer few = restock("run few.yaml --replications 60");
  REQUIRE(few.code == 0);
  CHECK(contains(few.out, "no resample has two replications"));
  CHECK_FALSE(contains(restock("run few.yaml --replications 61").out, "no resample has two replications"));
  const Json json = Json::parse(restock("run few.yaml --replications 60 --json").out);
  const Json& spread = json["alternatives"][0]["metrics"]["fill_rate"]["inputs"];
  CHECK(spread["input_share"].is_null());
  CHECK(spread["mean"]["low"] < spread["mean"]["high"]);
}

TEST_CASE("alternatives cannot be compared over other resamples") {
  write_file("other.yaml", [] {
    std::string text = observed(resampled);
    const std::string patch = "replenishment.shop.s: 60";
    return text.replace(text.find(patch), patch.size(), "inputs.bootstrap: 40");
  }());
  const Answer other = restock("run other.yaml");
  CHECK(other.code == 3);
  CHECK(contains(other.err, "an alternative cannot change inputs.bootstrap"));
}
