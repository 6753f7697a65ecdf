#include "gallery/tour.hpp"

#include <sstream>
#include <stdexcept>

namespace restock::gallery {

namespace {

std::string stripped(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \n"), last = text.find_last_not_of(" \n");
  return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

std::vector<std::string> listed(const std::string& text) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, ';');) parts.push_back(stripped(part));
  return parts;
}

/// As a shell takes them apart, with double quotes.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  bool quoted = false, inside = false;
  for (const char c : line) {
    if (c == ' ' && !quoted) {
      inside = false;
      continue;
    }
    if (!inside) words.emplace_back();
    inside = true;
    if (c == '"')
      quoted = !quoted;
    else
      words.back() += c;
  }
  return words;
}

class TourParser {
 public:
  explicit TourParser(const std::string& text) : lines_(text) {}

  Tour parse() {
    for (std::string line; std::getline(lines_, line);) {
      ++number_;
      if (line.starts_with("# "))
        begin_chapter(line.substr(2));
      else if (line.starts_with("@ "))
        begin_stop(line.substr(2));
      else if (!is_heading_ || !read_heading(line))
        text() += line + "\n";
    }
    return std::move(tour_);
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const {
    throw std::runtime_error("tour.md:" + std::to_string(number_) + ": " + why);
  }

  void begin_chapter(const std::string& title) {
    tour_.chapters.push_back({title, {}, {}});
    is_heading_ = false;
  }
  void begin_stop(const std::string& written) {
    if (tour_.chapters.empty()) refuse("a stop before the first chapter");
    const std::size_t end = written.find(' ');
    Stop stop;
    stop.scenario = written.substr(0, end);
    if (end != std::string::npos) stop.options = stripped(written.substr(end));
    stop.line = number_;
    tour_.chapters.back().stops.push_back(stop);
    is_heading_ = true;
  }

  /// Whether the line belongs to what stands before the answer.
  bool read_heading(const std::string& line) {
    Stop& stop = tour_.chapters.back().stops.back();
    const auto rest = [&line](const char* key) { return stripped(line.substr(std::string(key).size())); };
    if (line.starts_with("verb: "))
      stop.verb = rest("verb: ");
    else if (line.starts_with("cause: "))
      stop.causes = listed(rest("cause: "));
    else if (line.starts_with("remedy: "))
      stop.remedies = listed(rest("remedy: "));
    else if (line.starts_with("try: "))
      begin_variation(rest("try: "));
    else if (line.starts_with("  ") && !stop.variations.empty())
      stop.variations.back().question += (stop.variations.back().question.empty() ? "" : " ") + stripped(line);
    else
      is_heading_ = false;
    return is_heading_;
  }
  void begin_variation(const std::string& options) {
    Variation variation{options, {}, {}};
    const std::vector<std::string> words = words_of(options);
    for (std::size_t i = 0; i < words.size(); i += 2) {
      if (words[i] != "--set" || i + 1 == words.size()) refuse("a variation is made of --set PATH=VALUE");
      variation.patches.push_back(words[i + 1]);
    }
    tour_.chapters.back().stops.back().variations.push_back(variation);
  }

  std::string& text() {
    if (tour_.chapters.empty()) return tour_.preface;
    TourChapter& chapter = tour_.chapters.back();
    return chapter.stops.empty() ? chapter.introduction : chapter.stops.back().answer;
  }

  std::istringstream lines_;
  Tour tour_;
  int number_ = 0;
  bool is_heading_ = false;  ///< of a stop
};

}  // namespace

Tour parse_tour(const std::string& text) {
  Tour tour = TourParser(text).parse();
  tour.preface = stripped(tour.preface);
  for (TourChapter& chapter : tour.chapters) {
    chapter.introduction = stripped(chapter.introduction);
    for (Stop& stop : chapter.stops) {
      stop.answer = stripped(stop.answer);
      if (stop.answer.empty())
        throw std::runtime_error("tour.md:" + std::to_string(stop.line) + ": a stop without an answer");
    }
  }
  return tour;
}

}  // namespace restock::gallery
