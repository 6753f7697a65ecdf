#include "campaign/sweep_plan.hpp"

#include "core/contract.hpp"
#include "core/hash.hpp"
#include "input/patch.hpp"
#include "output/error.hpp"

#include <fmt/format.h>

namespace restock {

namespace {

constexpr std::size_t most_troubled = 20;  ///< design points with errors, after which the rest is not looked at

/// The document of one alternative at one design point: the factors first, then what the alternative changes.
Document varied(const SweepPlan& plan, std::size_t point, std::size_t alternative, Issues& issues) {
  std::vector<Patch> patches = plan.design.patches(point);
  if (alternative > 0) {
    const std::vector<Patch>& own = plan.alternatives[alternative - 1].patches;
    patches.insert(patches.end(), own.begin(), own.end());
  }
  return patched(plan.document, patches, issues);
}

std::string name_of(const SweepPlan& plan, std::size_t alternative) {
  return alternative == 0 ? std::string(base_name) : plan.alternatives[alternative - 1].name;
}

/// A problem that has no place of its own belongs to a design point.
void tell_point(Issues& found, const SweepPlan& plan, std::size_t point) {
  for (Issue& issue : found) {
    if (issue.line != 0 || issue.severity == Severity::warning) continue;
    std::string where = fmt::format("design point {}", point);
    for (const FactorColumn& factor : plan.header.factors)
      where += fmt::format(", {} = {}", factor.name, value_text(factor, point));
    issue.path = where + (issue.path.empty() ? "" : ": " + issue.path);
  }
}

/// Reads, checks and compiles all variants, one at a time, and collects what they contain.
class Inspector {
 public:
  Inspector(SweepPlan& plan, const Variant& base, Detail detail, Issues& issues)
      : plan_(plan), base_(base), detail_(detail), issues_(issues) {}

  void look_at_all() {
    for (std::size_t a = 0; a < plan_.header.alternatives(); ++a)
      if (a > 0) warn_of_overruled(plan_.alternatives[a - 1]);
    for (std::size_t p = 0; p < plan_.header.points && troubled_ < most_troubled; ++p) {
      Issues found;
      for (std::size_t a = 0; a < plan_.header.alternatives(); ++a) look_at(p, a, found);
      if (has_errors(found)) ++troubled_;
      tell_point(found, plan_, p);
      add_new(found, issues_);
    }
    if (troubled_ == most_troubled) {
      Issue issue;
      issue.code = "too_many_problems";
      issue.problem = fmt::format("{} design points have errors; the rest was not looked at", most_troubled);
      issues_.push_back(issue);
    }
  }
  const std::set<std::string>& tables() const { return tables_; }

 private:
  void look_at(std::size_t point, std::size_t alternative, Issues& found) {
    Issues own;
    const Document document = varied(plan_, point, alternative, own);
    if (!has_errors(own)) {
      if (auto variant = make_variant(name_of(plan_, alternative), document, detail_, own)) {
        check_comparable(base_.scenario, *variant, own);
        AlternativeMap map = plan_.header.run.axes.place(variant->compiled.blueprint.layout, variant->compiled.labels);
        add_tables(variant->scenario, tables_);
        keep(point * plan_.header.alternatives() + alternative, std::move(*variant), std::move(map));
      }
    }
    add_new(own, found);
  }

  /// As long as none was left out, and there is room: a stock point and what belongs to it take some kilobytes as they
  /// are read and compiled, again in every resample, and what there is one of takes some more.
  void keep(std::size_t number, Variant&& variant, AlternativeMap&& map) {
    constexpr std::size_t most_points_at_hand = 30'000, worth_of_a_variant = 20;
    const std::size_t points = variant.compiled.blueprint.points.size() * (1 + variant.resamples.size());
    points_at_hand_ += points + worth_of_a_variant;
    if (points_at_hand_ > most_points_at_hand || plan_.at_hand.size() != number) return;
    plan_.at_hand.push_back(
        std::make_shared<const SweepVariant>(SweepVariant{number, std::move(variant), std::move(map)}));
  }

  /// An alternative's own value for what a factor varies wins, so the factor does nothing there: said once.
  void warn_of_overruled(const Alternative& alternative) {
    for (const Patch& patch : alternative.patches)
      for (const DesignedFactor& each : plan_.design.factors)
        for (const std::string& path : each.factor.paths) {
          if (path != patch.path) continue;
          Issue issue;
          issue.file = plan_.document.sources.names.front();
          issue.line = patch.where.line;
          issue.column = patch.where.column;
          issue.path = "alternatives." + alternative.name + "." + path;
          issue.code = "overruled";
          issue.problem = "sets what the factor " + each.factor.name + " varies: here the factor does nothing";
          issue.severity = Severity::warning;
          issues_.push_back(issue);
        }
  }

  SweepPlan& plan_;
  const Variant& base_;
  Detail detail_;
  Issues& issues_;
  std::set<std::string> tables_;
  std::size_t troubled_ = 0, points_at_hand_ = 0;
};

/// Everything that decides what cells contain.
std::uint64_t plan_hash(const SweepPlan& plan) {
  const ResultHeader& run = plan.header.run;
  return hash_name(fmt::format("{}\n{}\n{:016x}\n{}", run.program_version, to_text(run.detail), run.numerics_id,
                               plan.scenario_text));
}

std::optional<TableState> state_of(const std::string& path) {
  std::error_code error;
  TableState state{path, std::filesystem::file_size(path, error), {}};
  if (!error) state.written = std::filesystem::last_write_time(path, error);
  if (error) return std::nullopt;  // a patch from the command line is listed among the files, but is none
  return state;
}

void check_unchanged(const SweepPlan& plan) {
  for (const TableState& before : plan.tables) {
    const auto now = state_of(before.path);
    if (!now || now->bytes != before.bytes || now->written != before.written)
      throw ResultError(
          "changed", before.path, "was changed while the sweep ran",
          "start the sweep again; what was finished before the change is not mixed with what comes after");
  }
}

void refuse_sweep(Issues& issues, const Document& document, const char* code, const char* problem, const char* hint) {
  Issue issue;
  issue.file = document.sources.names.empty() ? "" : document.sources.names.front();
  issue.path = "sweep";
  issue.code = code;
  issue.problem = problem;
  issue.hint = hint;
  issues.push_back(issue);
}

/// What the plan was made of, to tell whether it still is: the text it keeps, and the files beside it.
void note_sources(std::set<std::string> tables, const std::string& kept_text, SweepPlan& plan) {
  const Sources& sources = plan.document.sources;
  for (std::size_t i = 1; i < sources.names.size(); ++i) tables.insert(sources.names[i]);
  for (const std::string& table : tables)
    if (const auto state = state_of(table)) plan.tables.push_back(*state);
  plan.scenario_text =
      kept_text.empty() ? write_yaml(plan.document) + tables_as_comments(tables, sources.folder) : kept_text;
  plan.header.run.scenario_hash = hash_name(plan.scenario_text);
  plan.header.plan = plan_hash(plan);
}

}  // namespace

std::optional<SweepPlan> make_sweep(const std::string& path, const PlanSettings& settings, Issues& issues,
                                    Document& document) {
  document = load_patched(path, settings.patches, issues);
  if (document.broken) return std::nullopt;
  if (!has_sweep(document)) {
    refuse_sweep(issues, document, "missing_key", "the scenario has no factors to sweep over",
                 "sweep: { factors: { name: { path: replenishment.shop.S, values: [100, 120, 140] } } }");
    return std::nullopt;
  }
  const std::optional<SweepSection> section = read_sweep(document, issues);
  const std::optional<Variant> base = make_variant(std::string(base_name), document, settings.detail, issues);
  const std::vector<Alternative> declared = alternatives(document, issues);
  if (!section || !base || has_errors(issues)) return std::nullopt;

  std::optional<Design> design = make_design(*section, base->scenario.seed, document, issues);
  if (!design) return std::nullopt;
  SweepPlan plan;
  plan.document = document;
  plan.design = std::move(*design);
  plan.alternatives = declared;
  for (const std::string& patch : settings.patches) plan.overrides += patch + "\n";
  plan.header.run = describe_run(*base, settings.detail, {});
  for (std::size_t a = 0; a <= declared.size(); ++a) plan.header.run.axes.alternatives.push_back(name_of(plan, a));
  plan.header.design = std::string(to_text(plan.design.kind));
  plan.header.points = plan.design.points;
  plan.header.factors = plan.design.columns();
  Inspector inspector(plan, *base, settings.detail, issues);
  inspector.look_at_all();
  if (has_errors(issues)) return std::nullopt;
  note_sources(inspector.tables(), settings.kept_text, plan);
  return plan;
}

std::shared_ptr<const SweepVariant> SweepVariants::get(std::size_t number) {
  if (number < plan_.at_hand.size()) return plan_.at_hand[number];
  std::shared_ptr<Place> place;
  {
    const std::lock_guard lock(guard_);
    // Whoever made it last has let go of its lock, which is taken so that what he did is seen.
    const auto is_idle = [](const std::shared_ptr<Place>& one) {
      if (one.use_count() != 1) return false;
      const std::lock_guard nobody_makes(one->making);
      return one->made.expired();
    };
    std::erase_if(places_, [&](const auto& entry) { return is_idle(entry.second); });
    std::shared_ptr<Place>& slot = places_[number];
    if (!slot) slot = std::make_shared<Place>();
    place = slot;
  }
  const std::lock_guard making(place->making);
  std::shared_ptr<const SweepVariant> variant = place->made.lock();
  if (!variant) {
    variant = make(number);
    place->made = variant;
  }
  return variant;
}

std::shared_ptr<const SweepVariant> SweepVariants::make(std::size_t number) {
  check_unchanged(plan_);
  const std::size_t alternatives = plan_.header.alternatives();
  Issues issues;
  const Document document = varied(plan_, number / alternatives, number % alternatives, issues);
  auto variant = make_variant(name_of(plan_, number % alternatives), document, plan_.header.run.detail, issues);
  require(variant.has_value(), "a variant that was checked can be made again");
  auto made = std::make_shared<SweepVariant>();
  made->number = number;
  made->variant = std::move(*variant);
  const std::lock_guard finding(finding_);
  made->map = axes_.place(made->variant.compiled.blueprint.layout, made->variant.compiled.labels);
  return made;
}

}  // namespace restock
