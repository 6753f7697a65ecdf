// The reference tables of analysis/README.md, printed from the declarations so that they cannot drift.
#pragma once

#include <string>

namespace restock {

/// Markdown: every metric with its unit, meaning, direction and aggregation.
std::string metric_reference();
/// Markdown: every dataset of a result file.
std::string dataset_reference();

}  // namespace restock
