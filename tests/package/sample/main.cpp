// A program of somebody else that simulates in memory: it knows the installed header, and nothing of the house.
#include <restock/restock.hpp>

#include <cmath>
#include <iostream>
#include <string>

namespace {

const char* const scenario = R"(
length: 60 d
replications: 20
products: { kettle: { cost: 10, price: 20 } }
sites: { maker: { kind: supplier }, shop: { kind: store } }
lanes: [{ from: maker, to: shop, transit: 3 d }]
demand: { walk-in: { at: shop, arrivals: poisson(5 per d) } }
replenishment: { shop: { at: shop, policy: min_max, s: 15, S: 40 } }
alternatives: { more: { replenishment.shop.s: 30 } }
)";

int failed(const std::string& what) {
  std::cerr << "sample: " << what << "\n";
  return 1;
}

}  // namespace

int main() {
  using namespace restock;
  const Simulation shop = Simulation::from_text(scenario);
  const SimulationResult one = shop.run(1), two = shop.run(2);
  if (one.fingerprint() != two.fingerprint()) return failed("the answer depends on the number of threads");
  if (one.alternatives().size() != 2 || one.replications() != 20) return failed("alternatives or replications");
  const MetricMean base = one.mean("fill_rate"), more = one.mean("fill_rate", "more");
  if (!(base.mean < more.mean && more.mean <= 1.0 && base.half_width > 0.0)) return failed("fill rates");
  double sum = 0.0;
  for (const double value : one.values("fill_rate")) sum += value;
  if (std::abs(sum / 20.0 - base.mean) > 1e-9) return failed("values do not have the mean that is told");
  const SimulationResult changed = Simulation::from_text(scenario, {{"replenishment.shop.s=30"}, ""}).run();
  if (changed.values("demand") != one.values("demand")) return failed("a change met other customers");
  if (changed.values("filled") != one.values("filled", "more")) return failed("a change is not the alternative");
  try {
    static_cast<void>(Simulation::from_text("lenght: 60 d\n"));
    return failed("a broken scenario was taken");
  } catch (const InvalidScenario& wrong) {
    if (wrong.problems().empty() || wrong.problems()[0].line != 1) return failed("the problem has no place");
    if (std::string(wrong.what()).find("length") == std::string::npos) return failed("nothing was suggested");
  }
  try {
    static_cast<void>(one.mean("elephants"));
    return failed("a metric that does not exist has a mean");
  } catch (const std::out_of_range&) {
  }
  std::cout << version() << " fill_rate " << base.mean << " more " << more.mean << "\n" << one.json();
  return 0;
}
