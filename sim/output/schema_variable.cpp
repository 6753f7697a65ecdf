// What a variable of the table says of itself: its words, its axes, and which results have it.
#include "output/schema.hpp"

#include <sstream>

namespace restock {

std::string_view to_text(Kind kind) {
  constexpr std::string_view names[]{"float64", "int8", "int32", "int64", "uint64", "text"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view to_text(When when) {
  constexpr std::string_view names[]{"always",
                                     "detail site",
                                     "detail stock_point",
                                     "detail orders",
                                     "with `series`",
                                     "with `series`, detail site",
                                     "with `series`, detail stock_point",
                                     "with `series` and ports",
                                     "with disruptions or surges",
                                     "with `series` and disruptions or surges",
                                     "of `restock attribute`",
                                     "with `inputs`"};
  return names[static_cast<std::size_t>(when)];
}

std::vector<std::string> axes_of(const Variable& variable, Detail detail) {
  std::istringstream words(variable.axes);
  std::vector<std::string> axes;
  for (std::string word; words >> word;) {
    if (word != "group")
      axes.push_back(word);
    else if (detail != Detail::total)
      axes.push_back(detail == Detail::site ? "site" : "stock_point");
  }
  return axes;
}

bool has_variable(const Variable& variable, const Holds& result) {
  const auto& [detail, series, ports, disruptions, attribution, inputs] = result;
  switch (variable.when) {
    case When::always:
      return true;
    case When::site:
      return detail >= Detail::site;
    case When::stock_point:
      return detail >= Detail::stock_point;
    case When::orders:
      return detail >= Detail::orders;
    case When::series:
      return series;
    case When::series_by_site:
      return series && detail == Detail::site;
    case When::series_by_point:
      return series && detail >= Detail::stock_point;
    case When::series_of_ports:
      return series && ports;
    case When::disruptions:
      return disruptions;
    case When::series_of_disruptions:
      return series && disruptions;
    case When::attribution:
      return attribution;
    case When::inputs:
      return inputs;
  }
  return false;
}

}  // namespace restock
