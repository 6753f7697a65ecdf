// The gallery says what the scenarios say: every figure is run again, and every claim has to hold.
#include "catch.hpp"
#include "gallery/page.hpp"

#include "measure/kpi.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

using namespace restock;
using namespace restock::gallery;

namespace {

const std::string page_path = RESTOCK_SOURCE_DIR "/scenarios/GALLERY.md";

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

Tour tour() { return parse_tour(read(RESTOCK_SOURCE_DIR "/tests/gallery/tour.md")); }

/// Three replications of a fill rate, of which `more` has a hundredth more and `same` as much.
Column three(const std::string& quantity, const std::string& of) {
  if (quantity != "fill_rate") throw std::runtime_error("there is no metric " + quantity);
  const double more = of == "more" ? 0.01 : 0.0;
  return {{0.90 + more, 0.91 + more * 1.1, 0.92 + more}, report::style_of(*metric_index("fill_rate"))};
}

std::string filled(const std::string& text, std::vector<std::string>& complaints) {
  return with_figures(text, three, complaints);
}

}  // namespace

TEST_CASE("the gallery is what its scenarios give, and what it claims holds") {
  std::vector<std::string> complaints;
  const std::string current = page(tour(), answers_of, complaints);
  for (const std::string& complaint : complaints) FAIL_CHECK(complaint);
  if (std::getenv("RESTOCK_REFRESH")) std::ofstream(page_path, std::ios::binary) << current;
  INFO("RESTOCK_REFRESH=1 " RESTOCK_SOURCE_DIR "/build/tests/test_gallery writes it anew");
  CHECK(read(page_path) == current);
}

TEST_CASE("every scenario is a stop of the tour, once") {
  std::multiset<std::string> stops;
  for (const TourChapter& chapter : tour().chapters)
    for (const Stop& stop : chapter.stops) stops.insert(stop.scenario);
  for (const auto& entry : std::filesystem::directory_iterator(RESTOCK_SOURCE_DIR "/scenarios")) {
    if (entry.path().extension() != ".yaml") continue;
    INFO(entry.path().stem());
    CHECK(stops.count(entry.path().stem()) == 1);
  }
}

TEST_CASE("every cause and every remedy of backorders has a stop") {
  std::set<std::string> causes, remedies;
  for (const TourChapter& chapter : tour().chapters)
    for (const Stop& stop : chapter.stops) {
      causes.insert(stop.causes.begin(), stop.causes.end());
      remedies.insert(stop.remedies.begin(), stop.remedies.end());
    }
  for (const char* cause :
       {"demand surge", "season", "supplier delay", "material shortage", "factory downtime", "port congestion",
        "long lead time", "variable lead time", "stale forecast", "low reorder point", "phantom stock", "shrinkage",
        "bad or missing units", "late information", "late or wrong postings", "too few packers"}) {
    INFO(cause);
    CHECK(causes.contains(cause));
  }
  for (const char* remedy : {"higher reorder point", "safety stock", "safety lead time", "reviewed levels",
                             "better forecast", "second source", "expediting", "transshipment", "second choice",
                             "cycle counts", "RFID", "real-time data", "honest updates", "rationing", "presale",
                             "back-in-stock notices", "more packers", "another port", "mark-down"}) {
    INFO(remedy);
    CHECK(remedies.contains(remedy));
  }
}

TEST_CASE("links within the gallery lead to a heading") {
  const std::string text = read(page_path);
  std::set<std::string> headings;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("### ")) headings.insert(anchor(line.substr(4)));
  for (std::size_t at = text.find("](#"); at != std::string::npos; at = text.find("](#", at + 1)) {
    const std::string link = text.substr(at + 2, text.find(')', at) - at - 2);
    INFO(link);
    CHECK(headings.contains(link));
  }
}

TEST_CASE("what the tour suggests to try can be run") {
  for (const TourChapter& chapter : tour().chapters)
    for (const Stop& stop : chapter.stops)
      for (const Variation& each : stop.variations) {
        INFO(stop.scenario << " " << each.options << "\n" << problems_of(stop, each.patches));
        CHECK(problems_of(stop, each.patches).empty());
        CHECK_FALSE(each.question.empty());
      }
}

TEST_CASE("figures are written as the report writes them, and differences are paired") {
  std::vector<std::string> complaints;
  CHECK(filled("{fill_rate}, {fill_rate of more}", complaints) == "91.0 ± 2.5 %, 92.0 ± 2.5 %");
  CHECK(filled("by {fill_rate of more > base}.", complaints) == "by 1.03 ± 0.14 points.");
  CHECK(filled("by {fill_rate of base < more}", complaints) == "by 1.03 ± 0.14 points");
  CHECK(filled("{fill_rate of more - base}", complaints) == "+1.03 ± 0.14 points");
  CHECK(filled("{fill_rate of same = base}", complaints) == "91.0 ± 2.5 %");
  CHECK(filled("no figure", complaints) == "no figure");
  CHECK(complaints.empty());
}

TEST_CASE("a claim that does not hold is told, and so is a figure that is not there") {
  for (const char* wrong : {"{fill_rate of more < base}", "{fill_rate of base > more}", "{fill_rate of more ~ base}",
                            "{fill_rate of more = base}", "{fill_rate of same > base}", "{filrate}"}) {
    std::vector<std::string> complaints;
    filled(wrong, complaints);
    INFO(wrong);
    CHECK(complaints.size() == 1);
  }
}

TEST_CASE("a tour that is not one is refused at its line") {
  const auto refused = [](const std::string& text) {
    try {
      parse_tour(text);
    } catch (const std::runtime_error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK(refused("@ one_store\nText.\n").starts_with("tour.md:1:"));
  CHECK(refused("# A\n@ one_store\ntry: --seed 3\nText.\n").starts_with("tour.md:3:"));
  CHECK(refused("# A\n@ one_store\ncause: it\n").starts_with("tour.md:2:"));
  CHECK(refused("# A\n@ one_store\ncause: it\nText.\n").empty());
}
