#include "app/manual.hpp"

#include "app/command_tree.hpp"
#include "app/exit_codes.hpp"
#include "core/version.hpp"

#include <fmt/format.h>

#include <utility>

namespace restock {

namespace {

/// The code point that begins at `i`, which moves to the next.
unsigned code_point(std::string_view text, std::size_t& i) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(text[at])); };
  const unsigned first = byte(i);
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  unsigned point = length == 1 ? first : first & (0xFFU >> (length + 1));
  for (std::size_t k = 1; k < length; ++k) point = point << 6U | (byte(i + k) & 0x3FU);
  i += length;
  return point;
}

/// Text as roff shows it: hyphens that can be copied, nothing taken for a request.
std::string roff(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const unsigned point = code_point(text, i);
    if (point >= 0x80)
      out += fmt::format("\\[u{:04X}]", point);
    else if (point == '\\')
      out += "\\e";
    else if (point == '-')
      out += "\\-";
    else if (point == '\'' || point == '`' || point == '^' || point == '~')
      out += point == '\'' ? "\\(aq" : point == '`' ? "\\(ga" : point == '^' ? "\\(ha" : "\\(ti";
    else if (point == '.' && out.empty())
      out += "\\&.";
    else
      out += static_cast<char>(point);
  }
  return out;
}

/// `\fB\-o\fR, \fB\-\-output\fR \fIFILE\fR`
std::string tag_of(const CommandOption& option) {
  std::string tag;
  for (const std::string& name : option.names)
    tag += (tag.empty() ? "" : ", ") + std::string(option.by_place ? "\\fI" : "\\fB") + roff(name) + "\\fR";
  if (!option.by_place && !option.value.empty()) tag += " \\fI" + roff(option.value) + "\\fR";
  if (option.by_place && option.repeats) tag += " \\&...";
  return tag;
}

std::string help_of(const CommandOption& option) {
  std::string text = roff(option.help);
  if (!option.by_place && option.required) text += " (required)";
  if (option.words.size() > 1 && option.words.size() <= 12) {
    std::string list;
    for (const std::string& word : option.words)
      if (option.help.find(word) == std::string::npos) list += (list.empty() ? "" : ", ") + roff(word);
    if (!list.empty()) text += "; also: " + list;
  }
  return text;
}

std::string options_of(const CommandVerb& verb) {
  std::string text;
  for (const CommandOption& option : verb.options) {
    const bool said_once = !verb.name.empty() && option.names.back() == "--help";
    if (!said_once) text += ".TP\n" + tag_of(option) + "\n" + help_of(option) + "\n";
  }
  return text;
}

std::string synopsis_of(const CommandVerb& verb) {
  std::string line = "\\fBrestock " + roff(verb.name) + "\\fR [\\fIOPTIONS\\fR]";
  for (const CommandOption& option : verb.options) {
    if (!option.by_place) continue;
    std::string argument = "\\fI" + roff(option.names.front()) + "\\fR" + (option.repeats ? "\\&..." : "");
    line += " " + (option.required ? argument : "[" + argument + "]");
  }
  return line;
}

std::string section(std::string_view title) { return fmt::format(".SH {}\n", title); }

std::string examples() {
  std::string text;
  for (const auto& [line, what] :
       {std::pair{"restock init -o mine.yaml", "A commented scenario to begin with."},
        std::pair{"restock run mine.yaml -o mine.h5", "Run it, show the summary, keep the result."},
        std::pair{"restock compare mine.h5", "Paired differences between its alternatives."},
        std::pair{"restock report mine.h5 -o mine.html", "One page to show to others."},
        std::pair{"restock explain replenishment.s", "What a key of the language means."}})
    text += fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(line), roff(what));
  return text;
}

}  // namespace

std::string manual_page() {
  const std::vector<CommandVerb> tree = command_tree();
  std::string page = fmt::format(".\\\" Written by restock man.\n.TH RESTOCK 1 \"\" \"restock {}\" \"User Commands\"\n",
                                 program_version());
  page += section("NAME") + "restock \\- simulate supply chains, customer by customer\n";
  page += section("SYNOPSIS");
  for (const CommandVerb& verb : tree)
    if (!verb.name.empty()) page += synopsis_of(verb) + "\n.br\n";
  page += section("DESCRIPTION") + roff(tree.front().help) + "\n.PP\n" +
          roff(
              "Results go to standard output, progress and messages to standard error. A result file appears under "
              "its name only when it is complete, and none is replaced without --force.") +
          "\n";
  page += section("OPTIONS") + options_of(tree.front());
  page += section("COMMANDS");
  for (const CommandVerb& verb : tree)
    if (!verb.name.empty()) page += ".SS \"" + roff(verb.name) + "\"\n" + roff(verb.help) + "\n" + options_of(verb);
  page += section("EXIT STATUS");
  for (const ExitMeaning& meaning : exit_meanings())
    page += fmt::format(".TP\n\\fB{}\\fR\n{}\n", meaning.code, roff(meaning.text));
  page += section("EXAMPLES") + examples();
  page += section("SEE ALSO") +
          roff("restock explain WORD says what any word of a scenario, a result or a message means; ") +
          roff("restock list TOPIC shows what there is to choose from.") + "\n";
  return page;
}

}  // namespace restock
