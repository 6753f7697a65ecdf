#include "campaign/unsteady.hpp"

#include <algorithm>
#include <variant>

namespace restock {

namespace {

class Search {
 public:
  Search(const Scenario& scenario, Issues& issues) : scenario_(scenario), issues_(issues) {}

  void run() {
    for (const Product& product : scenario_.products)
      if (in_window(product.discontinued)) refuse("products", product, "has an end within the window: discontinued");
    for (const DemandEntry& entry : scenario_.demand) look_at(entry);
    for (const Disruption& one : scenario_.disruptions) {
      const auto* scheduled = std::get_if<Scheduled>(&one.when);
      if (scheduled != nullptr && in_window(scheduled->from)) refuse("disruptions", one, "has a date in the window");
      if (std::holds_alternative<Repeating>(one.when))
        refuse("disruptions", one, "comes at the same times in every run");
    }
    for (const CalendarRule& one : scenario_.calendars)
      if (std::ranges::any_of(one.holidays, [&](Instant at) { return in_window(at); }) ||
          std::ranges::any_of(one.shutdowns, [&](const Shutdown& s) { return in_window(s.from); }))
        refuse("calendars", one, "has holidays or shutdowns in the window");
    for (const ForecastRule& one : scenario_.forecast)
      if (in_window(one.frozen_from) ||
          std::ranges::any_of(one.overlay, [&](const OverlayEntry& o) { return in_window(o.from); }))
        refuse("forecast", one, "has a date in the window");
    for (const MarkdownRule& one : scenario_.markdown)
      if (one.permanent.value_or(false) || std::ranges::any_of(one.steps, [&](const MarkdownStepEntry& step) {
            return in_window(step.from) || in_window(step.until);
          }))
        refuse("markdown", one, "has a date in the window, or prices that never rise again");
  }

 private:
  void look_at(const DemandEntry& entry) {
    const DemandProfile& profile = entry.profile;
    if (std::holds_alternative<TraceArrivals>(entry.arrivals))
      refuse("demand", entry, "replays a trace, whose days differ");
    if (!profile.season.hours.empty() || !profile.season.weekdays.empty() || !profile.season.months.empty())
      refuse("demand", entry, "has a season");
    if (profile.trend.per_tick > 0.0 || profile.trend.per_tick < 0.0) refuse("demand", entry, "has a trend");
    const bool dated = (profile.launch && in_window(profile.launch->at)) ||
                       (profile.end_of_life && in_window(profile.end_of_life->at)) ||
                       std::ranges::any_of(profile.level_shifts, [&](const LevelShift& s) { return in_window(s.at); });
    if (dated) refuse("demand", entry, "has a launch, an end of life or a level shift in the window");
    if (std::ranges::any_of(entry.surges, [&](const auto& surge) { return has_date(surge.what); }))
      refuse("demand", entry, "has a surge with a date in the window");
    if (entry.customers.reserve && (entry.customers.reserve->from || entry.customers.reserve->until))
      refuse("demand", entry, "has a reserve with dates");
  }
  bool has_date(const Surge& surge) const {
    if (const auto* promotion = std::get_if<Promotion>(&surge))
      return promotion->every.ticks > 0 || in_window(promotion->from);
    if (const auto* burst = std::get_if<Burst>(&surge))
      return std::ranges::any_of(burst->at, [&](Instant at) { return in_window(at); });
    if (const auto* viral = std::get_if<Viral>(&surge)) return in_window(viral->at);
    const auto* regime = std::get_if<Regime>(&surge);
    const auto* scheduled = regime == nullptr ? nullptr : std::get_if<Scheduled>(&regime->when);
    return scheduled != nullptr && in_window(scheduled->from);
  }
  /// What lies before `start` acts in the warm-up, and that counts too.
  bool in_window(Instant at) const { return at.ticks < later(scenario_.length.ticks, scenario_.drain.ticks); }
  bool in_window(const std::optional<Instant>& at) const { return at && in_window(*at); }

  void refuse(const char* section, const auto& part, const char* why) {
    Issue issue;
    const Where where = part.where;
    if (where.file < scenario_.files.size()) issue.file = scenario_.files[where.file];
    issue.line = where.line;
    issue.column = where.column;
    issue.path = std::string(section) + "." + part.name;
    issue.code = "no_steady_state";
    issue.problem = std::string(why) + ": there is no steady state for a warm-up to lead to";
    issue.hint = "choose the warm-up by what should have happened before the window, e.g. --warmup '90 d'";
    issues_.push_back(std::move(issue));
  }

  const Scenario& scenario_;
  Issues& issues_;
};

}  // namespace

void refuse_unsteady(const Scenario& scenario, Issues& issues) { Search(scenario, issues).run(); }

}  // namespace restock
