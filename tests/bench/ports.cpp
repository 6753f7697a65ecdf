// What does a vessel cost at a port where things go wrong? A hundred ports of two berths with other people's ships only
// (70 % busy), and one cause at a time. Prints ns per vessel, and as a ratio to ports where nothing goes wrong.
//
//   bench_ports [vessels per run, default 1000000]
#include "core/hash.hpp"
#include "engine/run.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

namespace {

using namespace restock;

constexpr std::size_t quays = 100;
constexpr double per_day = 1.4;

TimeLaw exponential(double days) {
  TimeLaw law{Exponential{{days * static_cast<double>(day)}}};
  prepare(law.law);
  return law;
}

Blueprint harbours(Time length) {
  Blueprint b;
  b.length = length;
  for (std::size_t i = 0; i < quays; ++i) {
    PortPlan port;
    port.who = hash_name("quay " + std::to_string(i));
    port.berths = 2;
    port.handling = exponential(1.0);
    port.traffic.any = true;
    port.traffic.gap = exponential(1.0 / per_day);
    port.traffic.convoy.law = Constant{{1.0}};
    port.traffic.handling = port.handling;
    b.ports.push_back(port);
    b.layout.port_site.emplace_back(i);
    b.layout.port_berths.push_back(port.berths);
  }
  return b;
}

Trigger weather() { return RandomSpells{exponential(20.0), exponential(2.0)}; }
Trigger long_queue(Time check) {
  Threshold threshold;
  threshold.of = Watched::port_queue;
  threshold.above = 5;
  threshold.until = 1;
  threshold.check = {check};
  return threshold;
}

/// The same cause at every port, each with its own spells.
void everywhere(Blueprint& b, const Trigger& when, EffectPlan effect) {
  for (std::uint32_t port = 0; port < b.ports.size(); ++port) {
    effect.cause = port;
    effect.target = port;
    b.effects.push_back(effect);
    b.watched.push_back(port);
    CausePlan cause;
    cause.who = fold(b.ports[port].who, 1);
    cause.when = when;
    cause.effects = cause.watched = {port, 1};
    b.causes.push_back(cause);
  }
}

void measure(const char* what, Time length, double& plain, const std::function<void(Blueprint&)>& trouble) {
  Blueprint blueprint = harbours(length);
  trouble(blueprint);
  State state;
  const auto began = std::chrono::steady_clock::now();
  const Record record = run_replication(blueprint, 1, 0, state);
  const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  PortFacts all;
  for (const PortFacts& port : record.ports) all += port;
  const auto vessels = static_cast<double>(all.background_calls);
  const double ns = took * 1e9 / vessels;
  if (plain == 0.0) plain = ns;
  std::printf("| %s | %.0f | %.2f | %.2f |\n", what, ns, ns / plain, static_cast<double>(record.events) / vessels);
}

}  // namespace

int main(int argc, char** argv) {
  const double vessels = argc > 1 ? std::atof(argv[1]) : 1e6;
  const Time length = to_ticks(vessels / per_day / static_cast<double>(quays) * static_cast<double>(day));
  double plain = 0.0;
  std::printf("| at the ports | ns per vessel | ratio | events per vessel |\n|---|---|---|---|\n");
  measure("nothing goes wrong", length, plain, [](Blueprint&) {});
  measure("shut two days in 22", length, plain,
          [](Blueprint& b) { everywhere(b, weather(), {EffectKind::port_closed}); });
  measure("half as fast two days in 22", length, plain, [](Blueprint& b) {
    everywhere(b, weather(), {EffectKind::port_slowed, 0, 0, 0.5});
  });
  measure("a berth lost two days in 22", length, plain, [](Blueprint& b) {
    everywhere(b, weather(), {EffectKind::berths_lost, 0, 0, 1.0, 1});
  });
  measure("faster while the queue is long, looked at daily", length, plain, [](Blueprint& b) {
    everywhere(b, long_queue(day), {EffectKind::port_slowed, 0, 0, 1.5});
  });
  measure("the same, looked at hourly", length, plain, [](Blueprint& b) {
    everywhere(b, long_queue(hour), {EffectKind::port_slowed, 0, 0, 1.5});
  });
}
