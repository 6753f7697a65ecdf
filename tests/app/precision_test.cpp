// restock run --precision and --select: when it stops, that the result is that of a plain run, what is refused.
#include "shell.hpp"

#include "catch.hpp"

#include <nlohmann/json.hpp>

namespace {

using Json = nlohmann::json;

/// A run with these options, as JSON; the result in r.h5.
Json run_json(const std::string& options) {
  std::filesystem::remove(scratch() / "r.h5");
  const Answer answer = restock("run small.yaml -q --json -o r.h5 " + options);
  INFO(answer.out << answer.err);
  REQUIRE(answer.code == 0);
  return Json::parse(answer.out);
}

std::string digest_of(const std::string& file) { return restock("digest " + file).out; }

std::string digest_of_plain_run(const std::string& options) {
  std::filesystem::remove(scratch() / "plain.h5");
  REQUIRE(restock("run small.yaml -q -o plain.h5 " + options).code == 0);
  std::string digest = digest_of("plain.h5");
  return digest.substr(0, digest.find("plain.h5"));
}

bool says(const Answer& answer, const std::string& words) {
  return answer.err.find(words) != std::string::npos || answer.out.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a run until intervals are narrow is the plain run of so many replications, on any number of threads") {
  write_file("small.yaml", small_scenario);
  for (const std::string detail : {"", "--detail stock_point", "--detail orders"}) {
    const Json one = run_json("--precision fill_rate:1% --threads 1 " + detail);
    const auto n = one["replications"].get<int>();
    CHECK(n > 20);
    CHECK(one["stopping"]["met"] == true);
    CHECK(one["stopping"]["looks"].back() == n);
    const std::string digest = digest_of("r.h5");
    const Json many = run_json("--precision fill_rate:1% --threads 4 " + detail);
    CHECK(many == one);
    CHECK(digest_of("r.h5") == digest);
    CHECK(digest.starts_with(digest_of_plain_run("--replications " + std::to_string(n) + " " + detail)));
  }
}

TEST_CASE("it stops at the first look at which every interval of every alternative is narrow, and not before") {
  write_file("small.yaml", small_scenario);
  const Json run = run_json("--precision fill_rate:2% --precision mean_on_hand:0.4");
  const Json& stopping = run["stopping"];
  REQUIRE(stopping["targets"].size() == 4);
  for (const Json& target : stopping["targets"]) {
    CHECK(target["half_width"] <= target["allowed"]);
    CHECK(target["met"] == true);
  }
  // At the look before, some interval was too wide: a plain run of that many shows it.
  const auto looks = stopping["looks"].get<std::vector<int>>();
  REQUIRE(looks.size() >= 2);
  CHECK(looks.front() == 20);
  const Json before =
      Json::parse(restock("run small.yaml -q --json --replications " + std::to_string(looks[looks.size() - 2])).out);
  bool narrow = true;
  for (const Json& alternative : before["alternatives"]) {
    const Json& fill = alternative["metrics"]["fill_rate"];
    narrow = narrow && fill["half_width"].get<double>() <= fill["mean"].get<double>() * 0.02 / 1.02 &&
             alternative["metrics"]["mean_on_hand"]["half_width"].get<double>() <= 0.4;
  }
  CHECK_FALSE(narrow);
}

TEST_CASE("a run that gives up at the maximum says so, in the summary and in the file") {
  write_file("small.yaml", small_scenario);
  std::filesystem::remove(scratch() / "r.h5");
  const Answer run = restock("run small.yaml -q -o r.h5 --precision fill_rate:0.00001 --max-replications 45");
  CHECK(run.code == 0);
  CHECK(says(run, "gave up at the maximum, after 45 replications (looked at 20, 40, 45)"));
  CHECK(says(run, "not reached"));
  CHECK(says(restock("show r.h5"), "gave up at the maximum, after 45 replications"));
}

TEST_CASE("the first stage is the scenario's replications") {
  write_file("small.yaml", small_scenario);
  CHECK(run_json("--replications 60 --precision fill_rate:20%")["replications"] == 60);
  CHECK(run_json("--precision fill_rate:90%")["replications"] == 20);
}

TEST_CASE("a selection chooses the best, and who falls out gets no more replications") {
  std::string text = small_scenario;
  const std::string written = "alternatives: { more: { replenishment.shop.s: 20 } }";
  text.replace(text.find(written), written.size(),
               "alternatives: { more: { replenishment.shop.s: 17 }, empty: { replenishment.shop: { at: shop, policy: "
               "min_max, s: 1, S: 4 } } }");
  write_file("small.yaml", text);
  const std::string options = "--select best --primary fill_rate --indifference 0.004 ";
  const Json one = run_json(options + "--threads 1");
  const std::string digest = digest_of("r.h5");
  const Json& stopping = one["stopping"];
  CHECK(stopping["rule"] == "select");
  CHECK(stopping["met"] == true);
  CHECK(stopping["chosen"] == "more");
  const Json& out = stopping["alternatives"][2];
  CHECK(out["name"] == "empty");
  CHECK(out["replications"] == 20);
  CHECK(out["beaten_by"] == "more");
  const auto n = one["replications"].get<int>();
  CHECK(n > 20);
  CHECK(one["alternatives"][2]["metrics"]["fill_rate"]["n"] == 20);
  CHECK(run_json(options + "--threads 3") == one);
  CHECK(digest_of("r.h5") == digest);
  CHECK(says(restock("show r.h5"), "more is best in fill_rate"));
  // Pairs are the common prefix: 20 with the one that fell out.
  const Json compared = Json::parse(restock("compare r.h5 --json --metric fill_rate --primary fill_rate").out);
  CHECK(compared["comparisons"][1]["metrics"]["fill_rate"]["n"] == 20);
  CHECK(compared["comparisons"][0]["metrics"]["fill_rate"]["n"] == n);
  // Its cells are absent, and the others are those of a plain run.
  const std::string table = restock("export r.h5").out;
  CHECK(table.find("fill_rate,,,empty,19,") != std::string::npos);
  CHECK(table.find("fill_rate,,,empty,20,") == std::string::npos);
  std::filesystem::remove(scratch() / "plain.h5");
  REQUIRE(restock("run small.yaml -q -o plain.h5 --replications " + std::to_string(n)).code == 0);
  const std::string plain = restock("export plain.h5").out;
  const std::string row = "fill_rate,,,more," + std::to_string(n - 1) + ",";
  const std::size_t there = plain.find(row), here = table.find(row);
  REQUIRE(there != std::string::npos);
  REQUIRE(here != std::string::npos);
  CHECK(plain.substr(there, plain.find('\n', there) - there) == table.substr(here, table.find('\n', here) - here));
  CHECK(restock("report r.h5 -o r.html --force").code == 0);
}

TEST_CASE("a selection that the maximum ends chooses nobody, and equals are settled") {
  const std::string options = "--select best --primary fill_rate --indifference 0.00001 --max-replications 30";
  write_file("small.yaml", small_with("{ replenishment.shop.s: 15 }"));
  const Json equal = run_json(options);
  CHECK(equal["stopping"]["met"] == true);
  CHECK(equal["stopping"]["chosen"] == "base");
  write_file("small.yaml", small_with("{ replenishment.shop.S: 41 }"));
  const Json close = run_json(options);
  CHECK(close["stopping"]["met"] == false);
  CHECK(close["stopping"]["chosen"].is_null());
  CHECK(close["replications"] == 30);
}

TEST_CASE("what makes no sense is refused with the way out") {
  write_file("small.yaml", small_scenario);
  const std::vector<std::pair<std::string, std::string>> refused{
      {"--precision fill_rate", "not a metric and a width"},
      {"--precision fill_rate:0", "not a metric and a width"},
      {"--precision fill_rate:-1%", "not a metric and a width"},
      {"--precision fill_rate:100%", "not a metric and a width"},
      {"--precision fill_rate:nan", "not a metric and a width"},
      {"--precision fil_rate:1%", "did you mean fill_rate?"},
      {"--precision fill_rate:1% --max-replications 10", "the first stage has 20 replications"},
      {"--max-replications 100", "there is neither"},
      {"--select best", "requires"},
      {"--select best --primary fill_rate", "requires"},
      {"--select worst --primary fill_rate --indifference 1", "not something to select"},
      {"--select best --primary demand --indifference 1", "neither high nor low is better"},
      {"--select best --primary fill_rate --indifference 0", "not a number above 0"},
      {"--select best --primary fill_rate --indifference 0.1 --precision fill_rate:1%", "excludes"},
      {"--indifference 0.1", "requires"},
      {"--precision fill_rate:1% --shard 0/2", "restock sweep"}};
  for (const auto& [options, words] : refused) {
    const Answer answer = restock("run small.yaml -q " + options);
    INFO(options << "\n" << answer.out << answer.err);
    CHECK(answer.code == 2);
    CHECK(says(answer, words));
  }
  std::string alone = small_scenario;
  write_file("alone.yaml", alone.substr(0, alone.find("alternatives:")));
  const Answer base = restock("run alone.yaml -q --select best --primary fill_rate --indifference 0.1");
  CHECK(base.code == 2);
  CHECK(says(base, "only the base"));
  const Answer sweep = restock("sweep small.yaml --precision fill_rate:1% --shard 0/2");
  CHECK(sweep.code == 2);
  CHECK(says(sweep, "only `restock run` adds replications"));
  const Answer nothing = restock("run small.yaml -q --precision port_wait:1%");
  CHECK(nothing.code == 3);
  CHECK(says(nothing, "port_wait is undefined in all of 20 replications of base"));
  write_file("there.h5", "mine");
  const Answer taken = restock("run small.yaml -q -o there.h5 --precision fill_rate:1%");
  CHECK(taken.code == 4);
  CHECK(text_of(scratch() / "there.h5") == "mine");
}
