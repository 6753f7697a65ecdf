// Stock points: policies, ranks, what they hold when the clock starts, and which group they are counted in.
#include "compile/alike.hpp"
#include "compile/markdown.hpp"
#include "compile/parts.hpp"
#include "compile/shared.hpp"
#include "network/load.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <variant>

namespace restock {
namespace {

std::optional<ShelfRules> shelf_rules(const ShelfTerms& terms) {
  if (!terms.capacity || !terms.refill) return std::nullopt;
  ShelfRules rules;
  rules.capacity = *terms.capacity;
  rules.pack = terms.pack.value_or(1);
  rules.refill = *terms.refill;
  rules.level = std::visit([&](const auto& rule) { return rule.level(rules.capacity); }, rules.refill);
  if (terms.move_time) rules.move_time = *terms.move_time;
  prepare(rules.move_time.law);
  return rules;
}

/// Units that the mean demand of a stock point takes in a time, rounded up.
Quantity units_of_cover(Duration cover, double per_tick) {
  const double units = std::ceil(static_cast<double>(cover.ticks) * per_tick - 1e-9);
  return units < 1e15 ? static_cast<Quantity>(units) : unlimited;
}

/// What a stock point's mean demand says of its rules: rolled up the network once, and only where somebody asks.
class Covers {
 public:
  Covers(const Scenario& scenario, const Network& network) : network_(network) {
    const auto asks = [](const ExpeditingTerms& terms) { return terms.cover.has_value(); };
    const auto measures = [](const CostTerms& terms) { return terms.cover_target.has_value(); };
    const auto covers = [](const MarkdownTerms& terms) { return goes_by_cover(terms); };
    if (std::ranges::any_of(network.expediting, asks) || std::ranges::any_of(network.costs, measures) ||
        std::ranges::any_of(network.markdowns, covers))
      per_tick_ = mean_load(scenario, network).points;
  }
  /// Fewer than this call for expediting.
  Quantity below(std::size_t point) const {
    const ExpeditingTerms& terms = network_.expediting[network_.points[point].expediting];
    return terms.cover ? units_of_cover(*terms.cover, per_tick_[point]) : terms.below.value_or(0);
  }
  /// When the price is reduced.
  std::optional<MarkdownRules> markdown(std::size_t point) const {
    const MarkdownTerms& terms = network_.markdowns[network_.points[point].markdown];
    if (terms.steps.empty()) return std::nullopt;
    MarkdownRules rules = markdown_rules(terms);
    for (std::size_t i = 0; i < rules.steps.size(); ++i)
      if (const auto& cover = terms.steps[i].cover) rules.steps[i].above = units_of_cover(*cover, per_tick_[point]);
    return rules;
  }
  /// More than this is too much.
  Quantity target(std::size_t point) const {
    const auto& target = network_.costs[network_.points[point].costs].cover_target;
    return target ? units_of_cover(*target, per_tick_[point]) : unlimited;
  }

 private:
  const Network& network_;
  std::vector<double> per_tick_;
};

std::optional<ExpeditingRules> expediting_rules(const ExpeditingTerms& terms, Quantity below) {
  if (!terms.complete()) return std::nullopt;
  ExpeditingRules rules;
  if (terms.every) rules.every = terms.every->ticks;
  if (terms.first) rules.first = terms.first->ticks;
  rules.below = below;
  rules.promises = terms.promises;
  rules.time = *terms.time;
  prepare(rules.time.law);
  rules.planned = rules.time.mean_ticks();
  return rules;
}

std::optional<ExpiryRules> expiry_rules(const ExpiryTerms& terms) {
  if (!terms.life) return std::nullopt;
  return ExpiryRules{terms.life->ticks, terms.issue.value_or(IssueRule::oldest_first), terms.recorded.value_or(true)};
}

/// What is left out is as it is when nothing is late: refreshed for every review, own orders known.
std::optional<InformationRules> information_rules(const InformationTerms& terms, const PointRules& point) {
  if (!terms.is_late() || !point.replenished) return std::nullopt;
  InformationRules rules;
  std::visit(
      [&](const auto& policy) {
        if constexpr (requires { policy.calendar; }) rules.refresh = policy.calendar;
      },
      point.policy);
  if (terms.every) rules.refresh = {*terms.every, terms.offset.value_or(Duration{})};
  if (terms.delay) rules.delay = terms.delay->ticks;
  rules.own_orders_known = terms.own_orders.value_or(OwnOrders::known) == OwnOrders::known;
  return rules;
}

/// Position of each point when sorted by `key`, then by declaration: a counting sort, so that it stays linear.
std::vector<std::uint32_t> ranks_by(const std::vector<std::uint32_t>& key) {
  std::vector<std::uint32_t> next(1, 0);
  for (const std::uint32_t k : key) {
    if (k + 2 > next.size()) next.resize(k + 2, 0);
    ++next[k + 1];
  }
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  std::vector<std::uint32_t> rank(key.size());
  for (std::size_t i = 0; i < key.size(); ++i) rank[i] = next[key[i]]++;
  return rank;
}

std::uint32_t group_of(Detail detail, const NetworkPoint& point, std::size_t number) {
  if (detail == Detail::total) return 0;
  return detail == Detail::site ? point.site.value : static_cast<std::uint32_t>(number);
}

std::uint32_t groups_of(Detail detail, const Scenario& scenario, const Network& network) {
  if (detail == Detail::total) return 1;
  return static_cast<std::uint32_t>(detail == Detail::site ? scenario.sites.size() : network.points.size());
}

/// The programs of scripts, by replenishment rule; each rule has its own.
using Programs = std::vector<std::uint32_t>;

Programs programs_of(const Scenario& scenario, Blueprint& blueprint) {
  Programs programs(scenario.replenishment.size(), ScriptPolicy::no_program);
  for (std::size_t i = 0; i < programs.size(); ++i) {
    if (!std::holds_alternative<ScriptPolicy>(scenario.replenishment[i].policy)) continue;
    programs[i] = static_cast<std::uint32_t>(blueprint.programs.size());
    blueprint.programs.push_back(scenario.replenishment[i].program);
  }
  return programs;
}

PointRules rules_of(const Scenario& scenario, const NetworkPoint& point, const Programs& programs,
                    const std::optional<LevelValues>& levels) {
  PointRules rules;
  rules.replenished = point.replenishment != no_rule;
  if (rules.replenished) {
    const ReplenishmentRule& rule = scenario.replenishment[point.replenishment];
    rules.policy = rule.policy;
    if (auto* script = std::get_if<ScriptPolicy>(&rules.policy)) {
      script->file.clear();  // no strings beyond the wall but those of the program itself
      script->with.clear();
      script->program = programs.at(point.replenishment);
    }
    if (levels) put_levels(rules.policy, *levels);
    rules.lot = rule.lot;
    rules.on_cancel = rule.on_cancel;
    rules.sourcing = rule.source;
  }
  rules.made_here = point.made_here;
  const Quantity target = std::visit([](const auto& policy) { return policy.target(); }, rules.policy);
  rules.initial_on_hand = rules.replenished ? std::max<Quantity>(0, target) : 0;
  rules.initial_on_record = rules.initial_on_hand;
  if (point.initial == no_rule) return rules;
  const InitialRule& rule = scenario.initial[point.initial];
  if (rule.on_hand) rules.initial_on_hand = *rule.on_hand;
  rules.initial_on_record = rule.on_record.value_or(rules.initial_on_hand);
  rules.initial_backlog = rule.backlog;
  return rules;
}

Rows pipeline_of(const Scenario& scenario, const NetworkPoint& point, Blueprint& blueprint) {
  Rows rows{static_cast<std::uint32_t>(blueprint.pipeline.size()), 0};
  if (point.initial == no_rule) return rows;
  for (const PipelineEntry& entry : scenario.initial[point.initial].pipeline) {
    blueprint.pipeline.push_back({entry.arrives.ticks, entry.units});
    ++rows.count;
  }
  return rows;
}

/// What the rules that select a stock point say of it.
void add_terms(const Network& network, std::size_t i, const Covers& covers, PointRules& rules) {
  const NetworkPoint& point = network.points[i];
  rules.calendar = network.site_calendar[point.site.index()];
  rules.records = record_rules(network.records[point.records]);
  rules.sharing = network.allocation[point.allocation].orders.value_or(rules.sharing);
  rules.expediting = expediting_rules(network.expediting[point.expediting], covers.below(i));
  rules.expiry = expiry_rules(network.expiry[point.expiry]);
  rules.cover_target = covers.target(i);
  rules.markdown = covers.markdown(i);
  rules.shelf = shelf_rules(network.shelves[point.shelf]);
  rules.information = information_rules(network.information[point.information], rules);
}

/// What stock points are to each other.
void relate_points(const Scenario& scenario, const Network& network, const Classes& classes, Blueprint& blueprint) {
  find_look_alikes(network, blueprint);
  compile_callers(network, blueprint);
  compile_packing(scenario, network, blueprint);
  compile_second_choices(scenario, network, blueprint);
  compile_echelons(scenario, network, blueprint);
  for (const std::vector<PointId>& group : network.joint_orders) {
    blueprint.joint_groups.push_back(
        {static_cast<std::uint32_t>(blueprint.joint_members.size()), static_cast<std::uint32_t>(group.size())});
    blueprint.joint_members.insert(blueprint.joint_members.end(), group.begin(), group.end());
  }
  blueprint.components.reserve(network.components.size());
  for (const NetworkComponent& component : network.components)
    blueprint.components.push_back({component.point, component.units, classes.queue(component.point, 0)});
}

/// The first rule that says the same as a stock point's, if it has one.
std::uint32_t first_of(const std::vector<std::uint32_t>& alike, std::uint32_t rule) {
  return rule == no_rule ? no_rule : alike[rule];
}

/// Echelons by the points at their heads: one and their number, else 0. What each begins with is its own.
std::vector<std::size_t> heads_of(const Network& network) {
  std::vector<std::size_t> heads(network.points.size(), 0);
  for (const NetworkEchelon& echelon : network.echelons) heads[echelon.point.index()] = echelon.point.index() + 1;
  return heads;
}

ListingRules listing_of(const Product& product) {
  ListingRules rules;
  if (product.listed) rules.listed = product.listed->ticks;
  if (product.release) rules.released = product.release->ticks;
  if (product.retired) rules.retired = product.retired->ticks;
  return rules;
}

std::optional<LevelValues> own_levels(const LevelsByPoint& levels, std::size_t point) {
  const auto set = levels.find(static_cast<std::uint32_t>(point));
  return set != levels.end() ? std::optional(set->second) : std::nullopt;
}

}  // namespace

void compile_points(const Scenario& scenario, const Network& network, const Classes& classes, const Makers& makers,
                    const LevelsByPoint& levels, Detail detail, Blueprint& blueprint) {
  const std::vector<std::uint32_t> review_ranks = ranks_by(network.level);
  const std::vector<std::uint32_t> dispatch_ranks = ranks_by(network.depth);
  const Programs programs = programs_of(scenario, blueprint);
  blueprint.sketch_groups = blueprint.series_groups = groups_of(detail, scenario, network);
  using Levels = std::tuple<Quantity, Quantity, Quantity>;
  using Key =
      std::tuple<std::uint32_t, std::uint32_t, bool, ResourceId, std::tuple<Time, Time, Time, Time>, std::uint8_t,
                 std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, Quantity,
                 Quantity, bool, CalendarId, Levels, std::size_t, std::uint32_t, std::size_t>;
  const Covers covers(scenario, network);
  const std::vector<std::uint32_t> replenishment = first_alike(scenario.replenishment);
  const std::vector<std::uint32_t> initial = first_alike(scenario.initial);
  Shared<PointRulesId, Key, PointRules> shared(blueprint.point_rules);
  const std::vector<std::size_t> heads = heads_of(network);
  blueprint.points.reserve(network.points.size());
  for (std::size_t i = 0; i < network.points.size(); ++i) {
    const NetworkPoint& point = network.points[i];
    PointPlan& plan = blueprint.points.emplace_back();
    plan.who = point.who;
    plan.review_rank = review_ranks[i];
    plan.dispatch_rank = dispatch_ranks[i];
    plan.streams = point.streams;
    plan.sources = point.sources;
    plan.components = point.components;
    plan.pipeline = pipeline_of(scenario, point, blueprint);
    const Product& product = scenario.products[point.product.index()];
    const auto& discontinued = product.discontinued;
    const ListingRules listed = listing_of(product);
    const Time until = discontinued ? discontinued->ticks : never;
    const bool writes_off = product.salvage.has_value();
    const ResourceId resource = point.made_here ? makers.of_site[point.site.index()] : ResourceId{};
    const std::uint8_t queues = classes.count(PointId(i));
    const std::optional<LevelValues> own = own_levels(levels, i);
    // Cover is of the point's own demand.
    const bool covered = goes_by_cover(network.markdowns[point.markdown]);
    const Levels key = own ? Levels{own->s, own->S, own->Q} : Levels{};
    plan.rules = shared.id_of({first_of(replenishment, point.replenishment),
                               first_of(initial, point.initial),
                               point.made_here,
                               resource,
                               std::tuple(until, listed.listed, listed.released, listed.retired),
                               queues,
                               point.records,
                               point.information,
                               point.shelf,
                               point.allocation,
                               point.expediting,
                               point.expiry,
                               covers.below(i),
                               covers.target(i),
                               writes_off,
                               network.site_calendar[point.site.index()],
                               key,
                               heads[i],
                               point.markdown,
                               covered ? i + 1 : 0},
                              [&] {
                                PointRules rules = rules_of(scenario, point, programs, own);
                                rules.resource = resource;
                                rules.discontinued = until;
                                rules.listing = listed;
                                rules.queues = queues;
                                add_terms(network, i, covers, rules);
                                rules.writes_off = writes_off;
                                return rules;
                              });
    plan.sketch_group = plan.series_group = group_of(detail, point, i);
  }
  relate_points(scenario, network, classes, blueprint);
}

}  // namespace restock
