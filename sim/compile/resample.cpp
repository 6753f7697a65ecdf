#include "compile/resample.hpp"

#include "core/hash.hpp"
#include "input/laws.hpp"
#include "random/draws.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace restock {

namespace {

constexpr std::uint64_t most_observations = 10'000'000;

BulkDraws draws_for(const std::string& input, std::uint64_t seed, std::uint64_t resample) {
  return {seed, resample, hash_name("input/" + input), Purpose::resample};
}

std::uint64_t place_of(double uniform, std::uint64_t count) {
  return std::min(static_cast<std::uint64_t>(uniform * static_cast<double>(count)), count - 1);
}

/// How many observations stand behind a law: its values, or the sum of weights that count them. None: weights that do
/// not count.
std::optional<std::uint64_t> observations_of(const Empirical& law) {
  if (law.weights.empty()) return law.values.size();
  double total = 0.0;
  for (const double weight : law.weights) {
    if (weight != std::floor(weight)) return std::nullopt;
    total += weight;
  }
  if (total > static_cast<double>(most_observations)) return std::nullopt;
  return static_cast<std::uint64_t>(total);
}

/// Names of inputs by what was observed.
class Lists {
 public:
  /// The name under which the list was seen first: this one, when it is new.
  const std::string& name_of(const Empirical& law, const std::string& path) {
    std::vector<double> values;
    values.reserve(law.values.size());
    for (const Measure each : law.values) values.push_back(each.value);
    return names_.try_emplace({std::move(values), law.weights}, path).first->second;
  }

 private:
  std::map<std::pair<std::vector<double>, std::vector<double>>, std::string> names_;
};

bool can_be_resampled(const Empirical& law) {
  const auto count = observations_of(law);
  return count && *count >= 2;
}

void draw(Empirical& law, BulkDraws draws) {
  const std::uint64_t count = observations_of(law).value();
  std::vector<double> up_to;  // observations up to each value, where weights count them
  double total = 0.0;
  for (const double weight : law.weights) up_to.push_back(total += weight);
  law.drawn.assign(law.values.size(), 0.0);
  for (std::uint64_t k = 0; k < count; ++k) {
    const std::uint64_t place = place_of(draws.uniform(k), count);
    const auto value =
        up_to.empty()
            ? static_cast<std::size_t>(place)
            : static_cast<std::size_t>(std::ranges::upper_bound(up_to, static_cast<double>(place)) - up_to.begin());
    law.drawn[value] += 1.0;
  }
}

/// Blocks of a history, numbered from `start`: block n is [n, n + 1) · length. Those that lie in the run as a whole can
/// be drawn (Carlstein 1986: blocks that do not overlap, so that weekdays stay weekdays).
struct Blocks {
  Time length = 0;
  Time first = 0, whole_first = 0, whole_end = 0, end = 0;

  explicit Blocks(const Scenario& scenario) : length(scenario.inputs->blocks->ticks) {
    const Time from = -scenario.warmup.ticks, until = scenario.length.ticks;
    first = floored(from);
    whole_first = -floored(-from);
    whole_end = floored(until);
    end = -floored(-later(until, scenario.drain.ticks));
  }
  std::uint64_t whole() const {
    return whole_end > whole_first ? static_cast<std::uint64_t>(whole_end - whole_first) : 0;
  }

 private:
  Time floored(Time at) const { return at >= 0 ? at / length : -((-at + length - 1) / length); }
};

std::vector<TraceLine> redrawn(const std::vector<TraceLine>& lines, const Blocks& blocks, BulkDraws draws) {
  std::vector<TraceLine> result;
  for (Time block = blocks.first; block < blocks.end; ++block) {
    const auto nth = static_cast<std::uint64_t>(block - blocks.first);
    const Time from = blocks.whole_first + static_cast<Time>(place_of(draws.uniform(nth), blocks.whole()));
    const auto at = [](const TraceLine& line) { return line.at; };
    auto line = std::ranges::lower_bound(lines, from * blocks.length, {}, at);
    for (; line != lines.end() && line->at < (from + 1) * blocks.length; ++line)
      result.push_back({line->at + (block - from) * blocks.length, line->units});
  }
  return result;
}

/// Complaints, with places in the scenario's files.
class Told {
 public:
  Told(const Scenario& scenario, Issues& issues) : files_(scenario.files), issues_(issues) {}

  void add(Severity severity, Where where, std::string path, std::string code, std::string problem, std::string hint) {
    Issue issue;
    if (where.file < files_.size()) issue.file = files_[where.file];
    issue.line = where.line;
    issue.column = where.column;
    issue.path = std::move(path);
    issue.code = std::move(code);
    issue.problem = std::move(problem);
    issue.hint = std::move(hint);
    issue.severity = severity;
    issues_.push_back(std::move(issue));
  }

 private:
  const std::vector<std::string>& files_;
  Issues& issues_;
};

void tell_of_fitted(const std::vector<std::string>& fitted, Where inputs, Told& told) {
  if (fitted.empty()) return;
  constexpr std::size_t shown = 4;
  std::string names;
  for (std::size_t i = 0; i < std::min(fitted.size(), shown); ++i) names += (i == 0 ? "" : ", ") + fitted[i];
  if (fitted.size() > shown) names += fmt::format(" and {} more", fitted.size() - shown);
  told.add(Severity::warning, inputs, "inputs", "no_observations",
           fmt::format("{} {} no observations and {} as written", names, fitted.size() == 1 ? "has" : "have",
                       fitted.size() == 1 ? "stays" : "stay"),
           "what is told of the inputs leaves it out; write empirical([ … ]) where observations are at hand");
}

/// Adds the histories of the scenario, each file once.
void add_histories(const Scenario& scenario, Where inputs, std::vector<ObservedInput>& found, Told& told) {
  for (const DemandEntry& entry : scenario.demand) {
    const auto* trace = std::get_if<TraceArrivals>(&entry.arrivals);
    if (trace == nullptr) continue;
    if (!scenario.inputs->blocks) {
      told.add(Severity::warning, entry.where, "demand." + entry.name + ".arrivals", "history_kept",
               "is one history, replayed as it is in every resample",
               "state inputs.blocks, such as 1 w, and it is drawn anew in blocks of that length");
      continue;
    }
    if (std::ranges::any_of(found, [&](const ObservedInput& one) { return one.blocks && one.name == trace->file; }))
      continue;
    const Blocks blocks(scenario);
    if (blocks.whole() < 2) {
      told.add(Severity::error, inputs, "inputs.blocks", "blocks_too_long",
               "leaves no two whole blocks in the time that is simulated: there is nothing to choose from",
               "take shorter blocks, or a longer run");
      return;
    }
    found.push_back({trace->file, blocks.whole(), true});
  }
}

}  // namespace

std::vector<ObservedInput> observed_inputs(const Scenario& scenario, Where inputs, bool needed, Issues& issues) {
  std::vector<ObservedInput> found;
  std::vector<std::string> fitted;
  Told told(scenario, issues);
  Lists lists;
  const std::size_t before = issues.size();
  for (const FoundLaw<const Distribution>& each : laws_of(scenario)) {
    const auto* law = std::get_if<Empirical>(each.law);
    if (law == nullptr) {
      if (!std::holds_alternative<Constant>(*each.law)) fitted.push_back(each.path);
      continue;
    }
    if (lists.name_of(*law, each.path) != each.path) continue;
    const auto count = observations_of(*law);
    if (!count)
      told.add(
          Severity::warning, each.where, each.path, "weights_do_not_count",
          "has weights that are no counts, so nobody can tell how many observations there were: it stays as written",
          "give counts as weights (how often each value was seen), or all the values");
    else if (*count < 2)
      told.add(Severity::warning, each.where, each.path, "one_observation",
               "is one observation, which says nothing about how sure it is: it stays as written",
               "give more observations");
    else
      found.push_back({each.path, *count, false});
  }
  add_histories(scenario, inputs, found, told);
  tell_of_fitted(fitted, inputs, told);
  const bool failed = std::any_of(issues.begin() + static_cast<std::ptrdiff_t>(before), issues.end(),
                                  [](const Issue& issue) { return issue.severity == Severity::error; });
  if (found.empty() && needed && !failed)
    told.add(Severity::error, inputs, "inputs.bootstrap", "nothing_to_resample",
             "has nothing to resample: no input is a list of observations",
             "write observations as empirical([ … ]), state inputs.blocks for a demand trace, or remove inputs");
  return found;
}

Scenario resampled(Scenario scenario, std::uint64_t resample) {
  Lists lists;
  for (const FoundLaw<Distribution>& each : laws_of(scenario)) {
    auto* law = std::get_if<Empirical>(each.law);
    if (law == nullptr || !can_be_resampled(*law)) continue;
    draw(*law, draws_for(lists.name_of(*law, each.path), scenario.seed, resample));
    law->prepare();
  }
  if (!scenario.inputs->blocks) return scenario;
  const Blocks blocks(scenario);
  for (DemandEntry& entry : scenario.demand)
    if (const auto* trace = std::get_if<TraceArrivals>(&entry.arrivals))
      for (TraceGroup& group : entry.trace)
        group.lines = redrawn(group.lines, blocks, draws_for(trace->file, scenario.seed, resample));
  return scenario;
}

}  // namespace restock
