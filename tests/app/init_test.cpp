// restock init: each template is a scenario that runs, and nothing is overwritten.
#include "catch.hpp"

#include "shell.hpp"

TEST_CASE("every template is a commented scenario that runs, and whose alternatives differ") {
  for (const std::string name : {"one_warehouse", "two_echelons", "port", "marketplace"}) {
    const std::string file = name + ".yaml";
    std::filesystem::remove(scratch() / file);
    REQUIRE(restock("init --template " + name + " -o " + file).code == 0);
    const std::string text = text_of(scratch() / file);
    CHECK(text.starts_with("# "));
    CHECK(text == text_of(shipped("templates/" + file)));
    const Answer run = restock("run " + file + " --replications 5 --json");
    INFO(run.err);
    CHECK(run.code == 0);
    CHECK(run.err.find("warning") == std::string::npos);
    CHECK(run.out.starts_with("{\"schema\":\"restock.run/1\""));
    // Values of another alternative than the base, that are not the base's.
    const std::size_t second = run.out.find("{\"name\":", run.out.find("\"alternatives\":[") + 20);
    REQUIRE(second != std::string::npos);
    const auto filled = [&](std::size_t from) { return run.out.substr(run.out.find("\"filled\":", from), 60); };
    CHECK(filled(0) != filled(second));
  }
}

TEST_CASE("a template goes to standard output unless a file is named, and replaces none") {
  CHECK(restock("init").out == text_of(shipped("templates/one_warehouse.yaml")));
  write_file("mine.yaml", "mine\n");
  const Answer refused = restock("init -o mine.yaml");
  CHECK(refused.code == 4);
  CHECK(text_of(scratch() / "mine.yaml") == "mine\n");
  CHECK(restock("init -o mine.yaml --force").code == 0);
  CHECK(text_of(scratch() / "mine.yaml").starts_with("# "));
  const Answer unknown = restock("init --template ports");
  CHECK(unknown.code == 2);
  CHECK(unknown.err.find("port") != std::string::npos);
}
