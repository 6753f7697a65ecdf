#include "compile/resample.hpp"

#include "core/hash.hpp"
#include "input/laws.hpp"
#include "network/complain.hpp"
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

/// Blocks of a history, numbered from `start`: block n is [n, n + 1) · length. Those that lie as a whole in the days
/// from its first to its last line can be drawn, for any block of the run (Carlstein 1986: blocks that do not overlap,
/// so that weekdays stay weekdays). So a history that ends before the run begins can be drawn from as well.
struct Blocks {
  Time length = 0;
  Time first = 0, end = 0;              ///< of the run
  Time whole_first = 0, whole_end = 0;  ///< of the history

  Blocks(const Scenario& scenario, const DemandEntry& entry) : length(scenario.inputs->blocks->ticks) {
    first = floored(-scenario.warmup.ticks, length);
    end = -floored(-later(scenario.length.ticks, scenario.drain.ticks), length);
    Time from = never, until = -never;
    for (const TraceGroup& group : entry.trace) {
      if (group.lines.empty()) continue;
      from = std::min(from, group.lines.front().at);
      until = std::max(until, group.lines.back().at);
    }
    if (from > until) return;
    whole_first = -floored(-floored(from, day) * day, length);
    whole_end = floored((floored(until, day) + 1) * day, length);
  }
  std::uint64_t whole() const {
    return whole_end > whole_first ? static_cast<std::uint64_t>(whole_end - whole_first) : 0;
  }

 private:
  static Time floored(Time at, Time span) { return at >= 0 ? at / span : -((-at + span - 1) / span); }
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

void tell_of_fitted(const std::vector<std::string>& fitted, Where inputs, Complaints& complain) {
  if (fitted.empty()) return;
  complain.warning(inputs, "inputs", "no_observations",
                   fmt::format("{} {} no observations and {} as written", some_of(fitted, 4),
                               fitted.size() == 1 ? "has" : "have", fitted.size() == 1 ? "stays" : "stay"),
                   "what is told of the inputs leaves it out; write empirical([ … ]) where observations are at hand");
}

/// Adds the histories of the scenario, each file once.
void add_histories(const Scenario& scenario, Where inputs, bool needed, std::vector<ObservedInput>& found,
                   Complaints& complain) {
  for (const DemandEntry& entry : scenario.demand) {
    const auto* trace = std::get_if<TraceArrivals>(&entry.arrivals);
    if (trace == nullptr) continue;
    if (!scenario.inputs->blocks) {
      if (!needed) continue;  // an alternative that replays what happened is meant so
      complain.warning(entry.where, "demand." + entry.name + ".arrivals", "history_kept",
                       "is one history, replayed as it is in every resample",
                       "state inputs.blocks, such as 1 w, and it is drawn anew in blocks of that length");
      continue;
    }
    if (std::ranges::any_of(found, [&](const ObservedInput& one) { return one.blocks && one.name == trace->file; }))
      continue;
    const Blocks blocks(scenario, entry);
    if (blocks.whole() < 2) {
      complain.error(inputs, "inputs.blocks", "blocks_too_long",
                     "leaves no two whole blocks of " + trace->file + ": there is nothing to choose from",
                     "take shorter blocks, or a longer history");
      return;
    }
    found.push_back({trace->file, blocks.whole(), true});
  }
}

}  // namespace

std::vector<ObservedInput> observed_inputs(const Scenario& scenario, Where inputs, bool needed, Issues& issues) {
  std::vector<ObservedInput> found;
  std::vector<std::string> fitted;
  Complaints complain(scenario, issues);
  Lists lists;
  for (const FoundLaw<const Distribution>& each : laws_of(scenario)) {
    const auto* law = std::get_if<Empirical>(each.law);
    if (law == nullptr) {
      if (!std::holds_alternative<Constant>(*each.law)) fitted.push_back(each.path);
      continue;
    }
    if (lists.name_of(*law, each.path) != each.path) continue;
    const auto count = observations_of(*law);
    if (!count)
      complain.warning(
          each.where, each.path, "weights_do_not_count",
          "has weights that are no counts, so nobody can tell how many observations there were: it stays as written",
          "give counts as weights (how often each value was seen), or all the values");
    else if (*count < 2)
      complain.warning(each.where, each.path, "one_observation",
                       "is one observation, which says nothing about how sure it is: it stays as written",
                       "give more observations");
    else
      found.push_back({each.path, *count, false});
  }
  add_histories(scenario, inputs, needed, found, complain);
  tell_of_fitted(fitted, inputs, complain);
  if (found.empty() && needed && complain.errors() == 0)
    complain.error(inputs, "inputs.bootstrap", "nothing_to_resample",
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
  for (DemandEntry& entry : scenario.demand) {
    const auto* trace = std::get_if<TraceArrivals>(&entry.arrivals);
    if (trace == nullptr) continue;
    const Blocks blocks(scenario, entry);
    if (blocks.whole() < 2) continue;
    for (TraceGroup& group : entry.trace)
      group.lines = redrawn(group.lines, blocks, draws_for(trace->file, scenario.seed, resample));
  }
  return scenario;
}

}  // namespace restock
