#include "output/write_attribution.hpp"

#include "output/header.hpp"

namespace restock {

namespace {

std::vector<double> joined(const std::vector<std::vector<double>>& rows) {
  std::vector<double> all;
  for (const std::vector<double>& row : rows) all.insert(all.end(), row.begin(), row.end());
  return all;
}

std::vector<std::vector<double>> cut(const std::vector<double>& all, std::size_t rows) {
  std::vector<std::vector<double>> parts;
  const std::size_t width = rows == 0 ? 0 : all.size() / rows;
  for (std::size_t r = 0; r < rows; ++r)
    parts.emplace_back(all.begin() + static_cast<std::ptrdiff_t>(r * width),
                       all.begin() + static_cast<std::ptrdiff_t>((r + 1) * width));
  return parts;
}

}  // namespace

void put_attribution(Builder& file, const Attribution& found) {
  const AttributionAxes& axes = found.axes;
  const h5::Place group = file.at("attribution");
  h5::put_attribute(group, "method", axes.exact ? "exact" : "sampled");
  h5::put_attribute(group, "permutations", static_cast<std::int64_t>(axes.permutations));
  file.put_text("attribution/cause", axes.causes);
  file.put_text("attribution/cause_off", axes.off);
  file.put_text("attribution/attributed", axes.outcomes);
  file.put_text("attribution/attributed_unit", axes.units);
  file.put<std::int32_t>("attribution/replication", numbered(found.replications));
  std::vector<std::int32_t> from, to;
  for (std::size_t i = 0; i < axes.causes.size(); ++i)
    for (std::size_t j = i + 1; j < axes.causes.size(); ++j) {
      from.push_back(static_cast<std::int32_t>(i));
      to.push_back(static_cast<std::int32_t>(j));
    }
  file.put<std::int32_t>("attribution/pair", numbered(from.size()));
  file.put<std::int32_t>("attribution/pair_first", from);
  file.put<std::int32_t>("attribution/pair_second", to);
  file.put<double>("attribution/total", joined(found.total));
  file.put<double>("attribution/base", joined(found.base));
  file.put<double>("attribution/share", joined(found.shares));
  file.put<double>("attribution/alone", joined(found.alone));
  file.put<double>("attribution/interaction", joined(found.interactions));
}

std::optional<Attribution> read_attribution(const ResultReader& result) {
  if (!result.has("attribution/cause")) return std::nullopt;
  Attribution found;
  found.axes.causes = result.labels("attribution/cause");
  found.axes.off = result.labels("attribution/cause_off");
  found.axes.outcomes = result.labels("attribution/attributed");
  found.axes.units = result.labels("attribution/attributed_unit");
  found.axes.permutations = static_cast<std::size_t>(result.whole_attribute("attribution", "permutations"));
  found.axes.exact = found.axes.permutations == 0;
  found.replications = result.header().replications;
  const std::size_t outcomes = found.axes.outcomes.size(), causes = found.axes.causes.size();
  const auto read = [&](const char* name, std::vector<std::size_t> extent) {
    extent.push_back(found.replications);
    return cut(result.numbers(std::string("attribution/") + name, extent), outcomes);
  };
  found.total = read("total", {outcomes});
  found.base = read("base", {outcomes});
  found.shares = read("share", {outcomes, causes});
  found.alone = read("alone", {outcomes, causes});
  found.interactions.resize(outcomes);
  if (found.axes.pairs() > 0) found.interactions = read("interaction", {outcomes, found.axes.pairs()});
  return found;
}

}  // namespace restock
