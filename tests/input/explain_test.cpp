// Every word that a scenario or a message can have is explained by what was declared, and nothing else is.
#include "input/explain.hpp"
#include "catch.hpp"
#include "input/reference.hpp"

#include <algorithm>

using namespace restock;

namespace {

const Explained* of_kind(const std::vector<Explained>& found, const std::string& kind) {
  const auto at = std::find_if(found.begin(), found.end(), [&](const Explained& each) { return each.kind == kind; });
  return at == found.end() ? nullptr : &*at;
}

std::string fact(const Explained& one, const std::string& label) {
  for (const auto& [name, value] : one.facts)
    if (name == label) return value;
  return {};
}

bool has_part(const Explained& one, const std::string& name) {
  return std::any_of(one.parts.begin(), one.parts.end(), [&](const ExplainedPart& part) { return part.name == name; });
}

}  // namespace

TEST_CASE("every key of every section is explained by its path, and says what its declaration says") {
  for (const ReferenceEntry& section : reference("sections")) {
    for (const Parameter& parameter : section.parameters) {
      if (parameter.key == "name" && section.name != "scenario") continue;
      const std::string path = section.name == "scenario" ? parameter.key : section.name + "." + parameter.key;
      INFO(path);
      const std::vector<Explained> found = explain_language(path);
      const Explained* key = nullptr;  // of a bare word other meanings may come first
      for (const Explained& each : found)
        if (each.name == path && each.text == parameter.help) key = &each;
      REQUIRE(key != nullptr);
      CHECK(fact(*key, "written") == parameter.kind);
      CHECK(fact(*key, "default") == (parameter.required ? "none: it must be stated" : parameter.fallback));
    }
  }
}

TEST_CASE("every member of every topic is explained by its name, with its parameters") {
  for (const std::string_view topic : list_topics()) {
    if (topic == "sections") continue;
    for (const ReferenceEntry& entry : reference(topic)) {
      INFO(topic << " " << entry.name);
      const std::vector<Explained> found = explain_language(entry.name);
      const Explained* one = of_kind(found, std::string(topic));
      REQUIRE(one != nullptr);
      CHECK(one->text == entry.summary);
      CHECK(one->parts.size() == entry.parameters.size());
    }
  }
}

TEST_CASE("a path goes through families, lists and names that the user chose") {
  const auto lift = explain_language("demand.surges.lift");
  REQUIRE(lift.size() >= 2);  // more than one surge has a lift
  CHECK(fact(lift[0], "of") == "surge promotion");
  CHECK(explain_language("demand.online.surges.black-friday.lift").size() == lift.size());
  CHECK(explain_language("demand.surges.promotion.lift").size() == 1);
  const auto every = explain_language("records.counts.every");
  REQUIRE_FALSE(every.empty());
  CHECK(every[0].kind == "counts");  // a member
  CHECK(has_part(every[0], "interval"));
  CHECK(fact(every.back(), "of") == "counts sample");  // and a key of another
  const auto s = explain_language("replenishment.stores.s");
  CHECK(std::any_of(s.begin(), s.end(),
                    [](const Explained& one) { return fact(one, "of").find("policy min_max") != std::string::npos; }));
  CHECK(s.size() == explain_language("replenishment.s").size());
  // Laws are distributions, levels may be rules.
  const auto transit = explain_language("lanes.transit");
  REQUIRE(transit.size() == 1);
  CHECK(has_part(transit[0], "gamma"));
  CHECK(fact(explain_language("lanes.transit.gamma.cv").at(0), "of") == "distribution gamma");
  CHECK(has_part(explain_language("replenishment.policy").at(0), "reorder_point"));
  // What only the schema tells.
  CHECK(has_part(explain_language("sweep").at(0), "factors"));
  CHECK_FALSE(explain_language("sweep.factors.level.path").at(0).text.empty());
}

TEST_CASE("a word without a path is explained wherever it is a key") {
  const auto found = explain_language("patience");
  CHECK(std::any_of(found.begin(), found.end(), [](const Explained& one) { return one.name == "demand.patience"; }));
  CHECK(std::any_of(found.begin(), found.end(), [](const Explained& one) { return one.name == "customers.patience"; }));
  CHECK(of_kind(found, "words") != nullptr);
  const auto port = explain_language("port");
  REQUIRE(of_kind(port, "value") != nullptr);
  CHECK(fact(*of_kind(port, "value"), "of") == "sites.kind");
  CHECK(of_kind(port, "words") != nullptr);
  CHECK(of_kind(explain_language("missing_unit"), "errors") != nullptr);
  CHECK(of_kind(explain_language("inventory position"), "words") != nullptr);
}

TEST_CASE("a key of a mapping inside another is explained by its path, by the end of that, and by itself") {
  for (const char* word : {"demand.basket.lines.chance", "demand.online.basket.lines.chance", "basket.lines.chance",
                           "lines.chance", "chance"}) {
    INFO(word);
    const auto found = explain_language(word);
    REQUIRE(found.size() == 1);
    CHECK(found[0].text == "share of the orders that have it");
    CHECK(fact(found[0], "default") == "1");
  }
  CHECK(fact(explain_language("customers.comes_back.after").at(0), "default") == "1 d");
  CHECK(explain_language("publish.every").size() == 2);  // of customers and of demand
  CHECK(has_part(explain_language("demand.basket").at(0), "lines.chance"));
  const auto complete = explain_language("complete");
  REQUIRE(of_kind(complete, "value") != nullptr);
  CHECK(fact(*of_kind(complete, "value"), "of") == "demand.basket.ship");
}

TEST_CASE("what leads nowhere is not explained, and the next step is named") {
  for (const char* word : {"", ".", "..", "elephant", "demand.", "demand..rate", "demand.elephant", "elephant.rate",
                           "demand.surges.promotion.lift.more", "seed.of.something"}) {
    INFO(word);
    CHECK(explain_language(word).empty());
  }
  CHECK(hint_for_path("demand.pateince") == "did you mean demand.patience?");
  CHECK(hint_for_path("demand.surges.promotoin") == "did you mean demand.surges.promotion?");
  CHECK(hint_for_path("replenishment.stores.elephant") == "restock explain replenishment shows what it has");
  CHECK(hint_for_path("elephant.rate").empty());
}
