#include "fuzz/targets.hpp"

#include "campaign/variant.hpp"
#include "input/read.hpp"

#include <filesystem>

namespace restock::fuzz {

namespace {

constexpr std::string_view scenario_text = R"(name: Everything
start: 2026-01-01
length: 30 d
replications: 4
products: { kettle: { cost: 10, price: 20, class: A }, pan: { cost: 5 } }
sites:
  maker: { kind: supplier, calendar: { closed: [sat, sun] } }
  depot: { kind: warehouse }
  shop: { kind: store }
  "north-1": { kind: store }
lanes:
  - { from: maker, to: depot, transit: gamma(mean: 18 d, cv: 0.25) }
  - { from: depot, to: [shop, "north-*"], transit: 3 d }
demand:
  walk-in: { at: shop, product: kettle, arrivals: poisson(5 per d), size: geometric(2), patience: exponential(2 d) }
  north: { at: "north-*", product: pan, arrivals: batches(every: 1 d, customers: poisson(4)) }
customers: { patience: weibull(mean: 10 d, shape: 2), accept: tolerance(uniform(2 d, 14 d)), seller_limit: 30 d }
replenishment:
  shops: { at: [shop, "north-*"], policy: min_max, s: 15, S: 40 }
  depot: { at: depot, policy: order_up_to, review: 1 w, S: 140 }
costs: { all: { holding: 25 % per y, ordering: 20 } }
expect: [fill_rate at shop >= 50 %]
alternatives: { more: { replenishment.shops.s: 20 } }
)";

}  // namespace

void patch(std::string_view bytes) {
  Issues issues;
  const std::string folder = std::filesystem::path(file_of("", "none")).parent_path().string();
  const Document plain = parse_document(std::string(scenario_text), "scenario.yaml", folder, issues);
  expect(!has_errors(issues), "the scenario without patches is right");
  std::vector<Patch> patches;
  for (std::size_t from = 0; from <= bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', from), bytes.size());
    patches.push_back(parse_patch(bytes.substr(from, end - from), issues));
    from = end + 1;
  }
  const bool readable = !has_errors(issues);
  const Document document = patched(plain, patches, issues);
  const auto variant = make_variant("base", document, Detail::total, issues);
  for (const Issue& issue : issues) describe(issue, document);
  if (!variant || !readable) return expect(has_errors(issues), "what is refused is refused for a reason");
  Issues again;
  if (has_errors(issues)) return;
  const Document written = parse_document(write_yaml(document), "resolved.yaml", folder, again);
  expect(read_scenario(written, again).has_value(), "what is patched and written out can be read again");
}

}  // namespace restock::fuzz
