#include "analysis/report/page.hpp"

#include "analysis/report/assets.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sweep_sections.hpp"

#include <fmt/format.h>

namespace restock::report {

namespace {

/// A hash in hexadecimal as a content security policy wants it: base64 (RFC 4648, section 4).
std::string base64_of(std::string_view hexadecimal) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto nibble = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
  std::string text;
  unsigned held = 0, bits = 0;
  for (const char c : hexadecimal) {
    held = (held << 4U) | nibble(c);
    for (bits += 4; bits >= 6; bits -= 6) text += digits[(held >> (bits - 6U)) & 63U];
  }
  if (bits > 0) text += digits[(held << (6U - bits)) & 63U];
  while (text.size() % 4 != 0) text += '=';
  return text;
}

template <class Subject>
struct SectionOfPage {
  const char* id;
  const char* title;
  std::string (*make)(const Subject&);
};
constexpr SectionOfPage<Study> sections[]{{"attribution", "Causes", attribution_section},
                                          {"checks", "Checks", checks_section},
                                          {"outcomes", "Outcomes", outcomes_section},
                                          {"alternatives", "Side by side", side_by_side_section},
                                          {"tradeoff", "Cost and service", tradeoff_section},
                                          {"differences", "Differences", differences_section},
                                          {"waits", "Waits", waits_section},
                                          {"series", "Over time", series_section},
                                          {"map", "Map", map_section},
                                          {"places", "Places", places_section},
                                          {"customers", "Customers", segments_section},
                                          {"provenance", "Provenance", provenance_section}};
constexpr SectionOfPage<SweepStudy> sections_of_sweep[]{{"effects", "Main effects", main_effects_section},
                                                        {"heat", "Two factors", heat_map_section},
                                                        {"cells", "Cells", cells_section},
                                                        {"provenance", "Provenance", sweep_provenance_section}};

std::string head_of(const ResultHeader& header) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; script-src "
      "'sha256-{}'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" "
      "content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" "
      "content=\"restock {}\">\n<title>{}</title>\n<style>{}</style>\n</head>\n",
      base64_of(page_style_hash), base64_of(page_script_hash), escaped(header.program_version),
      escaped(header.scenario), page_style);
}

/// What was asked, and what of: the first lines of the page.
std::string question_of(const ResultHeader& header, const std::string& facts) {
  const std::string& question = header.question;
  std::string text = "<header>\n";
  if (!question.empty()) text += "<p class=\"scenario\">" + escaped(header.scenario) + "</p>";
  text += "<h1>" + escaped(question.empty() ? header.scenario : question) + "</h1>\n";
  return text + fmt::format("<p class=\"facts\">{:.6g} days from {} · {}</p>\n",
                            static_cast<double>(header.length) / static_cast<double>(day), escaped(header.start),
                            facts);
}

std::string counted(std::size_t count, const char* what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

template <class Subject, std::size_t n>
std::string page_of(const Subject& subject, const SectionOfPage<Subject> (&parts)[n], const ResultHeader& header,
                    const std::string& facts, const std::string& answer) {
  std::string contents, body;
  for (const SectionOfPage<Subject>& section : parts) {
    const std::string text = section.make(subject);
    if (text.empty()) continue;
    contents += fmt::format("<li><a href=\"#{}\">{}</a></li>", section.id, section.title);
    body += fmt::format("<section id=\"{0}\" aria-labelledby=\"{0}-h\">\n<h2 id=\"{0}-h\">{1}</h2>\n{2}</section>\n",
                        section.id, section.title, text);
  }
  return head_of(header) + "<body>\n<a class=\"skip\" href=\"#main\">To the charts</a>\n" + question_of(header, facts) +
         answer + "</header>\n<nav aria-label=\"Contents\"><ul>" + contents + "</ul></nav>\n<main id=\"main\">\n" +
         body + "</main>\n<footer>Made by restock " + escaped(header.program_version) +
         ". This file loads nothing and sends nothing.</footer>\n<script>" + std::string(page_script) +
         "</script>\n</body>\n</html>\n";
}

}  // namespace

std::string report_page(const std::vector<ResultReader>& readers, const CompareOptions& options) {
  const Study study(readers, options);
  const std::string facts = counted(study.size(), "alternative") + " · " + counted(study.replications(), "replication");
  return page_of(study, sections, study.header(), facts, answer_section(study));
}

std::string sweep_page(const SweepResult& result, const std::string& by) {
  const SweepStudy study(result, by);
  const SweepHeader& header = study.header();
  const std::string facts = counted(header.points, "design point") + " (" + header.design + ") · " +
                            counted(header.alternatives(), "alternative") + " · " +
                            counted(header.run.replications, "replication");
  return page_of(study, sections_of_sweep, header.run, escaped(facts), sweep_answer(study));
}

}  // namespace restock::report
