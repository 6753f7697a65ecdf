// The pieces that the page is made of: texts, numbers, scales, dates, spans.
#include "analysis/report/calendar_axis.hpp"
#include "analysis/report/drawing.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/trouble.hpp"

#include "catch.hpp"

#include "measure/kpi.hpp"

using namespace restock;
using namespace restock::report;

TEST_CASE("numbers_are_grouped_and_never_negative_nothing") {
  CHECK(grouped(26924012.4, 0) == "26,924,012");
  CHECK(grouped(-1234.567, 1) == "-1,234.6");
  CHECK(grouped(999.0, 0) == "999");
  CHECK(grouped(-0.0001, 2) == "0.00");
}

TEST_CASE("shares_are_percentages_and_other_ratios_are_not") {
  const auto text = [](const char* metric, double mean, double half) {
    return value_text(metric_index(metric).value(), Estimate{3, mean, 0.1, half});
  };
  CHECK(text("fill_rate", 0.845, 0.006) == "84.50 ± 0.60 %");
  CHECK(text("bullwhip", 3.5, 0.25) == "3.50 ± 0.25");
  CHECK(text("total_cost", 48000.0, 2484.0) == "48,000 ± 2,484 money/d");
  CHECK(value_text(0, Estimate{}) == "–");
}

TEST_CASE("ticks_are_round_numbers_within_the_range") {
  CHECK(nice_ticks(0.0, 10.0, 5) == std::vector<double>{0, 2, 4, 6, 8, 10});
  CHECK(nice_ticks(-0.3, 0.3, 4).size() >= 3);
  const std::vector<double> ticks = nice_ticks(0.7512, 0.8519, 5);
  CHECK(ticks.front() >= 0.7512);
  CHECK(ticks.back() <= 0.8519);
  CHECK(tick_text(0.8, ticks) == "0.80");
  CHECK(tick_text(14e6, {13e6, 14e6}) == "14 M");
  CHECK(tick_text(860'000, {840'000, 860'000}) == "860 k");
  CHECK(nice_ticks(5.0, 5.0) == std::vector<double>{5.0});
}

TEST_CASE("a_scale_without_width_still_has_a_place_for_its_value") {
  const Scale zero(0.0, 0.0, 10.0, 20.0), five(5.0, 5.0, 10.0, 20.0);
  CHECK(zero(0.0) == Approx(15.0));
  CHECK(five(5.0) == Approx(15.0));
}

TEST_CASE("dates_follow_the_calendar") {
  CHECK(date_of("2024-02-27", 2.0) == "2024-02-29");
  CHECK(date_of("2026-12-31T18:00", 0.25) == "2027-01-01");
  CHECK(date_of("soon", 12.0) == "day 12");
  const auto months = date_ticks("2026-09-10", 122.0, 5);
  REQUIRE(months.size() == 4);
  CHECK(months[0] == std::pair<double, std::string>(21.0, "Oct"));
  CHECK(months[3] == std::pair<double, std::string>(113.0, "Jan 2027"));
  const auto years = date_ticks("2026-01-01", 3653.0, 10);
  REQUIRE(years.size() == 6);  // every second year, from 2026
  CHECK(years[1] == std::pair<double, std::string>(730.0, "2028"));
  CHECK(date_ticks("2026-01-01", 7.0, 10).size() == 8);
}

TEST_CASE("spans_cover_what_was_on_and_nothing_else") {
  std::vector<std::array<std::size_t, 3>> spans;
  for_each_span({0.0, 0.1, 0.2, 1.0, 1.0, 0.0, 0.5}, [&](std::size_t from, std::size_t to, int fifth) {
    spans.push_back({from, to, static_cast<std::size_t>(fifth)});
  });
  CHECK(spans == std::vector<std::array<std::size_t, 3>>{{1, 3, 1}, {3, 5, 5}, {6, 7, 3}});
}

TEST_CASE("shapes_never_have_negative_sizes_and_tips_are_texts") {
  Drawing drawing(100, 50, "a <b>", "c \"d\"");
  drawing.rect(10, 10, -5, 3, "x", "<tip>");
  const std::string svg = drawing.svg();
  CHECK_THAT(svg, Catch::Contains("width=\"0\" height=\"3\""));
  CHECK_THAT(svg, Catch::Contains("<title>&lt;tip&gt;</title></rect>"));
  CHECK_THAT(svg, Catch::Contains("aria-label=\"a &lt;b&gt;: c &quot;d&quot;\""));
}
