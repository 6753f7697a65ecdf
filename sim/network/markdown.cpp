// Reduced prices: rules that reduce nothing, reasons that cannot hold, and customers who cannot come for a price.
#include "network/draft.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>

namespace restock {

namespace {

/// In results those who come for a price are the segment `<entry>/markdown`.
void check_segment(Draft& draft, const DemandEntry& entry) {
  for (const Named<Surge>& surge : entry.surges)
    if (surge.called == "markdown")
      draft.complain.error(surge.place, "demand." + entry.name + ".surges.markdown", "name_taken",
                           "markdown is what results call those who come to this entry for a reduced price",
                           "give the surge another name");
}

/// Customers who come for a price are a share of those who always come, whose rate only Poisson arrivals have.
void check_lifted(Draft& draft, const Network& network, const NetworkPoint& point, const MarkdownRule& rule,
                  std::set<std::pair<const MarkdownRule*, std::uint32_t>>& told, std::set<std::uint32_t>& segments) {
  for (const NetworkStream& stream : point.streams.of(network.streams)) {
    const DemandEntry& entry = draft.scenario->demand[stream.entry.index()];
    if (!stream.is_base()) continue;
    if (segments.insert(stream.entry.value).second) check_segment(draft, entry);
    if (std::holds_alternative<PoissonArrivals>(entry.arrivals)) continue;
    if (!told.emplace(&rule, stream.entry.value).second) continue;
    draft.complain.error(rule.where, "markdown." + rule.name + ".steps", "needs_poisson",
                         "it lifts demand." + entry.name + " above its rate, which those arrivals cannot follow",
                         "use poisson arrivals there, or a lift of 1");
  }
}

}  // namespace

bool MarkdownTerms::lifts() const {
  return std::ranges::any_of(steps, [](const MarkdownStepEntry& step) { return step.lift > 1.0; });
}

void check_markdown(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  Gathered no_steps, no_buyers, no_life, no_price;
  std::set<std::pair<const MarkdownRule*, std::uint32_t>> told;
  std::set<std::uint32_t> segments;
  for (const NetworkPoint& point : network.points) {
    const MarkdownTerms& terms = network.markdowns[point.markdown];
    if (!terms.any()) continue;
    const std::string name = draft.name(pair_of(point.site.value, point.product.value));
    const MarkdownRule& rule = last_rule(scenario.markdown, draft.markdown, point);
    const std::string path = "markdown." + rule.name;
    const Product& product = scenario.products[point.product.index()];
    if (terms.steps.empty()) no_steps.add(rule.where, path, name, "state steps in the rules that select it");
    if (point.streams.empty()) no_buyers.add(rule.where, path + ".at", name, "name sites where customers order");
    const bool by_age = std::ranges::any_of(terms.steps, [](const auto& step) { return step.left.has_value(); });
    if (by_age && !network.expiry[point.expiry].life)
      no_life.add(rule.where, path + ".steps", name, "add it to expiry, with a life, or leave left out");
    if (!(product.price.amount > 0.0))
      no_price.add(product.where, "products." + product.name, name, "give the product a price");
    if (terms.lifts()) check_lifted(draft, network, point, rule, told, segments);
  }
  no_steps.report(draft.complain, Severity::error, "no_steps", "has a rule for markdown that reduces nothing");
  no_buyers.report(draft.complain, Severity::error, "nobody_buys",
                   "has a rule for markdown, and no customer orders there");
  no_life.report(draft.complain, Severity::error, "no_life",
                 "has a markdown by the age of its stock, which lasts for ever");
  no_price.report(draft.complain, Severity::warning, "no_price", "has a markdown, and no price that could be reduced");
}

}  // namespace restock
