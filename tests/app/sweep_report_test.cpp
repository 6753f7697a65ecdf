// The report of a sweep and of an attribution: its numbers are those of the result, and it stays small.
#include "sweep_scenario.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <map>
#include <regex>

namespace {

using Json = nlohmann::json;

std::string page_of(const std::string& result, const std::string& options = {}) {
  const Answer answer = restock("report " + result + " -o page.html --force " + options);
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  return text_of(scratch() / "page.html");
}

double number_in(std::string text) {
  std::erase(text, ',');
  return std::stod(text);
}

/// What is shown with so many decimals may be off by half of the last.
void check_shown(const std::string& shown, double value) {
  const std::string mean = shown.substr(0, shown.find(' '));
  const std::size_t point = mean.find('.');
  const double unit = point == std::string::npos ? 1.0 : std::pow(10.0, -static_cast<double>(mean.size() - point - 1));
  INFO(shown << " for " << value);
  CHECK(std::abs(number_in(mean) - value) <= 0.5001 * unit);
}

}  // namespace

TEST_CASE("the report of a sweep names the best cell and averages what it says it does") {
  plain_digest();
  const Json kept = Json::parse(restock("show plain.h5 --json").out);
  double best = -1e300;
  std::string name;
  std::map<std::string, std::vector<double>> by_level;  // of s, in base
  for (const Json& point : kept["design_points"])
    for (const Json& alternative : point["alternatives"]) {
      const double profit = alternative["metrics"]["profit"]["mean"];
      if (profit > best) {
        best = profit;
        name = "s = " + std::to_string(point["factors"]["s"].get<int>()) +
               ", rate = " + std::to_string(point["factors"]["rate"].get<int>()) + " per d in " +
               alternative["name"].get<std::string>();
      }
      if (alternative["name"] == "base") by_level[std::to_string(point["factors"]["s"].get<int>())].push_back(profit);
    }
  const std::string page = page_of("plain.h5");
  CHECK(page.find("Best by profit of 12 cells is <strong>" + name + "</strong>") != std::string::npos);
  REQUIRE(by_level.size() == 3);
  for (const auto& [level, means] : by_level) {
    std::smatch row;
    const std::regex wanted("<th scope=\"row\">s</th><td class=\"t\">" + level +
                            "<td class=\"t\">base<td>2<td>([-0-9,.]+ ± [0-9,.]+)");
    REQUIRE(std::regex_search(page, row, wanted));
    double sum = 0.0;
    for (const double mean : means) sum += mean;
    check_shown(row[1], sum / static_cast<double>(means.size()));
  }
  CHECK(page.find("id=\"heat\"") != std::string::npos);
  CHECK(page_of("plain.h5", "--primary fill_rate").find("Best by fill rate of 12 cells") != std::string::npos);
  CHECK(restock("report plain.h5 --primary demand").code == 4);
  CHECK(restock("report plain.h5 plain.h5").code == 2);
  CHECK(restock("report plain.h5 --to more").code == 2);
}

TEST_CASE("a large sweep with many values of its factors has a page of less than a megabyte") {
  write_file("wide.yaml", small_with("{ replenishment.shop.S: 45 }") + R"(sweep:
  design: latin_hypercube(points: 1500)
  factors:
    haul: { path: lanes.maker->shop.transit, from: 1 d, to: 5 d }
    rate: { path: demand.walk-in.arrivals.rate, from: 4 per d, to: 6 per d }
)");
  forget("wide.h5");
  const Answer run = restock("sweep wide.yaml -q -o wide.h5 --replications 2 --set length='5 d'");
  INFO(run.err);
  REQUIRE(run.code == 0);
  const std::string page = page_of("wide.h5");
  CHECK(page.size() < 1'000'000);
  CHECK(page.find("Of 3000 cells, the best 500") != std::string::npos);
}

TEST_CASE("the parts of an attribution add up on its page") {
  write_file("cause.yaml", small_with("{ replenishment.shop.S: 45 }") +
                               "disruptions: { strike: { when: 'scheduled(from: 5 d, for: 9 d)', effects: [{ kind: "
                               "lane_closed, lane: '*' }] } }\n");
  std::filesystem::remove(scratch() / "cause.h5");
  const Answer run = restock("attribute cause.yaml -q -o cause.h5");
  INFO(run.err);
  REQUIRE(run.code == 0);
  const std::string page = page_of("cause.h5");
  CHECK(page.find("id=\"attribution\"") != std::string::npos);
  CHECK(page.find("is answerable for") != std::string::npos);
  const std::regex row("<th scope=\"row\">([^<]+)</th><td>([-0-9,.]+) ± [0-9,.]+<td>");
  const std::size_t from = page.find("aria-label=\"Shares of cancelled"), to = page.find("</table>", from);
  REQUIRE(from != std::string::npos);
  const std::string table = page.substr(from, to - from);
  double sum = 0.0, total = -1.0;
  for (std::sregex_iterator it(table.begin(), table.end(), row), end; it != end; ++it)
    if ((*it)[1] == "total")
      total = number_in((*it)[2]);
    else
      sum += number_in((*it)[2]);
  CHECK(total > 0.0);
  CHECK(std::abs(sum - total) <= 0.02 * total);
}
