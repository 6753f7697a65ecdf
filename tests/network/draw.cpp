#include "network/draw.hpp"
#include "catch.hpp"
#include "network/example.hpp"
#include "network/picture.hpp"

using namespace restock;
using namespace restock::example;

namespace {

Network built(const Scenario& s) {
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network.has_value());
  return *network;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Opens and closes match, as far as a reader of elements can tell without a parser.
bool well_formed(const std::string& svg) {
  std::vector<std::string> open;
  for (std::size_t i = svg.find('<'); i != std::string::npos; i = svg.find('<', i + 1)) {
    const std::size_t end = svg.find('>', i);
    if (end == std::string::npos) return false;
    const std::string tag = svg.substr(i + 1, end - i - 1);
    const std::string name = tag.substr(tag[0] == '/' ? 1 : 0, tag.find_first_of(" /", 1) - (tag[0] == '/' ? 1 : 0));
    if (tag[0] == '/') {
      if (open.empty() || open.back() != tag.substr(1)) return false;
      open.pop_back();
    } else if (tag.back() != '/') {
      open.push_back(name);
    }
  }
  return open.empty();
}

}  // namespace

TEST_CASE("sites stand in columns by echelon, joined by the lanes in use") {
  const Scenario s = three_echelons();
  const Picture p = picture_of(s, built(s));
  REQUIRE(p.boxes.size() == 4);
  CHECK(p.columns == 3);
  CHECK(p.boxes[0].title == "ningbo");
  CHECK(p.boxes[0].column == 0);
  CHECK(p.boxes[1].column == 1);
  CHECK(p.boxes[3].detail == "kettle");
  REQUIRE(p.arrows.size() == 3);
  CHECK(p.arrows[0].label() == "18 d");
}

TEST_CASE("a plant stands between its suppliers and those it supplies") {
  const Scenario s = chair_works();
  const Picture p = picture_of(s, built(s));
  REQUIRE(p.boxes.size() == 3);
  CHECK(p.boxes[1].title == "works");
  CHECK(p.boxes[1].column == 1);
  CHECK(p.boxes[2].column == 2);
  CHECK(p.boxes[1].detail == "chair, leg, seat");
}

TEST_CASE("many sites alike are drawn as one, with the range of their transit times") {
  Scenario s = three_echelons();
  for (int i = 0; i < 50; ++i) {
    const std::string name = "store-" + std::to_string(i);
    add_site(s, name, SiteKind::store);
    add_lane(s, "reno", name, (1 + i % 3) * day);
  }
  add_demand(s, "stores", "store-*", 4.0);
  add_rule(s, "store-*", BaseStock{10});
  const Picture p = picture_of(s, built(s));
  REQUIRE(p.boxes.size() == 3);
  CHECK(p.boxes[2].title == "52 stores");
  CHECK(contains(p.boxes[2].members, "store-49"));
  CHECK(p.arrows[1].label() == "1 d to 3 d");
  CHECK(picture_of(s, built(s), 100).boxes.size() == 54);
}

TEST_CASE("dot names every site and lane, and quotes what would break it") {
  Scenario s = three_echelons();
  s.name = "a \"quoted\" name\nand \\ more";
  const std::string dot = draw_dot(s, built(s));
  CHECK(contains(dot, "digraph \"a \\\"quoted\\\" name and \\\\ more\" {"));
  CHECK(contains(dot, "n1 [label=\"reno\\nkettle, toaster\", shape=house];"));
  CHECK(contains(dot, "n1 -> n3 [label=\"2 d\"];"));
  CHECK(dot == draw_dot(s, built(s)));
}

TEST_CASE("the picture is well-formed whatever the names") {
  Scenario s = three_echelons();
  s.name = "<b>Tom & \"Jerry\"</b>\x01";
  s.products[0].name = "a kettle <of> über-long & winding name that nobody could ever fit";
  s.demand[1].product = names({"a kettle*"});
  const std::string svg = draw_svg(s, built(s));
  CHECK(well_formed(svg));
  CHECK(contains(svg, "&lt;b&gt;Tom &amp; &quot;Jerry&quot;&lt;/b&gt; "));
  CHECK(contains(svg, "a kettle &lt;of&gt; über-long"));
  CHECK(contains(svg, "…"));
  CHECK(contains(svg, ">18 d</text>"));
  CHECK(contains(svg, "prefers-color-scheme: dark"));
  CHECK(svg == draw_svg(s, built(s)));
}
