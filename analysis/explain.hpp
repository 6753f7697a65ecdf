// What a metric or a dataset of results is, told from the declarations. Used by app/.
#pragma once

#include "core/explained.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// A metric by its name, a dataset or a group by its path (`/summary/mean`, with or without the first slash); empty
/// when it is none.
std::vector<Explained> explain_result(std::string_view word);

/// All metrics, and all datasets but those of metrics.
std::vector<std::string> explainable_results();

}  // namespace restock
