// The page scenarios/GALLERY.md: the tour with its figures. Used by the tests of this folder.
#pragma once

#include "gallery/answers.hpp"

#include <functional>
#include <string>
#include <vector>

namespace restock::gallery {

/// The name by which a link reaches a heading, as GitHub and most others make it: `#who-is-to-blame`.
std::string anchor(const std::string& heading);

/// The page, from what each stop's command finds. What does not hold is added to `complaints`, with its scenario.
std::string page(const Tour& tour, const std::function<Answers(const Stop&)>& answers,
                 std::vector<std::string>& complaints);

}  // namespace restock::gallery
