// What a word means, as data: what rooms that declare something hand to those who print it.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace restock {

/// Something inside: a parameter, a member, a dataset.
struct ExplainedPart {
  std::string name;
  std::string kind;  ///< what may be written, or its type; may be empty
  std::string text;
};

struct Explained {
  std::string kind;  ///< what sort of thing it is: a key, a metric, a topic of the language …
  std::string name;  ///< as it is written
  std::string text;  ///< one sentence
  std::vector<std::pair<std::string, std::string>> facts;
  std::vector<ExplainedPart> parts;
};

}  // namespace restock
