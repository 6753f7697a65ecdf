#include "engine/components.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <vector>

namespace restock {

namespace {

/// Whether something but supply may tie any stock points together. Every member is named, so that whoever adds one has
/// to say what becomes of it: it ties, or part_of takes it along.
bool is_tied(const Setting& setting) {
  const auto& [warmup, length, drain, bucket, series_every, order_of_day, sketch_groups, series_groups, resources,
               ports, routes, components, pipeline, trace, modulations, levels, shocks, regimes, look_alikes, programs,
               calendars, joint_groups, joint_members, echelons, echelon_members, forecasts, forecast_rules,
               known_demand, level_plans, level_rules, calls, givers, second_choices, options, packings, packing_points,
               baskets, basket_lines, strip_block, causes, effects, watched, layout] = setting;
  return drain > 0 || !components.empty() || !ports.empty() || !routes.empty() || !watched.empty() ||
         !look_alikes.empty() || !programs.empty() || !joint_groups.empty() || !echelons.empty() ||
         !forecasts.empty() || !level_plans.empty() || !calls.empty() || !second_choices.empty() || !packings.empty() ||
         !baskets.empty();
}

/// Sets of numbers that grow together; each is named by its least member.
class Sets {
 public:
  explicit Sets(std::size_t members) : parent_(members) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t find(std::uint32_t member) {
    while (parent_[member] != member) member = parent_[member] = parent_[parent_[member]];
    return member;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

constexpr std::uint32_t no_user = 0xffffffffU;

/// Who uses a production, by the first of them.
void join_users(const Blueprint& b, Sets& sets) {
  std::vector<std::uint32_t> first(b.resources.size(), no_user);
  const auto uses = [&](ResourceId resource, std::uint32_t point) {
    if (!resource.valid()) return;
    std::uint32_t& user = first[resource.index()];
    if (user == no_user) user = point;
    sets.join(user, point);
  };
  for (const LinkPlan& link : b.links) uses(b.terms(link).resource, link.to.value);
  for (std::uint32_t p = 0; p < b.points.size(); ++p) uses(b.rules(b.points[p]).resource, p);
}

/// Numbers old entries of a table anew, in the order in which they are asked for, and copies them.
template <class T>
class Renumbered {
 public:
  explicit Renumbered(const std::vector<T>& from, std::vector<T>& into) : from_(from), into_(into) {}
  template <class Tag>
  Id<Tag> operator()(Id<Tag> old) {
    const auto [at, fresh] = known_.try_emplace(old.value, static_cast<std::uint32_t>(into_.size()));
    if (fresh) into_.push_back(from_[old.index()]);
    return Id<Tag>(std::size_t{at->second});
  }

 private:
  const std::vector<T>& from_;
  std::vector<T>& into_;
  std::unordered_map<std::uint32_t, std::uint32_t> known_;
};

/// And how their demand moves.
void copy_modulations(const Blueprint& b, Blueprint& part) {
  Renumbered modulations(b.modulations, part.modulations);
  for (StreamRules& rules : part.stream_rules)
    if (rules.modulation.valid()) rules.modulation = modulations(rules.modulation);
  for (Modulation& modulation : part.modulations) {
    if (modulation.level == Modulation::no_level) continue;
    part.levels.push_back(b.levels[modulation.level]);
    modulation.level = static_cast<std::uint32_t>(part.levels.size() - 1);
  }
}

/// Causes come of themselves, at the same times everywhere; of their effects those that are felt here. `links` are the
/// numbers of the whole, in ascending order.
void copy_causes(const Blueprint& b, std::span<const std::uint32_t> points, const std::vector<std::uint32_t>& links,
                 Blueprint& part) {
  const auto place = [](const auto& all, std::uint32_t number) -> std::optional<std::uint32_t> {
    const auto at = std::ranges::lower_bound(all, number);
    if (at == all.end() || *at != number) return std::nullopt;
    return static_cast<std::uint32_t>(at - all.begin());
  };
  for (CausePlan cause : b.causes) {
    const auto effects = cause.effects.of(b.effects);
    cause.effects.first = static_cast<std::uint32_t>(part.effects.size());
    for (EffectPlan effect : effects) {
      std::optional<std::uint32_t> target = effect.target;  // production lines are all there
      if (is_of_point(effect.kind)) target = place(points, effect.target);
      if (is_on_link(effect.kind)) target = place(links, effect.target);
      if (!target) continue;
      effect.target = *target;
      part.effects.push_back(effect);
    }
    cause.effects.count = static_cast<std::uint32_t>(part.effects.size()) - cause.effects.first;
    part.causes.push_back(cause);
  }
}

template <class T>
Rows copy_rows(Rows rows, const std::vector<T>& from, std::vector<T>& into) {
  const Rows copied{static_cast<std::uint32_t>(into.size()), rows.count};
  const auto source = rows.of(from);
  into.insert(into.end(), source.begin(), source.end());
  return copied;
}

/// What does not go by stock points.
void copy_setting(const Blueprint& b, Blueprint& part) {
  part.warmup = b.warmup;
  part.length = b.length;
  part.drain = b.drain;
  part.bucket = b.bucket;
  part.series_every = b.series_every;
  part.order_of_day = b.order_of_day;
  part.sketch_groups = b.sketch_groups;
  part.series_groups = b.series_groups;
  part.resources = b.resources;
  part.calendars = b.calendars;
  part.shocks = b.shocks;
  part.regimes = b.regimes;
  part.strip_block = b.strip_block;
  part.layout.length = b.layout.length;
  part.layout.sites = b.layout.sites;
  part.layout.products = b.layout.products;
  part.layout.segments = b.layout.segments;
  part.layout.first_surge = b.layout.first_surge;
  part.layout.first_bargain = b.layout.first_bargain;
}

}  // namespace

void find_components(Blueprint& b) {
  b.layout.order.clear();
  b.component_ends.clear();
  const auto points = static_cast<std::uint32_t>(b.points.size());
  if (points == 0 || is_tied(b)) return;
  Sets sets(points);
  for (const LinkPlan& link : b.links)
    if (link.from.valid()) sets.join(link.from.value, link.to.value);
  join_users(b, sets);
  std::vector<std::uint32_t> sizes(points, 0);
  for (std::uint32_t p = 0; p < points; ++p) ++sizes[sets.find(p)];
  std::uint32_t end = 0;
  std::vector<std::uint32_t>& place = sizes;  // of the next point, by component
  for (std::uint32_t& size : sizes) {
    if (size == 0) continue;
    const std::uint32_t begin = end;
    end += size;
    b.component_ends.push_back(end);
    size = begin;
  }
  if (b.component_ends.size() == 1) {
    b.component_ends.clear();
    return;
  }
  b.layout.order.resize(points);
  for (std::uint32_t p = 0; p < points; ++p) b.layout.order[place[sets.find(p)]++] = p;
}

std::span<const std::uint32_t> component(const Blueprint& b, std::size_t number) {
  const std::uint32_t begin = number == 0 ? 0 : b.component_ends[number - 1];
  return std::span(b.layout.order).subspan(begin, b.component_ends[number] - begin);
}

namespace {

/// The streams of one point, which go to the part's newest. Where they are there.
Rows copy_streams(const Blueprint& b, Rows streams, Renumbered<StreamRules>& rules, Blueprint& part) {
  const PointId self(part.points.size());
  const Rows there{static_cast<std::uint32_t>(part.streams.size()), streams.count};
  for (std::uint32_t k = streams.first; k < streams.end(); ++k) {
    StreamPlan stream = b.streams[k];
    stream.point = self;
    stream.rules = rules(stream.rules);
    stream.trace = copy_rows(stream.trace, b.trace, part.trace);
    part.streams.push_back(stream);
    part.layout.stream_point.push_back(self);
    part.layout.stream_segment.push_back(b.layout.stream_segment[k]);
  }
  return there;
}

}  // namespace

Blueprint part_of(const Blueprint& b, std::span<const std::uint32_t> points) {
  Blueprint part;
  copy_setting(b, part);
  Renumbered point_rules(b.point_rules, part.point_rules);
  Renumbered stream_rules(b.stream_rules, part.stream_rules);
  Renumbered link_terms(b.link_terms, part.link_terms);
  const auto number_of = [&](PointId point) {
    return PointId(static_cast<std::size_t>(std::ranges::lower_bound(points, point.value) - points.begin()));
  };
  Layout& layout = part.layout;
  std::vector<std::uint32_t> links;
  for (const std::uint32_t at : points) {
    PointPlan plan = b.points[at];
    plan.rules = point_rules(plan.rules);
    plan.pipeline = copy_rows(plan.pipeline, b.pipeline, part.pipeline);
    const PointId self(part.points.size());
    plan.streams = copy_streams(b, plan.streams, stream_rules, part);
    const Rows sources = plan.sources;
    plan.sources.first = static_cast<std::uint32_t>(part.links.size());
    for (std::uint32_t l = sources.first; l < sources.end(); ++l) {
      links.push_back(l);
      LinkPlan link = b.links[l];
      link.to = self;
      if (link.from.valid()) link.from = number_of(link.from);
      link.terms = link_terms(link.terms);
      part.links.push_back(link);
      layout.link_to.push_back(self);
      layout.link_rates.push_back(b.layout.link_rates[l]);
    }
    part.points.push_back(plan);
    layout.point_site.push_back(b.layout.point_site[at]);
    layout.point_product.push_back(b.layout.point_product[at]);
    layout.point_rates.push_back(b.layout.point_rates[at]);
  }
  copy_modulations(b, part);
  copy_causes(b, points, links, part);
  return part;
}

}  // namespace restock
