// Call notation inside YAML: what is masked, and that everything else is left alone.
#include "catch.hpp"
#include "input/mask.hpp"
#include "input/support.hpp"

using namespace restock;
using namespace restock::test;

namespace {

Node parsed(const std::string& text) {
  Issues issues;
  Document document = parse_document(text, "test.yaml", "", issues);
  INFO(text);
  INFO(long_form(issues));
  REQUIRE(issues.empty());
  return document.root;
}

std::string value(const std::string& text, const std::string& key = "a") {
  const Node root = parsed(text);
  const Node* node = root.find(key);
  REQUIRE(node);
  return node->text;
}

}  // namespace

TEST_CASE("a call keeps its text in block and flow, nested and commented") {
  const std::string call = "gamma(mean: 18 d, cv: 0.25)";
  CHECK(value("a: " + call) == call);
  CHECK(value("a: " + call + "  # why") == call);
  CHECK(value("a: " + call + "\r\nb: 1\r\n") == call);
  CHECK(value("{ a: " + call + ", b: 1 }") == call);
  CHECK(value("{b: 1, a: " + call + "}") == call);
  CHECK(value("a:\n  " + call + "\nb: 1") == call);
  CHECK(value("a: &x " + call + "\nb: *x", "b") == call);
  CHECK(value("a: renewal(gap: erlang(mean: 3 h, k: 2))") == "renewal(gap: erlang(mean: 3 h, k: 2))");
  CHECK(value("a: trace(file: \"day: 1, (b).csv\")") == "trace(file: \"day: 1, (b).csv\")");
  CHECK(value("a: trace(file: bob's.csv)") == "trace(file: bob's.csv)");
  CHECK(value("a: empirical([1 d, 2 d], weights: [1, 2])") == "empirical([1 d, 2 d], weights: [1, 2])");
  const Node list = parsed("a:\n  - " + call + "\n  - b: " + call + "\n");
  CHECK(list.find("a")->children[0].text == call);
  CHECK(list.find("a")->children[1].find("b")->text == call);
}

TEST_CASE("text that is no call is left alone") {
  CHECK(value("a: What if (it) rains") == "What if (it) rains");
  CHECK(value("a: f(x) and more") == "f(x) and more");
  CHECK(value("a: \"gamma(mean: 1 d\"") == "gamma(mean: 1 d");
  CHECK(value("a: 'it''s f(x: 1'") == "it's f(x: 1");
  CHECK(value("a: 1  # gamma(mean: 1") == "1");
  CHECK(value("a: |\n  gamma(mean: 1\n  \"open\nb: 1") == "gamma(mean: 1\n\"open\n");
  CHECK(value("a: >-\n  folded 'tis\n\n  gamma(mean: 1\nb: 1").find("gamma(mean: 1") != std::string::npos);
  CHECK(value("a: plain text\n  'tis \"continued\nb: 1") == "plain text 'tis \"continued");
  CHECK(value("a:\n  plain text\n  'tis continued\nb: 1") == "plain text 'tis continued");
  CHECK(value("a: [x,\n  it's]\nb: 2", "b") == "2");
}

TEST_CASE("masking keeps every byte in its place and is undone exactly") {
  const std::string text = "a: {b: f(x: 1, y: [\"p q\", 'r']), c: g(1)}\nd: h(é: 2) # f(x: 1)\n";
  const Masked masked = mask_calls(text);
  CHECK(masked.problems.empty());
  CHECK(masked.text.size() == text.size());
  CHECK(masked.text != text);
  CHECK(masked.text.find("# f(x: 1)") == text.find("# f(x: 1)"));
  CHECK(unmask(masked.text) == text);
}

TEST_CASE("places inside calls and after wide characters count characters") {
  CHECK(problems_of(scenario_text("lanes: [{ from: a, to: b, transit: gamma(mean: 18, cv: 0.25) }]", "lanes")) ==
        "6:48 missing_unit");
  CHECK(problems_of(scenario_text(
            "name: { é: 1 }\nquestion: é # ü\ncustomers: { patience: weibull(mean: 3 dd, shape: 2), sees: é }")) ==
        "7:7 wrong_type, 9:38 wrong_unit, 9:61 unknown_word");
}

TEST_CASE("a call that is not well formed says what is missing") {
  const auto transit = [](const std::string& text) {
    return problems_of(scenario_text("lanes: [{ from: a, to: b, transit: " + text + " }]", "lanes"));
  };
  CHECK(transit("'gamma(mean: 1 d, cv: 1) x'") == "6:61 bad_call");
  CHECK(transit("'gamma(mean: 1 d,, cv: 1)'") == "6:53 bad_call");
  CHECK(transit("'gamma(mean: , cv: 1)'") == "6:49 bad_call");
  CHECK(transit("'gamma(mean: 1 d, cv: 1'") == "6:36 bad_call");
  CHECK(transit("'gamma(mean: 1 d, mean: 2 d)'") == "6:63 bad_call");
  CHECK(transit("gamma(1 d, 0.2, 3)") == "6:52 bad_call");
  CHECK(transit("gamma()") == "6:36 missing_key, 6:36 missing_key");
}
