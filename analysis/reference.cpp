#include "analysis/reference.hpp"

#include "measure/kpi.hpp"
#include "output/schema.hpp"

#include <fmt/format.h>

#include <utility>

namespace restock {

namespace {

std::string row(const std::string& name, const std::string& axes, std::string_view kind, const std::string& unit,
                const std::string& meaning, std::string_view when) {
  return fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", name, axes, kind, unit, meaning, when);
}

}  // namespace

std::string metric_reference() {
  std::string text = "| metric | unit | meaning | better | over stock points |\n|---|---|---|---|---|\n";
  for (const Metric& m : metrics())
    text +=
        fmt::format("| `{}` | {} | {} | {} | {} |\n", m.name, m.unit, m.long_name, to_text(m.better), to_text(m.adds));
  return text;
}

std::string dataset_reference() {
  std::string text = "| dataset | axes | type | unit | meaning | when |\n|---|---|---|---|---|---|\n";
  std::string family;
  for (const Variable& v : result_schema_table()) {
    const std::string prefix = v.axes.ends_with("stock_point") ? "stock_point_"
                               : v.axes.ends_with("site")      ? "site_"
                                                               : "";
    if (!v.better.empty()) {  // a metric: one line stands for all of them
      if (std::exchange(family, "/" + prefix + "<metric>") != "/" + prefix + "<metric>")
        text +=
            row(family, v.axes, to_text(v.kind), "of the metric", "each metric of the table above", to_text(v.when));
      continue;
    }
    std::string meaning = v.long_name;
    for (std::size_t i = 0; i < v.flags.size(); ++i)
      meaning += fmt::format("{}{} {}", i == 0 ? ": " : ", ", i, v.flags[i]);
    text += row("/" + (v.group.empty() ? v.name : v.group + "/" + v.name), v.axes, to_text(v.kind), v.unit, meaning,
                to_text(v.when));
  }
  return text;
}

}  // namespace restock
