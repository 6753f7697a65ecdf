// The tour as it is written in tour.md beside this file: chapters of stops, each a scenario, what it shows, and its
// answer in sentences with places for figures. Used by the tests of this folder.
//
//   # Chapter
//   What the chapter is about.
//
//   @ phantom --all                     scenario, and options of the command that shows the figures
//   verb: attribute                     left out: run
//   cause: phantom stock; theft         what it shows, for the index
//   remedy: counts
//   try: --set initial.shop.on_hand=18  a variation, and what to look for
//     Does one kettle matter?
//   The answer, with {fill_rate} and {fill_rate of true-record > base}.
#pragma once

#include <string>
#include <vector>

namespace restock::gallery {

struct Variation {
  std::string options;               ///< as typed
  std::vector<std::string> patches;  ///< of its --set
  std::string question;
};

struct Stop {
  std::string scenario;  ///< the file's name without folder and ending
  std::string options;   ///< after it on the command line
  std::string verb = "run";
  std::vector<std::string> causes, remedies;
  std::vector<Variation> variations;
  std::string answer;  ///< with figures still to be filled in
  int line = 0;        ///< where it begins

  std::string path() const { return "scenarios/" + scenario + ".yaml"; }
  std::string command() const { return "restock " + verb + " " + path() + (options.empty() ? "" : " " + options); }
};

struct TourChapter {
  std::string title, introduction;
  std::vector<Stop> stops;
};

struct Tour {
  std::string preface;
  std::vector<TourChapter> chapters;
};

/// Throws std::runtime_error with the line where the text is not of that form.
Tour parse_tour(const std::string& text);

}  // namespace restock::gallery
