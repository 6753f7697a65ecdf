#include "analysis/report/page.hpp"

#include "analysis/report/assets.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"

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

struct SectionOfPage {
  const char* id;
  const char* title;
  std::string (*make)(const Study&);
};
constexpr SectionOfPage sections[]{{"checks", "Checks", checks_section},
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

std::string head_of(const Study& study) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; script-src "
      "'sha256-{}'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" "
      "content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" "
      "content=\"restock {}\">\n<title>{}</title>\n<style>{}</style>\n</head>\n",
      base64_of(page_style_hash), base64_of(page_script_hash), escaped(study.header().program_version),
      escaped(study.header().scenario), page_style);
}

std::string header_of(const Study& study) {
  const ResultHeader& header = study.header();
  const std::string& question = header.question;
  std::string text = "<header>\n";
  if (!question.empty()) text += "<p class=\"scenario\">" + escaped(header.scenario) + "</p>";
  text += "<h1>" + escaped(question.empty() ? header.scenario : question) + "</h1>\n";
  text +=
      fmt::format("<p class=\"facts\">{:.6g} days from {} · {} alternative{} · {} replication{}</p>\n",
                  static_cast<double>(header.length) / static_cast<double>(day), escaped(header.start), study.size(),
                  study.size() == 1 ? "" : "s", study.replications(), study.replications() == 1 ? "" : "s");
  return text + answer_section(study) + "</header>\n";
}

}  // namespace

std::string report_page(const std::vector<ResultReader>& readers, const CompareOptions& options) {
  const Study study(readers, options);
  std::string contents, body;
  for (const SectionOfPage& section : sections) {
    const std::string text = section.make(study);
    if (text.empty()) continue;
    contents += fmt::format("<li><a href=\"#{}\">{}</a></li>", section.id, section.title);
    body += fmt::format("<section id=\"{0}\" aria-labelledby=\"{0}-h\">\n<h2 id=\"{0}-h\">{1}</h2>\n{2}</section>\n",
                        section.id, section.title, text);
  }
  return head_of(study) + "<body>\n<a class=\"skip\" href=\"#main\">To the charts</a>\n" + header_of(study) +
         "<nav aria-label=\"Contents\"><ul>" + contents + "</ul></nav>\n<main id=\"main\">\n" + body +
         "</main>\n<footer>Made by restock " + escaped(study.header().program_version) +
         ". This file loads nothing and sends nothing.</footer>\n<script>" + std::string(page_script) +
         "</script>\n</body>\n</html>\n";
}

}  // namespace restock::report
