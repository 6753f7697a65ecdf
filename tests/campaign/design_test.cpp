// Design points: how the values of factors are combined.
#include "campaign/design.hpp"
#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <set>

using namespace restock;

namespace {

constexpr const char* scenario = R"(length: 10 d
products: { p: {} }
sites: { a: { kind: supplier }, b: { kind: store } }
)";

std::optional<Design> try_design(const std::string& sweep, Issues& issues, std::uint64_t seed = 1) {
  Document document = parse_document(std::string(scenario) + "sweep: { " + sweep + " }\n", "test.yaml", {}, issues);
  const auto section = read_sweep(document, issues);
  return section ? make_design(*section, seed, document, issues) : std::nullopt;
}

Design design_of(const std::string& sweep, std::uint64_t seed = 1) {
  Issues issues;
  auto design = try_design(sweep, issues, seed);
  REQUIRE(issues.empty());
  return *design;
}

std::string points_of(const Design& design) {
  std::string text;
  for (std::size_t p = 0; p < design.points; ++p) {
    text += p > 0 ? " | " : "";
    for (const FactorColumn& factor : design.columns()) text += value_text(factor, p) + ";";
  }
  return text;
}

std::string problem_of(const std::string& sweep) {
  Issues issues;
  CHECK_FALSE(try_design(sweep, issues));
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].line == 4);
  CHECK(issues[0].column > 1);
  return issues[0].code + " " + issues[0].path;
}

constexpr const char* two = "factors: { x: { path: p, values: [1, 2] }, y: { path: q, values: [a, b, c] } }";

}  // namespace

TEST_CASE("a grid has all combinations, the last factor fastest") {
  CHECK(points_of(design_of(two)) == "1;a; | 1;b; | 1;c; | 2;a; | 2;b; | 2;c;");
}

TEST_CASE("a zip takes first values together, then second ones") {
  CHECK(points_of(design_of("design: zip, factors: { x: { path: p, values: [1, 2] }, y: { path: q, values: [5 d, 6 d] "
                            "} }")) == "1;5 d; | 2;6 d;");
}

TEST_CASE("a Latin hypercube takes each value of a list equally often, and ranges everywhere") {
  const Design design = design_of(
      "design: latin_hypercube(points: 12), factors: { x: { path: p, values: [1, 2, 3] }, y: { path: q, from: 0, to: 1 "
      "}, z: { path: r, from: 1, to: 9, round: 2 } }");
  REQUIRE(design.points == 12);
  const auto columns = design.columns();
  for (const double level : {1.0, 2.0, 3.0})
    CHECK(std::count(columns[0].numbers.begin(), columns[0].numbers.end(), level) == 4);
  std::set<int> strata;
  for (const double y : columns[1].numbers) strata.insert(static_cast<int>(y * 12.0));
  CHECK(strata.size() == 12);
  for (const double z : columns[2].numbers) CHECK(std::fmod(z, 2.0) == 0.0);
}

TEST_CASE("points are addressed by the seed and the factor") {
  const std::string text = "design: sobol(8), factors: { x: { path: p, from: 0, to: 1 } }";
  CHECK(points_of(design_of(text, 1)) == points_of(design_of(text, 1)));
  CHECK(points_of(design_of(text, 1)) != points_of(design_of(text, 2)));
}

TEST_CASE("numbers of one unit are numbers, the rest is text") {
  const auto columns =
      design_of("factors: { x: { path: p, values: [1 d, 2.5 d] }, y: { path: q, values: [1 d, 2 h] } }").columns();
  CHECK(columns[0].numeric);
  CHECK(columns[0].unit == "d");
  CHECK(columns[0].numbers == std::vector<double>{1.0, 1.0, 2.5, 2.5});
  CHECK_FALSE(columns[1].numeric);
  CHECK(columns[1].texts[1] == "2 h");
}

TEST_CASE("every path of a factor gets its value") {
  const Design design = design_of("factors: { x: { path: [p, q], values: [1, 2] } }");
  const std::vector<Patch> patches = design.patches(1);
  REQUIRE(patches.size() == 2);
  CHECK(patches[0].path == "p");
  CHECK(patches[1].path == "q");
  CHECK(patches[1].value.text == "2");
}

TEST_CASE("what makes no design is refused at its place") {
  CHECK(problem_of("factors: { x: { path: p, from: 1, to: 2 } }") == "missing_key sweep.factors.x");
  CHECK(problem_of("factors: { x: { path: p, values: [1, 2, 1] } }") == "duplicate_value sweep.factors.x");
  CHECK(problem_of("factors: { x: { path: p, from: 1, to: 2, steps: 5, round: 1 } }") ==
        "duplicate_value sweep.factors.x");
  CHECK(problem_of("design: zip, factors: { x: { path: p, values: [1, 2] }, y: { path: q, values: [1] } }") ==
        "rule sweep.factors.y");
  CHECK(problem_of("factors: { fill_rate: { path: p, values: [1, 2] } }") == "bad_name sweep.factors.fill_rate");
  CHECK(problem_of("factors: { replication: { path: p, values: [1, 2] } }") == "bad_name sweep.factors.replication");
  CHECK(problem_of("design: grid, factors: { x: { path: p, from: 1, to: 2, steps: 1000 }, y: { path: q, from: 1, to: "
                   "2, steps: 1000 } }") == "too_large sweep.design");
}
