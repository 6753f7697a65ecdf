// Metrics as people type them on the command line. For the verbs of this folder.
#pragma once

#include <string>

namespace restock {

/// Whether that is a metric (or empty: none was asked for); says what is wrong where it is not.
bool is_metric_name(const std::string& name, bool json);

}  // namespace restock
