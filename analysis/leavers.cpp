#include "analysis/leavers.hpp"

#include "output/curves.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock {

std::string leavers_table(const ResultReader& reader) {
  const WaitBins bins = read_waits(reader);
  const std::vector<std::string>& names = reader.header().axes.alternatives;
  std::size_t width = 11;
  for (const std::string& name : names) width = std::max(width, name.size());
  std::string text;
  for (std::size_t a = 0; a < names.size() && !bins.reasons.empty(); ++a)
    for (const Leavers& leavers : bins.leavers(a))
      text += fmt::format("{:<{}}  {:<12}  {:>12.1f}  {:>8.1f}  {:>8.1f}\n", names[a], width, leavers.reason,
                          leavers.units / static_cast<double>(reader.header().replications), leavers.half_within,
                          leavers.most_within);
  if (text.empty()) return text;
  return fmt::format("\nHow long cancelled units had waited, in days\n{:<{}}  {:<12}  {:>12}  {:>8}  {:>8}\n",
                     "alternative", width, "reason", "units / run", "half", "95 %") +
         text;
}

}  // namespace restock
