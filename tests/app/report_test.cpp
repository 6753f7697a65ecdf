// The verbs that show a result: the page and the summary again.
#include "catch.hpp"

#include "shell.hpp"

#include <regex>

TEST_CASE("show prints what run printed, and after it how long those waited who left, and the series") {
  write_file("small.yaml", small_scenario);
  const std::string printed = restock("run small.yaml -o shown.h5 --force").out;
  const std::string shown = restock("show shown.h5").out;
  CHECK(shown.starts_with(printed));
  CHECK(shown.substr(printed.size()).starts_with("\nHow long cancelled units had waited, in days\n"));
  CHECK(restock("run small.yaml -o stay.h5 --force --set demand.walk-in.patience=~").code == 0);
  CHECK(restock("show stay.h5").out.find("cancelled units") == std::string::npos);
  CHECK(restock("show shown.h5 --json").out == restock("run small.yaml --json").out);
  CHECK(restock("show shown.h5 --all").out.starts_with(restock("run small.yaml --all").out));
  const std::string with_series = restock("run small.yaml --set series='1 d' -o series.h5 --force").out;
  const std::string again = restock("show series.h5").out;
  CHECK(again.starts_with(with_series));
  CHECK(again.find("backlog [units]", with_series.size()) != std::string::npos);
  CHECK(restock("show shown.h5 series.h5").code == 2);
}

TEST_CASE("report writes one page whose answer is that of compare") {
  write_file("small.yaml", small_scenario);
  REQUIRE(restock("run small.yaml -o page.h5 --force --replications 20").code == 0);
  const Answer page = restock("report page.h5 -o page.html --force");
  CHECK(page.code == 0);
  CHECK(page.out.empty());
  const std::string text = text_of(scratch() / "page.html");
  CHECK(restock("report page.h5").out == text);
  const std::string compared = restock("compare page.h5").out;
  const bool clear = compared.find("is clearly best in profit") != std::string::npos;
  CHECK((text.find("is clearly best by profit") != std::string::npos) == clear);
  const std::string other = restock("report page.h5 --primary fill_rate --to more").out;
  CHECK(other.find("<strong>more</strong> is clearly best by fill rate") != std::string::npos);
  CHECK(other.find("<h3>Differences to more</h3>") != std::string::npos);
}

TEST_CASE("the map of a report has the boxes of restock network") {
  REQUIRE(restock("run '" + shipped("two_echelons.yaml") + "' --replications 1 --set length='10 d' -o map.h5 --force")
              .code == 0);
  const std::string page = restock("report map.h5").out,
                    svg = restock("network '" + shipped("two_echelons.yaml") + "' --format svg").out;
  std::size_t boxes = 0;
  const std::regex box("<text class=\"title\" x=\"[0-9]+\" y=\"[0-9]+\">([^<]+)</text><text class=\"detail\"");
  for (std::sregex_iterator it(svg.begin(), svg.end(), box), end; it != end; ++it, ++boxes)
    CHECK(page.find(" class=\"head\">" + std::string((*it)[1]) + "</text>") != std::string::npos);
  CHECK(boxes >= 3);
}

TEST_CASE("a report has what became of the checks") {
  write_file("checked.yaml", std::string(small_scenario) + "expect: [fill_rate >= 1 %, fill_rate <= 2 %]\n");
  CHECK(restock("run checked.yaml -o checked.h5 --force").code == 10);
  const std::string page = restock("report checked.h5").out;
  const std::string shown = restock("show checked.h5").out;
  CHECK(shown.find("checks\n  met        fill_rate >= 1 % in base\n  missed     fill_rate <= 2 % in base\n") !=
        std::string::npos);
  CHECK(page.find("1 of 2 met, 1 missed, 0 undecided") != std::string::npos);
  CHECK(page.find("<th scope=\"row\">missed</th><td class=\"t\">fill_rate &lt;= 2 % in base") != std::string::npos);
}

TEST_CASE("export knows JSON line by line") {
  write_file("small.yaml", small_scenario);
  REQUIRE(restock("run small.yaml -o lines.h5 --force").code == 0);
  const std::string lines = restock("export lines.h5 --format jsonl").out;
  CHECK(lines.starts_with(
      R"({"statistic":"customer_orders","site":null,"product":null,"alternative":"base","replication":0,"value":)"));
  CHECK(restock("export lines.h5 -o lines.jsonl --force").code == 0);
  CHECK(text_of(scratch() / "lines.jsonl") == lines);
  CHECK(restock("export lines.h5 -o lines.jsonl --force --format csv").code == 0);
  CHECK(text_of(scratch() / "lines.jsonl").starts_with("statistic,site,"));
  const Answer unknown = restock("export lines.h5 --format jsonn");
  CHECK(unknown.code == 2);
  CHECK(unknown.err.find("did you mean jsonl?") != std::string::npos);
}

TEST_CASE("report keeps an existing page unless --force, and says what it cannot read") {
  write_file("small.yaml", small_scenario);
  REQUIRE(restock("run small.yaml -o kept.h5 --force").code == 0);
  write_file("kept.html", "precious");
  const Answer refused = restock("report kept.h5 -o kept.html");
  CHECK(refused.code == 4);
  CHECK(refused.err.find("--force") != std::string::npos);
  CHECK(text_of(scratch() / "kept.html") == "precious");
  CHECK(restock("report missing.h5").code == 4);
  write_file("not.h5", "not HDF5 at all");
  for (const char* verb : {"report", "show"}) CHECK(restock(std::string(verb) + " not.h5").code == 4);
  const Answer misspelt = restock("report kept.h5 --primary profitt");
  CHECK(misspelt.code == 2);
  CHECK(misspelt.err.find("did you mean profit?") != std::string::npos);
  REQUIRE(restock("run small.yaml --seed 9 -o seed.h5 --force").code == 0);
  const Answer seeds = restock("report kept.h5 seed.h5 -o two.html");
  CHECK(seeds.code == 4);
  CHECK(seeds.err.find("another seed") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(scratch() / "two.html"));
}

TEST_CASE("disk_full: a page that cannot be written leaves the previous one and no half file") {
  write_file("small.yaml", small_scenario);
  REQUIRE(restock("run small.yaml -o full.h5 --force").code == 0);
  write_file("full.html", "precious");
  CHECK(restock("report full.h5 -o full.html --force", counted_apart + "; ulimit -f 8").code == 4);
  CHECK(text_of(scratch() / "full.html") == "precious");
  CHECK_FALSE(std::filesystem::exists(scratch() / "full.html.part"));
}
