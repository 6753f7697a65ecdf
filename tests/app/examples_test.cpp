// The worked examples of analysis/examples: they run as they are, and their numbers are those that restock prints.
#include "catch.hpp"

#include "shell.hpp"
#include "sweep_scenario.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <regex>
#include <set>

namespace {

std::string example(const std::string& program, const std::string& name, const std::string& arguments) {
  const std::string line = "cd '" + scratch().string() + "' && LC_ALL=C.UTF-8 " + program +
                           " '" RESTOCK_SOURCE_DIR "/analysis/examples/" + name + "' " + arguments +
                           " >example.txt 2>example.err";
  INFO(line);
  const int code = std::system(line.c_str());
  INFO(text_of(scratch() / "example.err"));
  CHECK(code == 0);
  return text_of(scratch() / "example.txt");
}

const char* const python = "/usr/bin/python3 -B -W ignore";

/// The line that begins with this word, without that.
std::string line_of(const std::string& text, const std::string& word) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(word + " ")) return line.substr(line.find_first_not_of(' ', word.size()));
  return {};
}

std::string kept_result() {
  std::string text = small_with("{ replenishment.shop.s: 20 }");
  write_file("example.yaml", text.replace(text.find("replications: 4"), 15, "replications: 12\nseries: 5 d"));
  REQUIRE(restock("run example.yaml -q --force --detail orders -o example.h5").code == 0);
  return restock("run example.yaml --json").out;
}

}  // namespace

TEST_CASE("pandas and R compare alternatives as restock does") {
  const auto told = nlohmann::json::parse(kept_result());
  const std::string pandas = example(python, "compare.py", "example.h5");
  for (const auto& alternative : told["alternatives"]) {
    const auto& rate = alternative["metrics"]["fill_rate"];
    const std::string shown = line_of(pandas, alternative["name"]);
    CHECK(shown.starts_with(
        fmt::format("{:.6g} ± {:.3g}", rate["mean"].get<double>(), rate["half_width"].get<double>())));
  }
  const auto compared = nlohmann::json::parse(restock("compare example.h5 --metric fill_rate --json").out);
  const auto& metric = compared["comparisons"][0]["metrics"]["fill_rate"];
  CHECK(line_of(pandas, "more")
            .ends_with(fmt::format("{:+.6g} ± {:.3g}", metric["difference"].get<double>(),
                                   metric["half_width"].get<double>())));
  if (std::system("command -v Rscript >/dev/null 2>&1") != 0) return;
  const std::string r = example("Rscript --vanilla", "results.R", "example.h5");
  for (const char* name : {"base", "more"}) CHECK(line_of(r, name) == line_of(pandas, name));
  CHECK(r.find("2026-01-06") != std::string::npos);  // the series
}

// Not every distribution has a Julia. Where there is none, h5dump, which knows nothing of us, has to find what the
// example opens, as types that HDF5.jl reads into Float64 and String, in the order of axes that it turns round.
TEST_CASE("Julia finds what its example opens, and where there is a Julia it compares as restock does") {
  kept_result();
  const std::string script = text_of(RESTOCK_SOURCE_DIR "/analysis/examples/results.jl");
  const auto dump = [](const std::string& arguments) {
    forget("dump.txt");
    std::system(("cd '" + scratch().string() + "' && h5dump " + arguments + " example.h5 >dump.txt 2>&1").c_str());
    return text_of(scratch() / "dump.txt");
  };
  std::set<std::string> opened;
  const std::regex opens(R"re(file\["([a-z_/]+)"\])re");
  for (auto at = std::sregex_iterator(script.begin(), script.end(), opens); at != std::sregex_iterator(); ++at)
    opened.insert((*at)[1]);
  CHECK(opened == std::set<std::string>{"alternative", "timeseries/on_hand", "timeseries/time"});
  for (const std::string& name : opened) {
    INFO(name);
    const bool is_text = name == "alternative";
    CHECK(dump("-H -d /" + name).find(is_text ? "STRSIZE H5T_VARIABLE" : "DATATYPE  H5T_IEEE_F64LE") !=
          std::string::npos);
  }
  CHECK(dump("-H -d /fill_rate").find("DATASPACE  SIMPLE { ( 2, 12 )") != std::string::npos);
  CHECK(dump("-a /start").find("\"2026-01-01\"") != std::string::npos);
  CHECK(dump("-a /fill_rate/units").find("(0): \"1\"") != std::string::npos);
  if (std::system("julia -e 'using HDF5, Distributions' >/dev/null 2>&1") != 0) return;
  const std::string pandas = example(python, "compare.py", "example.h5");
  const std::string julia = example("julia", "results.jl", "example.h5");
  for (const char* name : {"base", "more"}) CHECK(line_of(julia, name) == line_of(pandas, name));
}

TEST_CASE("the ledger in pandas adds up to the metrics") {
  kept_result();
  const std::string text = example(python, "orders.py", "example.h5");
  const auto table = nlohmann::json::parse(restock("show example.h5 --json").out);
  const auto total = [&](const char* metric) {
    return table["alternatives"][0]["metrics"][metric]["mean"].get<double>() * 12.0;
  };
  CHECK(std::stod(line_of(text, "filled")) <= total("demand"));
  const double cancelled = std::stod(line_of(text, "cancelled_by_customer"));
  CHECK(cancelled == Approx(total("cancelled_by_customer")));  // orders of one unit each
  CHECK(text.find("worst weeks") != std::string::npos);
}

TEST_CASE("a sweep in xarray is a grid with one axis a factor") {
  write_file("sweep.yaml", small_sweep());
  forget("grid.h5");
  REQUIRE(restock("sweep sweep.yaml -q -o grid.h5").code == 0);
  const std::string text = example(python, "sweep.py", "grid.h5 fill_rate s");
  CHECK(text.starts_with("fill_rate of base by s and rate\n"));
  CHECK(text.find("best: s = 25, rate = 4 with ") != std::string::npos);
}
