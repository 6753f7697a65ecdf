// The page: what it says, that it is whole, and that nothing a user wrote becomes markup.
#include "analysis/report/outcome_kinds.hpp"
#include "analysis/report/page.hpp"
#include "output/error.hpp"
#include "output/small_result.hpp"

#include <regex>
#include <set>

using namespace restock;
using namespace restock::test;

namespace {

std::string page_of(const SmallRun& run, const CompareOptions& options = {}) {
  const std::string path = scratch("report.h5");
  run.write(path);
  std::vector<ResultReader> readers;
  readers.emplace_back(path);
  return report::report_page(readers, options);
}

/// A page is long: a test that fails shows the words, not the page.
bool says(const std::string& page, const std::string& words) {
  UNSCOPED_INFO("words: " << words);
  return page.find(words) != std::string::npos;
}

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

/// Elements that are opened and not closed, or closed and not open, but those whose end HTML lets one leave out.
std::string unbalanced(const std::string& page) {
  static const std::set<std::string> loose{"meta", "input", "tr", "td", "rect", "line", "circle", "path", "polyline"};
  const std::regex tag("<(/?)([a-z][a-z0-9]*)((?:\"[^\"]*\"|[^>\"])*)>");
  std::vector<std::string> open;
  for (std::sregex_iterator it(page.begin(), page.end(), tag), end; it != end; ++it) {
    const std::string name = (*it)[2], rest = (*it)[3];
    if (rest.ends_with("/") || (loose.contains(name) && (*it)[1] == "")) continue;
    if ((*it)[1] == "") {
      open.push_back(name);
    } else if (!open.empty() && open.back() == name) {
      open.pop_back();
    } else if (!loose.contains(name)) {
      return "</" + name + "> after " + (open.empty() ? "nothing" : open.back());
    }
  }
  return open.empty() ? "" : "<" + open.back() + "> is left open";
}

/// The page without its style and script, whose texts are not markup.
std::string without_assets(std::string page) {
  for (const char* name : {"style", "script"}) {
    const std::size_t from = page.find(std::string("<") + name + ">") + std::string(name).size() + 2;
    page.erase(from, page.find(std::string("</") + name + ">") - from);
  }
  return page;
}

}  // namespace

TEST_CASE("the_page_is_one_whole_document_that_loads_nothing") {
  for (const Detail detail : {Detail::total, Detail::site, Detail::stock_point, Detail::orders}) {
    const std::string page = page_of(SmallRun(detail));
    CHECK(page.starts_with("<!doctype html>"));
    CHECK(page.ends_with("</html>\n"));
    CHECK(unbalanced(without_assets(page)).empty());
    CHECK(says(page, "default-src 'none'; style-src 'sha256-"));
    for (const char* part :
         {"http:", "https:", " src=", "url(", "@import", " style=", " onclick=", "unsafe-", ">nan", "\"nan", ",nan"})
      CHECK_FALSE(says(without_assets(page), part));
    CHECK(page.size() < 200'000);
  }
}

TEST_CASE("every_link_has_its_section_and_every_chart_its_words_and_numbers") {
  const std::string page = page_of(SmallRun(Detail::stock_point));
  std::set<std::string> ids;
  const std::regex id(" id=\"([^\"]*)\""), link("href=\"#([^\"]*)\"");
  for (std::sregex_iterator it(page.begin(), page.end(), id), end; it != end; ++it) CHECK(ids.insert((*it)[1]).second);
  std::size_t links = 0;
  for (std::sregex_iterator it(page.begin(), page.end(), link), end; it != end; ++it, ++links)
    CHECK(ids.contains((*it)[1]));
  CHECK(links >= 8);
  CHECK(occurrences(page, "<svg class=\"chart\"") == occurrences(page, "role=\"img\" aria-label=\""));
  CHECK(occurrences(page, "<svg class=\"chart\"") > 8);
  // The panels of means have the table of every metric below them instead.
  CHECK(occurrences(page, "<figure>") == occurrences(page, "<details class=\"numbers\">") + 1);
  CHECK(occurrences(page, "<table") == occurrences(page, "<caption>"));
}

TEST_CASE("nothing_that_a_user_wrote_becomes_markup") {
  const std::string bad = "<script>alert(1)</script>", quote = "\"><img onerror='x'>", bytes = "caf\xe9 \a";
  SmallRun run(Detail::orders);
  run.header.scenario = bad + quote;
  run.header.question = quote + bad;
  Axes& axes = run.header.axes;
  axes.alternatives = {bad, quote + bytes};
  for (std::vector<std::string>* names : {&axes.sites, &axes.products, &axes.segments, &axes.lanes, &axes.disruptions})
    for (std::size_t i = 0; i < names->size(); ++i) (*names)[i] = bad + quote + bytes + std::to_string(i);
  const std::string path = scratch("bad.h5");
  RunFacts facts = SmallRun::facts();
  facts.scenario_text = "name: " + bad + "</pre>\n# " + quote;
  facts.command_line = "restock run '" + bad + "'";
  facts.overrides = quote;
  run.write(path, false, facts);
  std::vector<ResultReader> readers;
  readers.emplace_back(path);
  const std::string page = report::report_page(readers);
  CHECK(occurrences(page, "<script") == 1);
  CHECK(occurrences(page, "</script") == 1);
  CHECK_FALSE(says(page, "<img"));
  CHECK_FALSE(says(page, "caf\xe9"));
  CHECK(says(page, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&gt;&lt;img onerror=&#39;x&#39;&gt;"));
  CHECK(unbalanced(without_assets(page)).empty());
}

TEST_CASE("the_outcomes_of_the_picture_add_up_to_demand_in_every_replication") {
  const std::string path = scratch("sums.h5");
  SmallRun(Detail::total).write(path);
  std::vector<ResultReader> readers;
  readers.emplace_back(path);
  const report::Study study(readers, {});
  for (std::size_t c = 0; c < study.size(); ++c) {
    std::vector<double> sum(3, 0.0);
    for (const report::OutcomeKind& kind : report::outcome_kinds()) {
      const std::vector<double> values = report::kind_values(study, kind, c);
      for (std::size_t r = 0; r < sum.size(); ++r) sum[r] += values[r];
    }
    const auto demand = study.values(report::metric_of("demand"), c);
    for (std::size_t r = 0; r < sum.size(); ++r) CHECK(sum[r] == demand[r]);
  }
}

TEST_CASE("the_numbers_under_the_chart_of_outcomes_are_those_of_the_records") {
  // 100, 101 and 102 units ordered: 70, 71 and 72 at once, 12 later, 8 + 2 lost, 3 + 1 cancelled, 4 open.
  const std::string page = page_of(SmallRun(Detail::total));
  const std::string whole = page.substr(page.find("What became of each unit"));
  for (const char* row :
       {"shipped from stock at once<td>71.0 ± 2.5<td>70.30", "shipped from backorder<td>12.0 ± 0.0<td>11.88",
        "lost: out of stock<td>8.0 ± 0.0<td>7.92", "cancelled by the seller<td>1.0 ± 0.0<td>0.99",
        "open at the end<td>4.0 ± 0.0<td>3.96", "demand<td>101.0<td>100.00"})
    CHECK(says(whole, std::string("<th scope=\"row\">base</th><td class=\"t\">") + row));
}

TEST_CASE("the_answer_names_the_best_says_how_sure_it_is_and_what_it_costs") {
  SmallRun run(Detail::total);
  run.header.question = "One shop or two?";
  const std::string page = page_of(run);
  CHECK(says(page, "<h1>One shop or two?</h1>"));
  // Two shops sell twice as much: the same in every replication but for the units that grow.
  const std::regex answer(
      "<p class=\"answer\"><strong>café too</strong> is clearly best by profit, with [0-9.,]+ ± [0-9.,]+ "
      "money/d, [0-9.,]+ ± [0-9.,]+ money/d more than <strong>base</strong>\\. It ships 70\\.[0-9]+ % of "
      "what customers want at once \\(base: 70\\.[0-9]+ %\\), loses [^.]*\\.");
  CHECK(std::regex_search(page, answer));
  const std::string turned = page_of(run, {"café too", "total_cost", {}});
  CHECK(says(turned, "<strong>base</strong> is clearly best by total cost"));
  CHECK(says(turned, "money/d less than <strong>café too</strong>"));
}

TEST_CASE("alternatives_that_are_the_same_are_not_said_to_be_undecided") {
  // The other sells twice as much, and ships the same share of it, replication by replication.
  const std::string page = page_of(SmallRun(Detail::total), {"", "fill_rate", {}});
  CHECK(says(page,
             "Best by fill rate are <strong>base</strong> and <strong>café too</strong>, which are the same in every "
             "replication, with 70.30 ± "));
  CHECK_FALSE(says(page, "do not tell which"));
}

TEST_CASE("the_map_shows_what_customers_got_where_the_result_knows") {
  const std::string known = page_of(SmallRun(Detail::site)), unknown = page_of(SmallRun(Detail::total));
  // Of 303 units in three replications, 213 at once, 30 lost and 12 cancelled; the depot sent 68 of 85 at once.
  CHECK(says(known, "<title>store shop: 70.3 % at once</title>"));
  CHECK(says(known, "<td class=\"t\">store<td class=\"t\">kettle<td>101<td>70.3<td>9.9<td>4.0<td>–<td>15.0<td>3.0"));
  CHECK(says(known, "<title>warehouse depot: 80.0 % to sites at once</title>"));
  CHECK(says(known, "class=\"site m3 k-store\""));  // 13.9 % of units unserved
  CHECK(says(known, "<title>depot to shop: 1 d</title>"));
  CHECK(says(unknown, "<title>store shop</title>"));
  CHECK(says(unknown, "With --detail site the map shows"));
}

TEST_CASE("places_have_rows_where_there_is_something_and_products_add_up_their_stock_points") {
  const std::string page = page_of(SmallRun(Detail::stock_point));
  const std::string sites = page.substr(page.find("<h3>Sites"), 4000),
                    products = page.substr(page.find("<h3>Products"), 3000);
  // Shop: 101 of demand, 70.3 % of each replication at once, 9.9 % lost, 4.0 % cancelled, 2 d of waiting.
  CHECK(says(sites, "<th scope=\"row\">base</th><td class=\"t\">shop<td>101.0<td>70.3"));
  CHECK_FALSE(says(sites, "<th scope=\"row\">base</th><td class=\"t\">café"));
  CHECK(says(sites, "<th scope=\"row\">café too</th><td class=\"t\">café<td>101.0<td>70.3"));
  // The other has two shops: twice the demand, the same share.
  CHECK(says(products, "<th scope=\"row\">base</th><td class=\"t\">kettle<td>101.0<td>70.3"));
  CHECK(says(products, "<th scope=\"row\">café too</th><td class=\"t\">kettle<td>202.0<td>70.3"));
  CHECK(says(page, "<th scope=\"row\">base</th><td class=\"t\">shop<td class=\"t\">kettle<td>101.0<td>70.3"));
}

TEST_CASE("series_have_bands_where_there_are_intervals") {
  CHECK(occurrences(page_of(SmallRun(Detail::total)), "class=\"band ") == 8);  // four levels of base and of the best
  CHECK(occurrences(page_of(SmallRun(Detail::total, 1)), "class=\"band ") == 0);
}

TEST_CASE("one_replication_claims_nothing") {
  const std::string page = page_of(SmallRun(Detail::total, 1));
  CHECK(says(page, "figures of a single replication do not tell which"));
  CHECK(says(page, "One replication has no intervals"));
  CHECK_FALSE(says(page, "clearly best"));
}

TEST_CASE("a_lone_alternative_has_no_comparison") {
  SmallRun run(Detail::site);
  Axes lone;
  lone.add("base", run.layouts[0], run.labels[0]);
  run.header.axes = lone;
  const std::string path = scratch("lone.h5");
  ResultWriter writer(path, run.header, false);
  for (std::size_t r = 0; r < 3; ++r) writer.write(run.cell(0, r));
  writer.finish(SmallRun::facts());
  std::vector<ResultReader> readers;
  readers.emplace_back(path);
  const std::string page = report::report_page(readers);
  CHECK(says(page, "<strong>base</strong> ships 70.3"));
  CHECK_FALSE(says(page, "id=\"differences\""));
  CHECK_FALSE(says(page, "id=\"tradeoff\""));
  CHECK_THROWS_WITH(report::report_page(readers, {"other", "", {}}), Catch::Contains("is not an alternative"));
}

TEST_CASE("several_results_stand_side_by_side_when_they_may") {
  SmallRun run(Detail::total);
  const std::string one = scratch("one.h5"), two = scratch("two.h5"), other = scratch("other.h5");
  run.write(one);
  run.write(two);
  std::vector<ResultReader> readers;
  readers.emplace_back(one);
  readers.emplace_back(two);
  const std::string page = report::report_page(readers);
  CHECK(says(page, one + ":base"));
  CHECK(says(page, two + ":café too"));
  CHECK(says(page, "4 alternatives"));
  run.header.seed = 8;
  run.write(other);
  readers.emplace_back(other);
  CHECK_THROWS_WITH(report::report_page(readers), Catch::Contains("another seed"));
}
