// What a word of the scenario language means: a path such as `demand.surges.lift`, a key, a member of a family, a
// topic, a word of the trade, the code of an error. Told from the declarations that read scenarios. Used by app/.
#pragma once

#include "core/explained.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// Everything that the word stands for; empty when it stands for nothing. Names that a user chose may be left out of a
/// path or be in it: `replenishment.stores.s`.
std::vector<Explained> explain_language(std::string_view word);

/// A path that leads nowhere: what may follow the part of it that leads somewhere; empty when nothing is near.
std::string hint_for_path(std::string_view path);

/// Words that can be explained, without the paths that begin at a section.
std::vector<std::string> explainable_words();

}  // namespace restock
