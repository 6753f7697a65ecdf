// The same scenario and seed give the same bits whatever the number of threads and whatever the processor can do, and
// what is added to a scenario leaves everybody else's luck alone.
#include "catch.hpp"

#include "shell.hpp"

#include <string>

namespace {

std::string digest_of(const std::string& arguments, const std::string& shell = "true") {
  REQUIRE(restock("run " + arguments + " -q -o same.h5 --force", shell).code == 0);
  const Answer outcome = restock("digest same.h5");
  REQUIRE(outcome.code == 0);
  return outcome.out.substr(0, outcome.out.find(' '));
}

/// The values of one alternative in `--json`.
std::string alternative(const std::string& json, const std::string& name) {
  const std::size_t from = json.find("{\"name\":\"" + name + "\"");
  REQUIRE(from != std::string::npos);
  return json.substr(from, json.find("{\"name\":", from + 1) - from);
}

}  // namespace

TEST_CASE("one, two and eight threads give the same bits, ledgers included") {
  const std::string scenario = shipped("health_import.yaml") + " --replications 3 --detail orders";
  const std::string one = digest_of(scenario + " --threads 1");
  CHECK(digest_of(scenario + " --threads 2") == one);
  CHECK(digest_of(scenario + " --threads 8") == one);
  CHECK(digest_of(scenario + " --threads 2 --seed 8") != one);
}

TEST_CASE("a processor without FMA gives the same bits") {
  const std::string scenario = shipped("health_import.yaml") + " --replications 2 --detail stock_point";
  const std::string plain = digest_of(scenario);
  CHECK(digest_of(scenario, "export GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2,-FMA_Usable,-AVX2_Usable") == plain);
}

TEST_CASE("adding an alternative, a site and its demand changes nobody else") {
  write_file("small.yaml", small_scenario);
  const Answer before = restock("run small.yaml -q --json --detail stock_point");
  REQUIRE(before.code == 0);
  write_file("added.yaml", small_with("{ replenishment.shop.s: 20 }, less: { replenishment.shop.s: 5 }"));
  const Answer added = restock("run added.yaml -q --json --detail stock_point");
  REQUIRE(added.code == 0);
  CHECK(alternative(added.out, "base") == alternative(before.out, "base"));
  CHECK(alternative(added.out, "less") != alternative(before.out, "base"));

  const Answer wider = restock(
      "run small.yaml -q --json --detail stock_point --set sites.annex='{kind: store}' "
      "--set lanes.+='{from: maker, to: annex, transit: 1 d}' "
      "--set demand.annex='{at: annex, arrivals: poisson(9 per d)}' "
      "--set replenishment.annex='{at: annex, policy: base_stock, S: 9}'");
  REQUIRE(wider.code == 0);
  const auto shop = [](const std::string& json) {
    const std::string base = alternative(json, "base");
    const std::size_t from = base.find("{\"site\":\"shop\"");
    REQUIRE(from != std::string::npos);
    return base.substr(from, base.find("}}}", from) - from);
  };
  CHECK(shop(wider.out) == shop(before.out));
}

TEST_CASE("fewer replications are the first of more") {
  write_file("small.yaml", small_scenario);
  REQUIRE(restock("run small.yaml -q -o few.h5 --force --replications 2").code == 0);
  REQUIRE(restock("run small.yaml -q -o many.h5 --force --replications 5").code == 0);
  const std::string few = restock("export few.h5").out;
  const std::string many = restock("export many.h5").out;
  std::size_t at = 0;
  std::size_t lines = 0;
  while (at < few.size()) {
    const std::size_t end = few.find('\n', at) + 1;
    CHECK(many.find(few.substr(at, end - at)) != std::string::npos);
    at = end;
    ++lines;
  }
  CHECK(lines > 100);
}
