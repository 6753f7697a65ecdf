// Checks of a scenario and batches, as a build server meets them: exit codes, files, and what one mistake does to
// others.
#include "catch.hpp"

#include "shell.hpp"

#include <filesystem>

namespace {

/// Deterministic: one customer a day, and always stock, so every interval has no width.
std::string steady(const std::string& checks) {
  return R"(name: steady
length: 20 d
replications: 3
products: { kettle: { cost: 10, price: 20 } }
sites: { maker: { kind: supplier }, shop: { kind: store }, spare: { kind: store } }
lanes: [{ from: maker, to: shop, transit: 1 d }, { from: maker, to: spare, transit: 1 d }]
demand: { walk-in: { at: shop, arrivals: renewal(gap: 1 d) }, web: { at: spare, arrivals: renewal(gap: 1 d) } }
replenishment: { shop: { at: shop, policy: base_stock, S: 9 }, spare: { at: spare, policy: base_stock, S: 0 } }
alternatives: { more: { replenishment.spare.S: 9 } }
expect: )" +
         checks + "\n";
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("met checks end with 0, a missed one with 10, and an undecided one with 0") {
  write_file("met.yaml",
             steady("[ fill_rate at shop >= 1, fill_rate at spare <= 0, fill_rate at spare in more > 0.99 ]"));
  const Answer met = restock("run met.yaml");
  INFO(met.out << met.err);
  CHECK(met.code == 0);
  CHECK(contains(met.out, "3 of 3 met, 0 missed, 0 undecided"));
  write_file("missed.yaml", steady("[ fill_rate at * > 0.5, fill_rate > 40 % ]"));
  const Answer missed = restock("run missed.yaml");
  CHECK(missed.code == 10);
  CHECK(contains(missed.out, "2 of 3 met, 1 missed"));
  CHECK(contains(missed.out, "missed     fill_rate at spare > 0.5"));
  const Answer open = restock("run missed.yaml --replications 1");
  CHECK(open.code == 0);
  CHECK(contains(open.out, "a single replication has no interval"));
}

TEST_CASE("a check names its problem where it is written, before anything runs") {
  const std::pair<const char*, const char*> cases[]{
      {"[ fill_rate at shpo > 0 ]", "did you mean shop?"},
      {"[ fill_rate in moer > 0 ]", "did you mean more?"},
      {"[ fill_rate product kettel > 0 ]", "did you mean kettle?"},
      {"[ fill_rate at maker > 0 ]", "no stock is kept there"},
      {"[ fill_rate at b* > 0 ]", "no site matches b*"},
      {"[ p95_wait at shop < 1 d ]", "run with --detail site"},
      {"[ p95_wait at shop product kettle < 1 d ]", "run with --detail stock_point"}};
  for (const auto& [checks, hint] : cases) {
    INFO(checks);
    write_file("wrong.yaml", steady(checks));
    const Answer answer = restock("run wrong.yaml");
    CHECK(answer.code == 3);
    CHECK(answer.out.empty());
    CHECK(contains(answer.err, "wrong.yaml:10:"));
    CHECK(contains(answer.err, hint));
  }
  CHECK(restock("validate wrong.yaml").code == 0);  // nobody has said yet how much is recorded
  write_file("waits.yaml", steady("[ p95_wait at spare <= 3 d, p95_wait at spare product kettle <= 3 d ]"));
  CHECK(restock("run waits.yaml --detail stock_point").code == 0);
}

TEST_CASE("an alternative cannot lower the bar for itself") {
  std::string text = steady("[ fill_rate > 0 ]");
  const std::string patch = "replenishment.spare.S: 9";
  write_file("lower.yaml", text.replace(text.find(patch), patch.size(), "expect: [ fill_rate > 0.1 ]"));
  const Answer answer = restock("run lower.yaml");
  CHECK(answer.code == 3);
  CHECK(contains(answer.err, "cannot change expect"));
}

TEST_CASE("checks change nothing that is measured, and are kept in the result") {
  write_file("with.yaml", steady("[ fill_rate > 40 % ]"));
  REQUIRE(restock("run with.yaml -o with.h5 --force").code == 0);
  write_file("without.yaml", steady("[]"));
  REQUIRE(restock("run without.yaml -o without.h5 --force").code == 0);
  CHECK(restock("export with.h5").out == restock("export without.h5").out);
  CHECK(contains(text_of(scratch() / "with.h5"), "met: fill_rate > 40 % in base"));
}

TEST_CASE("junit is written for what was met and missed, and nothing is overwritten unless --force") {
  write_file("missed.yaml", steady("[ fill_rate at * > 0.5 ]"));
  std::filesystem::remove(scratch() / "junit.xml");
  CHECK(restock("run missed.yaml --junit junit.xml").code == 10);
  const std::string xml = text_of(scratch() / "junit.xml");
  CHECK(contains(xml, "tests=\"2\" failures=\"1\""));
  CHECK(contains(xml, "file=\"missed.yaml\" line=\"10\""));
  const Answer again = restock("run missed.yaml --junit junit.xml");
  CHECK(again.code == 4);
  CHECK(again.out.empty());
  CHECK(restock("run missed.yaml --junit junit.xml --force").code == 10);
  CHECK(restock("run missed.yaml --junit one.out -o one.out").code == 2);
  write_file("broken.yaml", steady("[ fill_rate > ]"));
  CHECK(restock("run broken.yaml --junit junit.xml --force").code == 3);
  CHECK(contains(text_of(scratch() / "junit.xml"), "<error message="));
}

TEST_CASE("a bad scenario does not stop the others of a batch, and sets the exit code") {
  std::filesystem::remove_all(scratch() / "batch");
  write_file("good.yaml", steady("[ fill_rate > 40 % ]"));
  write_file("missed.yaml", steady("[ fill_rate > 90 % ]"));
  write_file("broken.yaml", steady("[]") + "lenght: 3 d\n");
  const Answer answer = restock("run good.yaml broken.yaml missed.yaml none.yaml -o batch --junit all.xml --force");
  CHECK(answer.code == 4);
  CHECK(contains(answer.err, "broken.yaml:11:1: error"));
  CHECK(contains(answer.out, "broken.yaml: did not run: line 11: lenght: is not a known key"));
  CHECK(contains(answer.out, "2 of 4 scenarios ran"));
  CHECK(contains(answer.out, "0 of 1 met, 1 missed"));
  CHECK(std::filesystem::exists(scratch() / "batch/good.h5"));
  CHECK(std::filesystem::exists(scratch() / "batch/missed.h5"));
  CHECK_FALSE(std::filesystem::exists(scratch() / "batch/broken.h5"));
  CHECK(contains(text_of(scratch() / "all.xml"), "tests=\"4\" failures=\"1\" errors=\"2\""));
  CHECK(restock("run good.yaml missed.yaml -q").code == 10);
  CHECK(restock("run broken.yaml missed.yaml -q").code == 3);
}

TEST_CASE("a scenario that fails while it runs, or whose result is there already, does not stop the batch either") {
  std::filesystem::remove_all(scratch() / "kept");
  std::filesystem::create_directories(scratch() / "kept");
  write_file("kept/first.h5", "precious");
  write_file("first.yaml", steady("[]"));
  write_file("second.yaml", steady("[]"));
  const Answer answer = restock("run first.yaml second.yaml -o kept");
  CHECK(answer.code == 4);
  CHECK(text_of(scratch() / "kept/first.h5") == "precious");
  CHECK(std::filesystem::exists(scratch() / "kept/second.h5"));
  CHECK(contains(answer.out, "1 of 2 scenarios ran"));
}

TEST_CASE("a batch refuses to write two results to one file, or into a file") {
  std::filesystem::create_directories(scratch() / "twin");
  write_file("same.yaml", steady("[]"));
  write_file("twin/same.yaml", steady("[]"));
  const Answer answer = restock("run same.yaml twin/same.yaml -o both");
  CHECK(answer.code == 2);
  CHECK(contains(answer.err, "would both be written to both/same.h5"));
  CHECK_FALSE(std::filesystem::exists(scratch() / "both"));
  write_file("other.yaml", steady("[]"));
  write_file("plain", "a file");
  CHECK(restock("run same.yaml other.yaml -o plain").code == 4);
  CHECK(text_of(scratch() / "plain") == "a file");
}

TEST_CASE("a batch as JSON is one object, errors among its results") {
  write_file("good.yaml", steady("[ fill_rate > 90 % ]"));
  write_file("broken.yaml", steady("[]") + "lenght: 3 d\n");
  const Answer answer = restock("run good.yaml broken.yaml --json -q");
  CHECK(answer.code == 3);
  CHECK(answer.out.starts_with("{\"schema\":\"restock.batch/1\",\"runs\":[{\"file\":\"good.yaml\",\"exit_code\":10,"));
  CHECK(contains(answer.out, "\"exit_code\":3,\"result\":{\"error\":{\"severity\":\"error\",\"code\":\"unknown_key\""));
}
