// Lists, schema and messages come from the same description that reads.
#include "input/reference.hpp"
#include "catch.hpp"
#include "input/edit.hpp"
#include "input/support.hpp"
#include "input/words.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <map>
#include <set>

using namespace restock;
using namespace restock::test;

TEST_CASE("every topic lists every member with its parameters") {
  for (const std::string_view topic : list_topics()) {
    const auto entries = reference(topic);
    INFO(topic);
    CHECK(entries.size() >= 2);
    const std::string text = list_text(topic);
    const auto json = nlohmann::json::parse(list_json(topic));
    CHECK(json["schema"] == "restock.list/1");
    REQUIRE(json["entries"].size() == entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      CHECK_FALSE(entries[i].summary.empty());
      CHECK(text.find(entries[i].name) != std::string::npos);
      CHECK(json["entries"][i]["name"] == entries[i].name);
      for (const Parameter& parameter : entries[i].parameters) {
        INFO(entries[i].name << "." << parameter.key);
        CHECK_FALSE(parameter.kind.empty());
        CHECK_FALSE(parameter.help.empty());
        CHECK(parameter.required == parameter.fallback.empty());
      }
    }
  }
  CHECK(reference("nothing").empty());
}

TEST_CASE("a patch can tell members of two families with one name apart by their parameters") {
  // A patch knows the call's name and the parameter that it sets, not the family: the two must decide.
  std::map<std::string, std::vector<std::set<std::string>>> members;
  for (const std::string_view topic : list_topics()) {
    if (topic == "sections") continue;
    for (const ReferenceEntry& entry : reference(topic)) {
      std::set<std::string> keys;
      for (const Parameter& parameter : entry.parameters) keys.insert(parameter.key);
      for (const std::set<std::string>& other : members[entry.name])
        for (const std::string& key : keys) {
          INFO(entry.name << "." << key);
          CHECK(other.count(key) == 0);
        }
      members[entry.name].push_back(keys);
    }
  }
  CHECK(parameter_order("poisson", "rate") == std::vector<std::string_view>{"rate"});
  CHECK(parameter_order("poisson", "mean") == std::vector<std::string_view>{"mean"});
}

TEST_CASE("the schema knows every top-level key that the reader knows") {
  const auto schema = nlohmann::json::parse(json_schema());
  CHECK(schema["$schema"] == "http://json-schema.org/draft-07/schema#");
  CHECK(schema["additionalProperties"] == false);
  const auto keys = reference("sections").front().parameters;
  std::size_t top = 0;
  for (const Parameter& parameter : keys) {
    if (parameter.key.find('.') != std::string::npos) continue;  // inside one of the others
    CHECK(schema["properties"].contains(parameter.key));
    ++top;
  }
  CHECK(schema["properties"].size() == top);
}

TEST_CASE("the reference at the end of the language page is what the program says") {
  const std::string path = RESTOCK_SOURCE_DIR "/scenarios/README.md";
  const std::string mark = "<!-- reference -->\n";
  const std::string page = text_of(path);
  const auto end = page.find(mark);
  REQUIRE(end != std::string::npos);
  const std::string current = page.substr(0, end + mark.size()) + "\n" + reference_page();
  if (std::getenv("RESTOCK_REFRESH")) std::ofstream(path, std::ios::binary) << current;
  INFO("RESTOCK_REFRESH=1 " RESTOCK_SOURCE_DIR "/build/tests/test_input writes it anew");
  CHECK(text_of(path) == current);
}

TEST_CASE("the scenario on the language page is right") {
  std::istringstream page(text_of(RESTOCK_SOURCE_DIR "/scenarios/README.md"));
  std::string line, text;
  while (std::getline(page, line) && line != "## A whole scenario") {
  }
  while (std::getline(page, line) && !line.starts_with("The language"))
    if (line.starts_with("    ")) text += line.substr(4) + "\n";
  Issues issues;
  const Document document = parse_document(text, "README.md", "", issues);
  CHECK(validate(document, issues));
  INFO(long_form(issues));
  CHECK(issues.empty());
  CHECK(alternatives(document, issues).size() == 1);
}

TEST_CASE("the nearest word is found for slips of the keyboard") {
  const std::vector<std::string_view> known{"reorder_point", "min_max", "base_stock", "order_up_to"};
  CHECK(nearest_word("reorder_pt", known) == "reorder_point");
  CHECK(nearest_word("mni_max", known) == "min_max");
  CHECK(nearest_word("basestock", known) == "base_stock");
  CHECK(nearest_word("elephant", known).empty());
  CHECK(typing_distance("ab", "ba") == 1);
  CHECK(typing_distance("kitten", "sitting") == 3);
}

TEST_CASE("a problem is shown like a compiler shows it") {
  Issues issues;
  const Document document = parse_document(scenario_text("warmpu: 3 d"), "scenario.yaml", "", issues);
  CHECK_FALSE(validate(document, issues));
  REQUIRE(issues.size() == 1);
  CHECK(describe(issues[0], document) ==
        "scenario.yaml:7:1: error: warmpu: is not a known key\n"
        "  7 | warmpu: 3 d\n"
        "    | ^\n"
        "  help: did you mean warmup?\n");
}

TEST_CASE("a patch's problem is shown in the text that was typed") {
  Issues issues;
  const Document document = parse_document(scenario_text(), "scenario.yaml", "", issues);
  const Document changed = patched(document, {parse_patch("warmup=3", issues)}, issues);
  CHECK_FALSE(read_scenario(changed, issues));
  REQUIRE(issues.size() == 1);
  CHECK(describe(issues[0], changed)
            .starts_with("--set warmup=3: error: warmup: `3` has no unit\n"
                         "  1 | warmup=3\n"
                         "    |        ^\n"));
}
