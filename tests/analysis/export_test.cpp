// The tidy table: every defined value once, labels quoted, as far as the result keeps detail.
#include "analysis/export.hpp"
#include "output/small_result.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace restock;
using namespace restock::test;

namespace {
std::string exported(SmallRun run, TableFormat format = TableFormat::csv) {
  const std::string path = scratch("export.h5");
  run.write(path);
  std::string text;
  export_table(ResultReader(path), format, [&](std::string_view part) { text += part; });
  return text;
}
}  // namespace

TEST_CASE("the_table_is_long_and_tidy") {
  const std::string text = exported(SmallRun(Detail::stock_point));
  CHECK_THAT(text, Catch::StartsWith("statistic,site,product,alternative,replication,value\n"));
  for (const char* line :
       {"\nfill_rate,,,base,0,0.7\n", "\nfill_rate,shop,,base,0,0.7\n", "\nfill_rate,shop,kettle,base,0,0.7\n",
        "\ndisruption_active: port strike,,,base,0,0.2\n", "\ndisruption_spells: surge online/sale,,,café too,2,0\n",
        "\nfill_rate,café,kettle,café too,0,0.7\n"})
    CHECK_THAT(text, Catch::Contains(line));
  CHECK_THAT(text, !Catch::Contains("nan"));
  CHECK_THAT(text, !Catch::Contains("fill_rate,café,kettle,base"));
  CHECK_THAT(text, !Catch::Contains("surge online/sale,,,base"));
}

TEST_CASE("a_result_of_totals_exports_totals") {
  std::istringstream lines(exported(SmallRun(Detail::total)));
  std::string line;
  std::getline(lines, line);
  std::size_t count = 0;
  for (; std::getline(lines, line); ++count) CHECK_THAT(line, Catch::Contains(",,,"));
  CHECK(count > 2 * 3 * 30);
}

TEST_CASE("labels_with_commas_and_quotes_are_quoted") {
  SmallRun run(Detail::total);
  run.header.axes.alternatives[1] = "late, \"very\" late";
  CHECK_THAT(exported(run), Catch::Contains("\nfill_rate,,,\"late, \"\"very\"\" late\",0,"));
}

TEST_CASE("lines_of_json_hold_the_same_values_as_the_table") {
  SmallRun run(Detail::stock_point);
  run.header.axes.alternatives[1] = "late, \"very\" late \\";
  std::istringstream table(exported(run)), lines(exported(run, TableFormat::jsonl));
  std::string row, line;
  std::getline(table, row);
  std::size_t count = 0;
  while (std::getline(table, row)) {
    REQUIRE(std::getline(lines, line));
    const auto json = nlohmann::json::parse(line);
    CHECK(json.size() == 6);
    CHECK(row.ends_with("," + fmt::format("{},{}", json["replication"].get<int>(), json["value"].get<double>())));
    CHECK(row.starts_with(json["statistic"].get<std::string>() + ","));
    count += json["site"] == "café" && json["product"] == "kettle" && json["alternative"] == "late, \"very\" late \\"
                 ? 1
                 : 0;
    if (json["site"].is_null()) CHECK(json["product"].is_null());
  }
  CHECK_FALSE(std::getline(lines, line));
  CHECK(count > 3 * 30);
}
