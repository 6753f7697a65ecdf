// A sweep that gives a cluster something to do, and shell for talking to its scheduler. For the tests of this folder.
#pragma once

#include "app/sweep_scenario.hpp"

#include <string>

/// Some seconds of work: eleven design points, forty replications with 146,000 customers each.
inline constexpr const char* long_sweep = R"(name: long
length: 4 y
replications: 40
seed: 7
products: { kettle: { cost: 10, price: 20 } }
sites: { maker: { kind: supplier }, shop: { kind: store } }
lanes: [{ from: maker, to: shop, transit: 3 d }]
demand: { walk-in: { at: shop, arrivals: poisson(100 per d), patience: exponential(2 d) } }
replenishment: { shop: { at: shop, policy: min_max, s: 350, S: 450 } }
sweep: { factors: { s: { path: replenishment.shop.s, from: 300, to: 400, steps: 11 } } }
)";

/// A few lines of shell, from a file: quoting is then nobody's concern. True when they succeed.
inline bool shell_does(const std::string& before, const std::string& lines) {
  write_file("lines.sh", lines + "\n");
  return restock("--version", before + " && bash lines.sh").code == 0;
}

/// Whether the merge job has written its result; no claim about when, but it has to come.
inline bool comes(const std::string& name) {
  return shell_does("true", "for k in $(seq 600); do [ -e " + name + " ] && exit 0; sleep 0.5; done; exit 1");
}
