#include "output/stopping.hpp"

#include "measure/kpi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace restock {

namespace {

std::string wanted_text(WantedWidth wanted) {
  return wanted.relative ? fmt::format("{:.6g} %", 100.0 * wanted.value) : fmt::format("{:.6g}", wanted.value);
}

std::string value_text(const Estimate& value) {
  if (!value.mean) return "undefined";
  if (!value.half_width) return fmt::format("{:.6g}", *value.mean);
  return fmt::format("{:.6g} ± {:.3g}", *value.mean, *value.half_width);
}

std::string width_line(const ReachedWidth& one) {
  const std::optional<double> allowed = allowed_width(one.value, one.wanted);
  std::string text = fmt::format("  {} in {}: {}, wanted ± {}", metrics()[one.metric].name, one.alternative,
                                 value_text(one.value), wanted_text(one.wanted));
  if (one.wanted.relative && allowed) text += fmt::format(" = {:.3g}", *allowed);
  return text + (one.met ? "" : ": not reached") + "\n";
}

std::string looks_text(const Stopping& stopping) {
  constexpr std::size_t most_shown = 12;
  std::string text;
  for (std::size_t i = 0; i < std::min(stopping.looks.size(), most_shown); ++i)
    text += fmt::format("{}{}", i > 0 ? ", " : "", stopping.looks[i]);
  return text + (stopping.looks.size() > most_shown ? fmt::format(", … {}", stopping.looks.back()) : "");
}

std::string selection_text(const Stopping& stopping, const SelectionEnd& end) {
  const auto left = std::count_if(end.alternatives.begin(), end.alternatives.end(),
                                  [](const Selected& one) { return one.beaten_by.empty(); });
  std::string text =
      end.chosen.empty()
          ? fmt::format("selection: gave up at the maximum of {} replications; {} alternatives are left", stopping.most,
                        left)
          : fmt::format("selection: {} is best in {}, with {:.6g} % confidence if it is better by {:.6g} or more",
                        end.chosen, metrics()[end.metric].name, 100.0 * end.confidence, end.indifference);
  text += fmt::format(" (looked at {})\n", looks_text(stopping));
  for (const Selected& one : end.alternatives) {
    text += fmt::format("  {}: {}, ", one.alternative, value_text(one.value));
    if (!one.beaten_by.empty())
      text += fmt::format("screened out after {} replications, beaten by {}\n", one.replications, one.beaten_by);
    else
      text += fmt::format("{} after {} replications\n", one.alternative == end.chosen ? "chosen" : "left",
                          one.replications);
  }
  return text;
}

}  // namespace

std::string stopping_text(const Stopping& stopping) {
  if (stopping.selection) return selection_text(stopping, *stopping.selection);
  std::string text =
      fmt::format("precision: {} after {} replications (looked at {})\n",
                  stopping.met ? "reached" : "gave up at the maximum,", stopping.replications, looks_text(stopping));
  for (const ReachedWidth& one : stopping.widths) text += width_line(one);
  return text;
}

}  // namespace restock
