#include "app/metric_name.hpp"

#include "app/messages.hpp"
#include "input/words.hpp"
#include "measure/kpi.hpp"

#include <fmt/format.h>

namespace restock {

bool is_metric_name(const std::string& name, bool json) {
  if (name.empty() || metric_index(name)) return true;
  std::vector<std::string_view> known;
  for (const Metric& metric : metrics()) known.push_back(metric.name);
  const std::string_view nearest = nearest_word(name, known);
  print_error(json, "unknown_metric", "", fmt::format("there is no metric '{}'", name),
              nearest.empty() ? "restock list metrics shows them all" : fmt::format("did you mean {}?", nearest));
  return false;
}

}  // namespace restock
