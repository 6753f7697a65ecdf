// Does the checker bite? Made-up files that break one rule each, and their innocent neighbours.
#include "catch.hpp"
#include "house/doors.hpp"

#include <stdexcept>

namespace {

const house::Doors& made_up_house() {
  static const house::Doors doors = house::parse_doors(
      "core:\n"
      "random: | guests: Random123 boost/random | exact\n"
      "engine: random | exact   # a comment\n"
      "input: random | guests: yaml-cpp thread\n");
  return doors;
}

std::vector<std::string> complaints(const std::string& path, const std::string& code) {
  return house::broken_rules(made_up_house(), path, "// What it owns.\n#pragma once\n" + code);
}

bool is_clean(const std::string& path, const std::string& code) { return complaints(path, code).empty(); }

bool complains(const std::string& path, const std::string& code, const std::string& expected) {
  const auto all = complaints(path, code);
  return all.size() == 1 && all[0].find(expected) != std::string::npos;
}

}  // namespace

TEST_CASE("a room opens its own doors, itself and core, and no other") {
  CHECK(
      is_clean("sim/engine/a.hpp", "#include \"random/x.hpp\"\n#include \"core/x.hpp\"\n#include \"engine/x.hpp\"\n"));
  CHECK(complains("sim/engine/a.hpp", "#include \"input/x.hpp\"\n", "a.hpp:3: engine/ has no door to input/"));
  CHECK(complains("sim/random/a.cpp", "  #  include  \"engine/x.hpp\"\n", "random/ has no door to engine/"));
  CHECK(complains("sim/engine/deep/a.hpp", "#include \"input/x.hpp\"\n", "engine/ has no door to input/"));
}

TEST_CASE("an include has to name its room") {
  CHECK(complains("sim/engine/a.hpp", "#include \"x.hpp\"\n", "write \"x.hpp\" as \"room/file.hpp\""));
  CHECK(complains("sim/engine/a.hpp", "#include \"../input/x.hpp\"\n", "as \"room/file.hpp\""));
}

TEST_CASE("a room that nobody declared is refused") {
  CHECK(complains("sim/attic/a.hpp", "", "the room attic is not in sim/doors.txt"));
}

TEST_CASE("a guest is met in its own room only, and an unknown one nowhere") {
  CHECK(is_clean("sim/random/a.hpp",
                 "#include <Random123/philox.h>\n#include <boost/random/x.hpp>\n#include <vector>\n"));
  CHECK(complains("sim/engine/a.hpp", "#include <Random123/philox.h>\n", "Random123 does not live in engine/"));
  CHECK(complains("sim/random/a.hpp", "#include <boost/graph/x.hpp>\n", "boost/graph/x.hpp does not live in random/"));
  CHECK(complains("sim/input/a.hpp", "#include <stdio.h>\n", "stdio.h does not live in input/"));
  CHECK(is_clean("sim/input/a.hpp", "#include <thread>\n"));
  CHECK(complains("sim/engine/a.hpp", "#include <thread>\n", "thread does not live in engine/"));
}

TEST_CASE("randomness from the standard library is refused everywhere") {
  CHECK(complains("sim/input/a.hpp", "std::normal_distribution<double> d;\n", "std:: distributions"));
  CHECK(complains("sim/input/a.hpp", "std::mt19937_64 g;\n", "randomness is an address"));
  CHECK(complains("sim/input/a.hpp", "int i = rand();\n", "randomness is an address"));
  CHECK(is_clean("sim/input/a.hpp", "int i = operand(); int strand(int);\n"));
  CHECK(complains("sim/input/a.hpp", "#include <execution>\n", "<execution>"));
}

TEST_CASE("libm is refused below the wall only, square roots never") {
  CHECK(complains("sim/engine/a.hpp", "double d = std::log(2.0);\n", "libm differs"));
  CHECK(complains("sim/random/a.hpp", "auto p = std::pow (2.0, x);\n", "libm differs"));
  CHECK(is_clean("sim/engine/a.hpp", "double d = std::sqrt(2.0) + std::floor(x); std::logic_error e;\n"));
  CHECK(is_clean("sim/input/a.hpp", "double d = std::log(2.0);\n"));
}

TEST_CASE("comments and strings may say what code may not") {
  CHECK(
      is_clean("sim/engine/a.hpp", "// #include \"input/x.hpp\" and std::log(x)\n/*\n#include \"input/x.hpp\"\n*/\n"));
  CHECK(is_clean("sim/engine/a.hpp", "auto s = \"std::log(x) \\\" rand()\"; auto r = R\"(rand())\";\n"));
  CHECK(complains("sim/engine/a.hpp", "int i = 1'000; double d = std::exp(x); int j = 2'000;\n", "libm"));
  CHECK(complains("sim/engine/a.hpp", "auto s = \"//\"; double d = std::exp(x);\n", "libm"));
}

TEST_CASE("a file begins by saying what it owns, and stays short") {
  CHECK(house::broken_rules(made_up_house(), "sim/core/a.cpp", "int i;  // Owned.\n").size() == 1);
  CHECK(house::broken_rules(made_up_house(), "sim/core/a.cpp", "#include \"core/a.hpp\"\nint i;\n").empty());
  CHECK(house::broken_rules(made_up_house(), "sim/core/a.cpp", "#include \"core/b.hpp\"\nint i;\n").size() == 2);
  CHECK(house::broken_rules(made_up_house(), "sim/core/a.hpp", "#pragma once\n/// Owned.\nint i;\n").empty());
  CHECK(house::broken_rules(made_up_house(), "sim/core/a.hpp", "#pragma once\nint i;\n").size() == 1);
  CHECK(house::broken_rules(made_up_house(), "sim/core/a.hpp", "// Owns i.\nint i;\n").size() == 1);
  CHECK(is_clean("sim/core/a.cpp", std::string(398, '\n')));
  CHECK(complains("sim/core/a.cpp", std::string(399, '\n'), "more than 400 lines"));
}

TEST_CASE("a table that makes no sense is an error") {
  CHECK_THROWS_AS(house::parse_doors("core:\nengine: cellar\n"), std::runtime_error);
  CHECK_THROWS_AS(house::parse_doors("core:\ncore:\n"), std::runtime_error);
  CHECK_THROWS_AS(house::parse_doors("core: | quests: fmt\n"), std::runtime_error);
  CHECK_THROWS_AS(house::parse_doors("core\n"), std::runtime_error);
}

TEST_CASE("paths of one machine are told from names of folders") {
  const std::string home = "/ro" + std::string("ot/");
  CHECK(house::names_a_machine_path("see " + home + "x"));
  CHECK(house::names_a_machine_path(home));
  CHECK(house::names_a_machine_path("\"/wo" + std::string("rk/data\"")));
  CHECK_FALSE(house::names_a_machine_path("a framework/b and network/graph.hpp, groups" + home + "x"));
}
