// restock import: files in a folder that run at once, and are not overwritten.
#include "catch.hpp"

#include "shell.hpp"

TEST_CASE("import writes a scenario that runs, says what it assumed, and overwrites nothing") {
  std::filesystem::remove_all(scratch() / "imported");
  write_file("sold.csv", "date,sku,qty\n2024-01-01,A,3\n2024-01-09,A,2\n2024-02-20,B,1\n");
  const Answer done = restock("import sold.csv -o imported --lead-time '5 d'");
  INFO(done.err);
  REQUIRE(done.code == 0);
  CHECK(done.err.find("ASSUMED 5 d from supplier") != std::string::npos);
  CHECK(text_of(scratch() / "imported/scenario.yaml").find("# 3 lines of demand") != std::string::npos);
  CHECK(restock("run imported/scenario.yaml").code == 0);
  CHECK(restock("validate imported/scenario.yaml").err.find("warning") == std::string::npos);
  CHECK(restock("import sold.csv -o imported").code == 4);
  CHECK(restock("import sold.csv -o imported --force -q").err.empty());
}

TEST_CASE("import points at what it cannot read, as a compiler does and as JSON") {
  write_file("bad.csv", "date,sku,qty\n2024-13-01,A,3\n");
  const Answer bad = restock("import bad.csv -o nowhere");
  CHECK(bad.code == 3);
  CHECK(bad.err.find("bad.csv:2:1: error:") != std::string::npos);
  CHECK(restock("import bad.csv -o nowhere --json").out.find("\"bad_date\"") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(scratch() / "nowhere"));
  CHECK(restock("import missing.csv -o nowhere").code == 4);
  write_file("fine.csv", "date,sku,qty\n2024-01-01,A,3\n");
  CHECK(restock("import fine.csv -o fine.csv").code == 4);
  CHECK(restock("import fine.csv -o nowhere --column prodct=sku").err.find("did you mean product?") !=
        std::string::npos);
  CHECK(restock("import fine.csv -o nowhere --lead-time 5").code == 2);
  CHECK(restock("import fine.csv").code == 2);
}

TEST_CASE("import reads a spreadsheet's semicolons, says which money it was not told, and asks where it cannot know") {
  std::filesystem::remove_all(scratch() / "sheet");
  write_file("sheet.csv",
             "\xEF\xBB\xBFsep=;\r\nDate;SKU;Qty;Price\r\n31.01.2024;\"A;1\";3;2,50\r\n01.03.2024;B;1;1.234,00\r\n");
  const Answer done = restock("import sheet.csv -o sheet");
  INFO(done.err);
  REQUIRE(done.code == 0);
  CHECK(text_of(scratch() / "sheet/products.csv") == "name,price\nA;1,2.5\nB,1234\n");
  CHECK(done.err.find("no product has a cost: what needs them") != std::string::npos);
  CHECK(text_of(scratch() / "sheet/scenario.yaml").find("# MISSING: no product has a cost") != std::string::npos);
  CHECK(restock("run sheet/scenario.yaml").code == 0);
  write_file("unclear.csv", "date;sku;qty;price\n2024-01-31;A;3;1.234\n2024-02-20;A;3;\n");
  const Answer unclear = restock("import unclear.csv -o nowhere");
  CHECK(unclear.code == 3);
  CHECK(unclear.err.find("unclear.csv:2:16: error: `1.234` is 1.234 or 1234") != std::string::npos);
  CHECK(restock("import unclear.csv -o sheet --force --decimal comma").code == 0);
  CHECK(text_of(scratch() / "sheet/products.csv") == "name,price\nA,1234\n");
  CHECK(restock("import unclear.csv -o nowhere --separator semi").err.find("did you mean semicolon?") !=
        std::string::npos);
}
