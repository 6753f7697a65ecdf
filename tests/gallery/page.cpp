#include "gallery/page.hpp"

#include "analysis/numbers.hpp"

#include <cctype>
#include <sstream>

namespace restock::gallery {

namespace {

constexpr std::string_view note =
    "<!-- Written by RESTOCK_REFRESH=1 build/tests/test_gallery from tests/gallery/tour.md: change that. -->\n";

/// The words of a text, where a figure with its interval and percent sign is one.
std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  bool goes_on = false;
  for (std::string word; in >> word;) {
    if (!words.empty() && (goes_on || word == "±" || word.starts_with('%')))
      words.back() += " " + word;
    else
      words.push_back(word);
    goes_on = word == "±";
  }
  return words;
}

/// A paragraph in lines of at most 120 characters.
std::string wrapped(const std::string& text) {
  constexpr std::size_t most = 120;
  std::string lines, line;
  for (const std::string& word : words_of(text)) {
    if (!line.empty() && width_of(line) + 1 + width_of(word) > most) {
      lines += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return lines + line + "\n";
}

std::string stop_section(const Stop& stop, const Answers& answers, std::vector<std::string>& complaints) {
  std::vector<std::string> own;
  std::string text = "\n### " + answers.name + "\n\n**" + answers.question + "** ([" + stop.scenario + ".yaml](" +
                     stop.scenario + ".yaml), " + answers.setting + ")\n\n    " + stop.command() + "\n\n" +
                     wrapped(with_figures(stop.answer, answers.found, own));
  for (const Variation& each : stop.variations) text += "\n*Try* `" + each.options + "`: " + each.question + "\n";
  for (const std::string& complaint : own) complaints.push_back(stop.scenario + ": " + complaint);
  return text;
}

using Index = std::vector<std::pair<std::string, std::string>>;  // what is shown, and links, in the order of the tour

void add(Index& index, const std::vector<std::string>& shown, const std::string& link) {
  for (const std::string& what : shown) {
    auto at = index.begin();
    while (at != index.end() && at->first != what) ++at;
    if (at == index.end())
      index.emplace_back(what, link);
    else
      at->second += ", " + link;
  }
}

std::string table(const char* heading, const Index& index) {
  std::string text = std::string("\n| ") + heading + " | seen in |\n|---|---|\n";
  for (const auto& [what, links] : index) text += "| " + what + " | " + links + " |\n";
  return text;
}

}  // namespace

std::string anchor(const std::string& heading) {
  std::string text = "#";
  for (const char c : heading) {
    if (c == ' ') text += '-';
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-')
      text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return text;
}

std::string page(const Tour& tour, const std::function<Answers(const Stop&)>& answers,
                 std::vector<std::string>& complaints) {
  Index causes, remedies;
  std::string stops;
  for (const TourChapter& chapter : tour.chapters) {
    stops += "\n## " + chapter.title + "\n\n" + chapter.introduction + "\n";
    for (const Stop& stop : chapter.stops) {
      const Answers found = answers(stop);
      const std::string link = "[" + found.name + "](" + anchor(found.name) + ")";
      add(causes, stop.causes, link);
      add(remedies, stop.remedies, link);
      stops += stop_section(stop, found, complaints);
    }
  }
  return "# Gallery\n\n" + std::string(note) + "\n" + tour.preface + "\n" + table("cause", causes) +
         table("remedy", remedies) + stops;
}

}  // namespace restock::gallery
