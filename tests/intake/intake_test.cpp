// Tables as others export them become scenarios: what was sold is what is asked for, and goods go the ways they went.
#include "intake/write_scenario.hpp"

#include "campaign/plan.hpp"
#include "campaign/run.hpp"
#include "catch.hpp"
#include "intake/written_number.hpp"
#include "measure/kpi.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace restock;

namespace {

std::string kept(const std::string& name, const std::string& text) {
  const std::string path = std::string(std::getenv("RESTOCK_TEST_TMP")) + "/" + name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

struct Imported {
  IntakeResult result;
  Issues issues;
  std::string all() const {
    std::string text;
    for (const Issue& issue : issues) text += issue.code + " " + issue.problem + "\n";
    return text;
  }
  const std::string& file(const std::string& name) const {
    for (const auto& [called, text] : result.files)
      if (called == name) return text;
    throw std::runtime_error("no file " + name + ": " + all());
  }
};

Imported imported(const IntakeSettings& settings) {
  Imported done;
  std::vector<std::string> names;
  done.result = import_scenario(settings, done.issues, names);
  return done;
}

/// Writes the files and runs the scenario, without a problem and without a warning.
Results run_of(const Imported& done, const std::string& folder) {
  const std::string path = std::string(std::getenv("RESTOCK_TEST_TMP")) + "/" + folder;
  std::filesystem::create_directories(path);
  for (const auto& [name, text] : done.result.files) std::ofstream(path + "/" + name, std::ios::binary) << text;
  Issues issues;
  Document document;
  const auto plan = make_plan(path + "/scenario.yaml", {{"replications=2"}, Detail::total}, issues, document);
  for (const Issue& issue : issues) FAIL_CHECK(describe(issue, document));
  REQUIRE(plan);
  return run_plan(*plan, {}).results;
}

double mean_of(const Results& results, const char* metric) { return results.of(*metric_index(metric), 0)[0]; }

}  // namespace

TEST_CASE("order lines of a shop: cancellations stay out, prices are kept, every unit is asked for") {
  IntakeSettings settings;
  settings.history = kept("lines.csv",
                          "InvoiceDate,Invoice,Is Cancellation,StockCode,Quantity,Unit_Price_GBP\n"
                          "2011-03-01 08:26:00,1,0,85123A,6,2.55\n2011-03-01 09:00:00,2,0,22423,1,10.95\n"
                          "2011-03-02 10:00:00,C2,1,22423,-1,10.95\n2011-03-05 11:30:00,3,0,85123A,4,2.75\n"
                          "2011-03-20 12:00:00,4,0,22423,2,12.75\n2011-03-30 12:00:00,4,0,85123A,2,2.95\n");
  const Imported done = imported(settings);
  INFO(done.all());
  CHECK(done.file("demand.csv").starts_with("time,site,product,quantity\n2011-03-01T08:26,shop,85123A,6\n"));
  CHECK(done.file("products.csv") == "name,price\n85123A,2.75\n22423,12.75\n");
  CHECK(done.result.remarks.find("1 lines left out") != std::string::npos);
  // Measured is what comes after the warm-up of 7 days.
  CHECK(done.file("scenario.yaml").find("start: 2011-03-08\nwarmup: 7 d\nlength: 23 d\n") != std::string::npos);
  const Results results = run_of(done, "lines");
  CHECK(mean_of(results, "demand") == 4.0);
}

TEST_CASE("a column for each product: buckets are orders, or split into orders of a size, evenly spread") {
  IntakeSettings settings;
  settings.history =
      kept("daily.csv", "date,kettle,pot\n2011-01-01,10,0\n2011-01-02,0,3\n2011-01-03,4,\n2011-01-04,7,1\n");
  const Imported whole = imported(settings);
  CHECK(whole.file("demand.csv") ==
        "time,site,product,quantity\n2011-01-01T12:00,shop,kettle,10\n2011-01-02T12:00,shop,pot,3\n"
        "2011-01-03T12:00,shop,kettle,4\n2011-01-04T12:00,shop,kettle,7\n2011-01-04T12:00,shop,pot,1\n");
  settings.order_size = 4;
  const Imported split = imported(settings);
  CHECK(split.file("demand.csv")
            .starts_with("time,site,product,quantity\n2011-01-01T04:00,shop,kettle,4\n"
                         "2011-01-01T12:00,shop,kettle,4\n2011-01-01T20:00,shop,kettle,2\n"));
  CHECK(mean_of(run_of(split, "split"), "demand") == 15.0);  // the first day is warm-up
}

TEST_CASE("months without dates need a beginning and a length, and last as long as the calendar says") {
  IntakeSettings settings;
  settings.history = kept("parts.csv", "\"21029627\",\"21029628\"\n0,2\n1,\n0,3\n");
  CHECK(imported(settings).all().starts_with("missing_column"));
  settings.start = "2000-01";
  settings.every = "month";
  const Imported done = imported(settings);
  CHECK(done.file("demand.csv") ==
        "time,site,product,quantity\n2000-01-16T12:00,shop,21029628,2\n2000-02-15T12:00,shop,21029627,1\n"
        "2000-03-16T12:00,shop,21029628,3\n");
  CHECK(done.result.remarks.find("(91 days)") != std::string::npos);
  CHECK(mean_of(run_of(done, "parts"), "demand") == 4.0);
}

TEST_CASE("deliveries make a network: lead times from their dates, the most used source, demand passed upstream") {
  IntakeSettings settings;
  std::string history = "date,store,item,units\n";
  for (int day_of = 10; day_of < 30; ++day_of)
    for (const char* store : {"north", "south"})
      history += "2024-03-" + std::to_string(day_of) + "," + store + ",tent," + std::to_string(1 + day_of % 3) + "\n" +
                 (store[0] == 'n' ? "2024-03-" + std::to_string(day_of) + ",north,stove,1\n" : "");
  settings.history = kept("chain.csv", history);
  settings.network =
      kept("deliveries.csv",
           "from,to,order_date,delivered\n"
           "depot,north,2024-01-01,2024-01-03\ndepot,north,2024-01-05,2024-01-07\n"
           "depot,south,2024-01-01,2024-01-02\ndepot,south,2024-01-05,2024-01-08\n"
           "works,south,2024-01-05,2024-01-08\n"
           "works,depot,2024-01-01,2024-01-11\nworks,depot,2024-02-01,2024-02-21\nworks,depot,,2024-02-21\n");
  const Imported done = imported(settings);
  INFO(done.all());
  CHECK(done.file("sites.csv") == "name,kind\nnorth,store\nsouth,store\ndepot,warehouse\nworks,supplier\n");
  CHECK(done.file("lanes.csv") ==
        "name,from,to,product,transit\nway-1,depot,north,*,2 d\n"
        "way-2,depot,south,*,\"gamma(mean: 2 d, cv: 0.707)\"\n"
        "way-3,works,depot,*,\"gamma(mean: 15 d, cv: 0.471)\"\n");
  CHECK(done.result.remarks.find("1 second sources") != std::string::npos);
  CHECK(done.result.remarks.find("1 rows of deliveries without a lead time") != std::string::npos);
  CHECK(done.file("levels.csv").find(",depot,tent,") != std::string::npos);
  const Results results = run_of(done, "chain");
  CHECK(mean_of(results, "internal_demand") > 0.0);
  CHECK(mean_of(results, "demand") < 2 * 40.0 + 20.0);
}

TEST_CASE("a table of stock gives what is on hand, levels, cost and price") {
  IntakeSettings settings;
  settings.history =
      kept("sold.csv", "day,material,plant,qty\n2024-01-01,A,P1,3\n2024-01-09,B,P1,2\n2024-01-20,A,P1,1\n");
  settings.stock = kept("erp.csv",
                        "Material,Plant,Unrestricted,Reorder Point,Lot Size,Standard Cost,Price\n"
                        "A,P1,17,5,10,2.5,4\nB,P1,,,,9.5,12\nZ,P1,1,1,1,1,1\n");
  const Imported done = imported(settings);
  INFO(done.all());
  CHECK(done.file("products.csv") == "name,cost,price\nA,2.5,4\nB,9.5,12\n");
  CHECK(done.file("initial.csv") == "name,at,product,on_hand\nstock-1,P1,A,17\n");
  CHECK(done.file("levels.csv").find(",P1,A,5,15\n") != std::string::npos);
  CHECK(done.file("scenario.yaml").find("holding: 25 % per y") != std::string::npos);
  CHECK(mean_of(run_of(done, "erp"), "holding_cost") > 0.0);
}

TEST_CASE("a column with a name of its own is found when it is named") {
  IntakeSettings settings;
  settings.history = kept("german.csv", "Datum,Artikel,Menge\n2024-01-01,A,3\n2024-01-09,A,2\n");
  CHECK(imported(settings).all().starts_with("missing_column"));
  for (const char* text : {"time=Datum", "product=Artikel", "quantity=Menge"})
    settings.columns.push_back(*parse_column_name(text));
  CHECK(imported(settings).file("demand.csv").find("shop,A,3\n") != std::string::npos);
  settings.columns.back().header = "Mengen";
  CHECK(imported(settings).all().find("--column quantity=Mengen: no table has such a column") != std::string::npos);
  CHECK(imported(settings).issues.back().hint == "did you mean Menge?");
  CHECK_FALSE(parse_column_name("artikel=Artikel"));
  CHECK_FALSE(parse_column_name("product="));
}

TEST_CASE("whatever a system calls no is no cancellation") {
  IntakeSettings settings;
  settings.history = kept("flags.csv",
                          "date,sku,qty,cancelled\n2024-01-01,A,1,FALSE\n2024-01-02,A,1,No\n2024-01-03,A,1,0\n"
                          "2024-01-04,A,1,\n2024-01-05,A,1,True\n2024-01-06,A,1,C\n");
  CHECK(imported(settings).result.remarks.find("4 lines of demand, 4 units") == 0);
}

TEST_CASE("what cannot be read is refused at its place") {
  const auto first = [](const std::string& text) {
    IntakeSettings settings;
    settings.history = kept("bad.csv", text);
    const Imported done = imported(settings);
    CHECK(done.result.files.empty());
    REQUIRE_FALSE(done.issues.empty());
    return done.issues[0].code + " " + std::to_string(done.issues[0].line) + ":" +
           std::to_string(done.issues[0].column);
  };
  CHECK(first("date,sku,qty\n03/01/2024,A,3\n") == "bad_date 2:1");
  CHECK(first("date,sku,qty\n2024-01-01,A,2.5\n") == "wrong_type 2:14");
  CHECK(first("date,sku,qty\n2024-01-01,,2\n") == "missing_value 2:12");
  CHECK(first("sku,qty\nA,2\n") == "missing_column 1:1");
  CHECK(first("date,sku,qty\n2024-01-01,A,-2\n") == "empty_file 1:1");
  CHECK(first("") == "empty_file 1:1");
  // A header that two separators could cut, and numbers that can be read in two ways.
  CHECK(first("date;sku, name;qty\n2024-01-01;A, x;2\n") == "unclear_separator 1:1");
  CHECK(first("date;sku;qty;price\n2024-01-01;A;2;1.234\n") == "unclear_number 2:16");
  CHECK(first("date;sku;qty;price\n2024-01-01;A;2;2,5\n2024-01-01;A;2;2.5\n") == "unclear_number 3:16");
  CHECK(first("date;sku;qty;price\n2024-01-01;A;2;2,5\n2024-01-01;A;2;1.23,4.5\n") == "wrong_type 3:16");
  CHECK(first("date;sku;qty\n2024-01-01;A;2;3\n") == "ragged_row 2:1");
  CHECK(first("date\tsku\tqty\n2024-01-01\t\"A\t2\n") == "unterminated_quote 2:12");
  CHECK(first("sep=;\r\ndatum;sku;qty\r\n2024-01-01;A;3\r\n") == "missing_column 2:1");
  CHECK(first("\xFF\xFE"
              "d\0a\0") == "not_utf8 1:1");
}

TEST_CASE("semicolons and tabs separate columns where the file says so, with decimals as its numbers are written") {
  const auto told = [](const std::string& text, IntakeSettings settings = {}) {
    settings.history = kept("form.csv", text);
    const Imported done = imported(settings);
    INFO(done.all());
    return done.file("products.csv") + done.file("demand.csv");
  };
  const auto with = [](const char* separator, const char* decimal, const char* column = nullptr) {
    IntakeSettings settings;
    settings.separator = separator;
    settings.decimal = decimal;
    if (column != nullptr) settings.columns = {*parse_column_name(column)};
    return settings;
  };
  const std::string expected =
      "name,price\nA,2.5\nB,1234.5\ntime,site,product,quantity\n2024-01-31T12:00,shop,A,3\n"
      "2024-02-01T12:00,shop,B,1200\n";
  CHECK(told("date,sku,qty,price\n2024-01-31,A,3,2.5\n2024-02-01,B,1200,1234.5\n") == expected);
  CHECK(told("\xEF\xBB\xBF"
             "date;sku;qty;price\r\n31.01.2024;\"A\";3;2,5\r\n1.2.2024;B;1.200;1.234,50\r\n") == expected);
  CHECK(told("date\tsku\tqty\tprice\n2024-01-31\tA\t3\t2.50\n2024-02-01\tB\t1,200\t\"1,234.5\"\n") == expected);
  CHECK(told("sep=;\r\ndate;sku;qty;price\r\n2024-01-31;A;3,00;2,5\r\n2024-02-01;B;1.200,0;1234,5\r\n") == expected);
  // Commas inside a header of semicolons, which the rows do not have; a comma in a quoted cell.
  CHECK(told("date;sku;qty;price, net\n2024-01-31;A;3;2\n2024-02-01;\"B;C\";1;2,5\n", with("", "", "price=price, net"))
            .starts_with("name,price\nA,2\nB;C,2.5\n"));
  // What the file leaves open, the user may say.
  CHECK(told("date;sku;qty;price\n2024-01-31;A;2;1.234\n", with("", "comma")).starts_with("name,price\nA,1234\n"));
  CHECK(told("date;sku;qty;price\n2024-01-31;A;2;1.234\n", with("", "point")).starts_with("name,price\nA,1.234\n"));
  CHECK(told("date;sku, name;qty\n2024-01-31;A, x;2\n", with("semicolon", "", "product=sku, name"))
            .starts_with("name\n\"A, x\"\n"));
  IntakeSettings strict = with("", "comma");
  strict.history = kept("form.csv", "date;sku;qty;price\n2024-01-31;A;2;2,5\n2024-02-01;A;2;2.5\n");
  CHECK(imported(strict).all() == "wrong_type `2.5` is not a number with a decimal comma\n");
  // Where commas separate, 1.234 never was a thousand.
  CHECK(told("date,sku,qty,price\n2024-01-31,A,2,1.234\n").starts_with("name,price\nA,1.234\n"));
}

TEST_CASE("a number says by itself which mark its decimals have, or that it does not know") {
  const auto mark = [](const char* text) { return static_cast<int>(decimal_mark_of(text)); };
  constexpr int none = 0, point = 1, comma = 2, either = 3;
  for (const auto& [text, expected] : {std::pair{"12", none},
                                       {"2.5", point},
                                       {"2,5", comma},
                                       {"-0,5", comma},
                                       {"1.234", either},
                                       {"1,234", either},
                                       {"0.125", point},
                                       {"1234,567", comma},
                                       {"1.234,5", comma},
                                       {"1,234.5", point},
                                       {"1.234.567", comma},
                                       {"1,234,567", point},
                                       {"1.23.4", none},
                                       {"1,23,4", none},
                                       {"1.234,5,6", none},
                                       {"2.", none},
                                       {".5", none},
                                       {"1.5kg", none},
                                       {"", none}}) {
    INFO(text);
    CHECK(mark(text) == expected);
  }
  CHECK(with_decimal_point("-1.234,50", ',') == "-1234.50");
  CHECK(with_decimal_point("1,234", '.') == "1234");
  CHECK(with_decimal_point("1,234", ',') == "1.234");
  CHECK_FALSE(with_decimal_point("12,34", '.'));
  CHECK_FALSE(with_decimal_point("1.2.3", '.'));
}

TEST_CASE("what is not known of money is said, and where it belongs is shown") {
  IntakeSettings settings;
  settings.history = kept("free.csv", "date,sku,qty\n2024-01-01,A,3\n2024-01-09,B,2\n");
  const Imported none = imported(settings);
  CHECK(none.result.remarks.find("no product has a price, and no product has a cost: what needs them (all money)") !=
        std::string::npos);
  const std::string& scenario = none.file("scenario.yaml");
  const std::size_t shown = scenario.find("#   costs:\n#     all: {");
  REQUIRE(shown != std::string::npos);
  // What the comment shows can be put in as it stands.
  std::string stated = scenario;
  for (std::size_t line = shown; stated[line] == '#'; line = stated.find('\n', line) + 1) stated.erase(line, 4);
  Imported with = none;
  with.result.files[0].second = stated;
  for (auto& [name, text] : with.result.files)
    if (name == "products.csv") text = "name,cost,price\nA,2,5\nB,3,7\n";
  CHECK(mean_of(run_of(none, "free"), "total_cost") == 0.0);
  CHECK(mean_of(run_of(with, "stated"), "holding_cost") > 0.0);

  settings.history = kept("half.csv", "date,sku,qty,price\n2024-01-01,A,3,5\n2024-01-09,B,2,\n");
  CHECK(imported(settings).result.remarks.find("1 of 2 products have no price, and no product has a cost") !=
        std::string::npos);
  settings.stock = kept("costs.csv", "sku,cost,price\nA,2,5\nB,3,7\n");
  CHECK(imported(settings).result.remarks.find("price") == std::string::npos);
  CHECK(imported(settings).file("scenario.yaml").find("MISSING") == std::string::npos);
}

TEST_CASE("a name that is changed does not become that of another") {
  ForeignNames names;
  for (const char* written : {"a-b", "a-b-2", "a.b", "a*b", "a?b"}) names.add(written);
  CHECK(names.all() == std::vector<std::string>{"a-b", "a-b-2", "a-b-3", "a-b-4", "a-b-5"});
}

TEST_CASE("names that the language cannot have are changed, and stay different") {
  IntakeSettings settings;
  settings.history = kept("names.csv",
                          "date,sku,qty\n2024-01-01,\"HIV 1/2, Kit (v2.0)\",3\n2024-01-02,\"a.b\",1\n2024-01-03,a*b,1\n"
                          "2024-01-04, 007 ,1\n2024-01-12,\"say \"\"so\"\"\",1\n");
  const Imported done = imported(settings);
  INFO(done.all());
  CHECK(done.file("products.csv") == "name\n\"HIV 1/2, Kit (v2-0)\"\na-b\na-b-2\n007\nsay -so-\n");
  CHECK(mean_of(run_of(done, "names"), "demand") >= 2.0);
}
