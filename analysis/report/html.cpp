#include "analysis/report/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace restock::report {

std::string in_words(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string in_bold(std::string_view name) { return "<strong>" + escaped(name) + "</strong>"; }

HtmlTable::HtmlTable(std::string caption, std::vector<std::string> headings, std::size_t labels, TableUse use)
    : labels_(labels) {
  constexpr const char* classes[]{"", " class=\"sorted\"", " class=\"sorted filtered\""};
  text_ = fmt::format(
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" "
      "aria-label=\"{0}\"><table{1}><caption>{0}</caption><thead><tr>",
      escaped(caption), classes[static_cast<std::size_t>(use)]);
  for (std::size_t i = 0; i < headings.size(); ++i)
    text_ += fmt::format("<th scope=\"col\"{}>{}</th>", i < labels ? " class=\"t\"" : "", escaped(headings[i]));
  text_ += "</tr></thead><tbody>\n";
}

void HtmlTable::row(const std::vector<std::string>& cells) {
  ++rows_;
  text_ += "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i == 0) {
      text_ += "<th scope=\"row\">" + escaped(cells[i]) + "</th>";
    } else {
      text_ += (i < labels_ ? "<td class=\"t\">" : "<td>") + escaped(cells[i]);
    }
  }
  text_ += "\n";
}

std::string HtmlTable::text() const { return text_ + "</tbody></table></div>"; }

std::string figure(std::string_view heading, std::string_view explanation, std::string_view chart,
                   std::string_view table) {
  std::string text = fmt::format("<figure><figcaption><h3>{}</h3>", escaped(heading));
  if (!explanation.empty()) text += fmt::format("<p>{}</p>", escaped(explanation));
  text += fmt::format("</figcaption>{}", chart);
  if (!table.empty())
    text += fmt::format("<details class=\"numbers\"><summary>The same in numbers</summary>{}</details>", table);
  return text + "</figure>\n";
}

std::string legend(const std::vector<std::pair<std::string, std::string>>& keys) {
  std::string text = "<ul class=\"legend\">";
  for (const auto& [style, name] : keys)
    text += fmt::format(
        "<li><svg class=\"{}\" width=\"12\" height=\"12\" aria-hidden=\"true\"><rect width=\"12\" height=\"12\" "
        "rx=\"2\" fill=\"currentColor\"/></svg>{}</li>",
        style, escaped(name));
  return text + "</ul>";
}

}  // namespace restock::report
