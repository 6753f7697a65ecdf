// What the scenario said must hold, and whether it does.
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <map>
#include <sstream>

namespace restock::report {

std::string checks_section(const Study& study) {
  HtmlTable table("Checks", {"outcome", "check"}, 2, TableUse::sorted);
  std::map<std::string, std::size_t> counts;
  for (std::size_t file = 0; file < study.files(); ++file) {
    std::istringstream lines(study.reader(file).checks_text());
    for (std::string line; std::getline(lines, line);) {
      const std::size_t colon = line.find(": ");
      if (colon == std::string::npos) continue;
      ++counts[line.substr(0, colon)];
      table.row({line.substr(0, colon), line.substr(colon + 2)});
    }
  }
  if (table.rows() == 0) return {};
  return fmt::format("<p>{} of {} met, {} missed, {} undecided: the 95 % interval decides, not the mean.</p>",
                     counts["met"], table.rows(), counts["missed"], counts["undecided"]) +
         table.text();
}

}  // namespace restock::report
