#include "campaign/find_warm_up.hpp"

#include "campaign/crew.hpp"
#include "campaign/unsteady.hpp"
#include "estimate/warm_up.hpp"
#include "input/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace restock {

namespace {

constexpr std::size_t pilots = 20;
/// No run has replications from here on, so the pilots' luck is nobody else's.
constexpr std::size_t first_pilot = 1'000'000;

constexpr std::string_view queue_at_ports = "port_queue";
constexpr std::array<std::pair<std::string_view, Quantity Sample::*>, 7> watchable{
    std::pair{std::string_view("mean_on_hand"), &Sample::on_hand},
    std::pair{std::string_view("mean_on_record"), &Sample::on_record},
    std::pair{std::string_view("mean_on_order"), &Sample::on_order},
    std::pair{std::string_view("mean_backlog"), &Sample::backlog},
    std::pair{std::string_view("reorder_point_at_end"), &Sample::reorder_point},
    std::pair{std::string_view("order_up_to_at_end"), &Sample::order_up_to},
    std::pair{std::string_view("order_quantity_at_end"), &Sample::order_quantity}};
/// Sums of samples that pilots may take in memory.
constexpr std::size_t most_samples = (std::size_t{1} << 30U) / sizeof(Sample);

/// Between observations: some hundred in any case, and whole days where days suffice.
Time step_for(Time span) {
  if (span > 2000 * day) return (span / (2000 * day) + 1) * day;
  if (span >= 200 * day) return day;
  if (span >= 50 * day) return 6 * hour;
  return std::max<Time>(span / 200, 1);
}

/// In days where they are whole: 9 w is read more easily as 63 d.
std::string days_text(Time span) { return span % day == 0 ? fmt::format("{} d", span / day) : duration_text(span); }

Issue problem(const std::string& file, std::string path, std::string code, std::string what, std::string hint) {
  Issue issue;
  issue.file = file;
  issue.path = std::move(path);
  issue.code = std::move(code);
  issue.problem = std::move(what);
  issue.hint = std::move(hint);
  return issue;
}

/// A series summed over pilots, and whose it is: empty for the whole network.
struct Course {
  std::string place;
  std::vector<double> values;
};

class Pilots {
 public:
  Pilots(const Plan& plan, Time step) : plan_(plan), axes_(plan.header.axes), step_(step) {
    const std::size_t samples = plan.header.series_at.size();
    groups_ = axes_.groups(plan.header.detail);
    sums_.assign(plan.variants.size(), std::vector<Sample>(samples * groups_));
    queues_.assign(plan.variants.size(), std::vector<Quantity>(samples * axes_.ports.size()));
  }

  bool fly(const RunSettings& settings) {
    const std::vector<PlannedCheck> none;
    CheckValues unchecked(none, 0);
    Crew crew(plan_, settings, unchecked);
    std::vector<CellTask> tasks;
    for (std::size_t a = 0; a < plan_.variants.size(); ++a)
      for (std::size_t i = 0; i < pilots; ++i) tasks.push_back({a, first_pilot + i});
    // Sums of whole numbers: it does not matter which cell comes first.
    return crew.run(tasks, [&](CellResult&& cell) {
      for (std::size_t i = 0; i < cell.series.size(); ++i)
        for (const auto& [name, level] : watchable) sums_[cell.alternative][i].*level += cell.series[i].*level;
      for (std::size_t i = 0; i < cell.port_series.size(); ++i) queues_[cell.alternative][i] += cell.port_series[i];
    });
  }

  FoundWarmUp judge(const std::vector<WatchedSeries>& watched, Issues& issues) const {
    FoundWarmUp found;
    std::string lines;
    for (const WatchedSeries& one : watched)
      for (std::size_t a = 0; a < plan_.variants.size(); ++a) lines += look_at(one, a, found.span, issues);
    found.text = fmt::format("warm-up: {} (MSER-5 on the mean of {} pilots of {}, looked at every {})\n",
                             days_text(found.span), pilots, days_text(plan_.header.length), days_text(step_)) +
                 lines;
    return found;
  }

 private:
  /// What a series wants in an alternative, as a line; `span` is raised to it.
  std::string look_at(const WatchedSeries& watched, std::size_t alternative, Time& span, Issues& issues) const {
    const std::string& name = plan_.variants[alternative].name;
    const std::vector<Course> courses = courses_of(watched, alternative);
    Time most = 0;
    const Course* longest = nullptr;
    for (const Course& course : courses) {
      const std::optional<std::size_t> cut = mser5(course.values);
      if (!cut) {
        issues.push_back(
            problem(plan_.document.sources.names.front(), "warmup", "not_settled",
                    fmt::format("{}{} in {} has not settled after half of the pilots' {}", watched.metric, course.place,
                                name, days_text(plan_.header.length)),
                    "give it a longer length, or set the warm-up yourself: it may have no steady state, as "
                    "an unstable queue"));
        return {};
      }
      const Time wants = static_cast<Time>(*cut) * step_;
      if (longest == nullptr || wants > most) longest = &course;
      most = std::max(most, wants);
    }
    span = std::max(span, most);
    if (longest == nullptr) return {};
    return fmt::format("  {}{} in {}: {}{}\n", watched.metric, longest->place, name, days_text(most),
                       courses.size() > 1 ? fmt::format(", the most of {} places", courses.size()) : "");
  }

  /// Each place for itself, or all together.
  std::vector<Course> courses_of(const WatchedSeries& watched, std::size_t alternative) const {
    const bool of_ports = watched.metric == queue_at_ports;
    const std::size_t width = of_ports ? axes_.ports.size() : groups_, samples = plan_.header.series_at.size();
    std::vector<Course> courses;
    std::map<std::string, std::size_t> place_of;
    for (std::size_t group = 0; group < width; ++group) {
      const std::string place = of_ports ? port_place(watched.by, group) : place_of_group(watched.by, group);
      const auto [at, fresh] = place_of.try_emplace(place, courses.size());
      if (fresh) courses.push_back({place, std::vector<double>(samples, 0.0)});
      Course& course = courses[at->second];
      for (std::size_t t = 0; t < samples; ++t)
        course.values[t] += static_cast<double>(sum_of(watched.metric, alternative, t * width + group)) / pilots;
    }
    return courses;
  }

  Quantity sum_of(const std::string& metric, std::size_t alternative, std::size_t at) const {
    if (metric == queue_at_ports) return queues_[alternative][at];
    for (const auto& [name, level] : watchable)
      if (name == metric) return sums_[alternative][at].*level;
    return 0;
  }

  std::string port_place(Detail by, std::size_t port) const {
    return by == Detail::total ? std::string() : " at " + axes_.ports[port];
  }
  std::string place_of_group(Detail by, std::size_t group) const {
    if (by == Detail::total) return {};
    if (plan_.header.detail == Detail::site) return " at " + axes_.sites[group];
    const std::string site = axes_.sites[axes_.point_site[group]];
    return by == Detail::site ? " at " + site : " of " + axes_.products[axes_.point_product[group]] + " at " + site;
  }

  const Plan& plan_;
  const Axes& axes_;
  Time step_;
  std::size_t groups_ = 1;
  std::vector<std::vector<Sample>> sums_;      ///< [alternative][sample × groups + group]
  std::vector<std::vector<Quantity>> queues_;  ///< [alternative][sample × ports + port]
};

/// Refuses series that would not fit into memory, and ports where there are none.
void check_series(const Plan& plan, const std::vector<WatchedSeries>& watched, const std::string& path, Issues& found) {
  const std::size_t groups = plan.header.axes.groups(plan.header.detail);
  if (plan.variants.size() * plan.header.series_at.size() * groups > most_samples)
    found.push_back(problem(path, "warmup", "too_many_places",
                            fmt::format("{} places are too many to look at each for itself", groups),
                            "look at sites (mean_on_hand@sites), or at the whole network"));
  for (const WatchedSeries& one : watched)
    if (one.metric == queue_at_ports && plan.header.axes.ports.empty())
      found.push_back(problem(path, "warmup", "no_ports", "port_queue is to settle, but there is no port",
                              "name a metric that the scenario has"));
}

}  // namespace

std::vector<std::string_view> watchable_metrics() {
  std::vector<std::string_view> names;
  for (const auto& [name, level] : watchable) names.push_back(name);
  names.push_back(queue_at_ports);
  return names;
}

std::optional<WatchedSeries> watched_series(std::string_view text) {
  const std::size_t at = text.find('@');
  WatchedSeries watched{std::string(text.substr(0, at)), Detail::total};
  if (at == std::string_view::npos) return watched;
  const std::string_view places = text.substr(at + 1);
  if (places != "sites" && places != "stock_points") return std::nullopt;
  watched.by = places == "sites" ? Detail::site : Detail::stock_point;
  return watched;
}

FoundWarmUp find_warm_up(const std::string& path, const PlanSettings& settings,
                         const std::vector<WatchedSeries>& watched, const RunSettings& run, Issues& issues,
                         Document& document) {
  const std::optional<Plan> asked = make_plan(path, settings, issues, document);
  if (!asked) return {};
  const Time span = asked->header.warmup + asked->header.length, step = step_for(span);
  PlanSettings pilot{settings.patches, Detail::total};
  for (const WatchedSeries& one : watched) pilot.detail = std::max(pilot.detail, one.by);
  for (const char* patch : {"warmup=0 d", "drain=0 d"}) pilot.patches.emplace_back(patch);
  pilot.patches.push_back("length=" + days_text(span));
  pilot.patches.push_back("series=" + days_text(step));
  Issues found;
  Document varied;
  const std::optional<Plan> plan = make_plan(path, pilot, found, varied);
  if (!plan) {
    add_new(found, issues);
    return {};
  }
  found.clear();
  for (const Variant& variant : asked->variants) {
    Issues of_variant;
    refuse_unsteady(variant.scenario, of_variant);
    add_new(of_variant, found);
  }
  for (const Variant& variant : plan->variants)
    if (variant.compiled.blueprint.warmup != 0)
      found.push_back(problem(path, "alternatives." + variant.name + ".warmup", "not_comparable",
                              "an alternative has a warm-up of its own, and the one that is found is for all",
                              "take it away, or set the warm-up yourself"));
  check_series(*plan, watched, path, found);
  add_new(found, issues);
  if (has_errors(found)) return {};
  Pilots flights(*plan, step);
  if (!flights.fly(run)) return {0, {}, true};
  return flights.judge(watched, issues);
}

}  // namespace restock
