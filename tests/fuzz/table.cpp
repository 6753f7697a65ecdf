#include "fuzz/targets.hpp"

#include "campaign/variant.hpp"

#include <array>
#include <filesystem>

namespace restock::fuzz {

namespace {

/// A scenario for each section that may be a table, for a trace and for volumes.
constexpr std::array<std::string_view, 7> uses{
    "products: t.csv\nsites: { a: { kind: supplier }, b: { kind: store } }\nlanes: [{ from: a, to: b, transit: 1 d }]\n"
    "demand: { d: { at: b, arrivals: poisson(1 per d) } }\nreplenishment: { r: { at: b, policy: min_max, s: 2, S: 4 } "
    "}\n",
    "products: { p: {} }\nsites: t.csv\nlanes: [{ from: a, to: b, transit: 1 d }]\n"
    "demand: { d: { at: b, arrivals: poisson(1 per d) } }\nreplenishment: { r: { at: b, policy: min_max, s: 2, S: 4 } "
    "}\n",
    "products: { p: {} }\nsites: { a: { kind: supplier }, b: { kind: store } }\nlanes: t.csv\n"
    "demand: { d: { at: b, arrivals: poisson(1 per d) } }\nreplenishment: { r: { at: b, policy: min_max, s: 2, S: 4 } "
    "}\n",
    "products: { p: {} }\nsites: { a: { kind: supplier }, b: { kind: store } }\nlanes: [{ from: a, to: b, transit: 1 d "
    "}]\ndemand: t.csv\nreplenishment: { r: { at: b, policy: min_max, s: 2, S: 4 } }\n",
    "products: { p: {} }\nsites: { a: { kind: supplier }, b: { kind: store } }\nlanes: [{ from: a, to: b, transit: 1 d "
    "}]\ndemand: { d: { at: b, arrivals: poisson(1 per d) } }\nreplenishment: [{ file: t.csv, policy: min_max }]\n",
    "products: { p: {} }\nsites: { a: { kind: supplier }, b: { kind: store } }\nlanes: [{ from: a, to: b, transit: 1 d "
    "}]\ndemand: { d: { at: b, arrivals: trace(file: t.csv) } }\nreplenishment: { r: { at: b, policy: min_max, s: 2, "
    "S: 4 } }\n",
    "products: { p: {} }\nsites: { a: { kind: supplier }, b: { kind: store } }\nlanes: [{ from: a, to: b, transit: 1 d "
    "}]\ndemand: { d: { at: b, arrivals: poisson(1 per d), volumes: t.csv } }\nreplenishment: { r: { at: b, policy: "
    "min_max, s: 2, S: 4 } }\n"};

}  // namespace

void table(std::string_view bytes) {
  if (bytes.empty()) return;
  const std::string_view use = uses[static_cast<unsigned char>(bytes[0]) % uses.size()];
  const std::filesystem::path path = file_of(bytes.substr(1), "t.csv");
  Issues issues;
  const std::string text = "name: t\nlength: 10 d\nstart: 2026-01-01\n" + std::string(use);
  const Document document = parse_document(text, "scenario.yaml", path.parent_path().string(), issues);
  const auto variant = make_variant("base", document, Detail::orders, issues);
  for (const Issue& issue : issues) describe(issue, document);
  expect(variant || has_errors(issues), "what is refused is refused for a reason");
}

}  // namespace restock::fuzz
