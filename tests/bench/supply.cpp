// What does a customer cost where supply goes wrong? A thousand (s,S) stores with a supplier each, 20 unit customers a
// day, one cause at a time at every store's supplier or lane. Prints ns per customer, and as a ratio to stores whose
// supply never fails.
//
//   bench_supply [customers per run, default 3000000]
#include "bench/stores.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace restock;
using namespace restock::bench;

TimeLaw days(double mean) { return TimeLaw{Exponential{Measure{mean * a_day}}}; }

/// Every store is hit in spells of its own: out of 30 days 3 on average.
void strike(Blueprint& b, EffectPlan effect) {
  for (std::uint32_t i = 0; i < stores; ++i) {
    CausePlan cause;
    cause.who = hash_name("cause " + std::to_string(i));
    cause.when = RandomSpells{days(27.0), days(3.0)};
    cause.effects = {i, 1};
    effect.cause = effect.target = i;
    b.causes.push_back(cause);
    b.effects.push_back(effect);
  }
}

/// Every supplier makes what is ordered on a line of its own.
void add_lines(Blueprint& b) {
  for (std::uint32_t i = 0; i < stores; ++i) {
    ResourcePlan line;
    line.who = hash_name("line " + std::to_string(i));
    line.lines = 1;
    line.time_per_unit.law = Constant{Measure{a_day / 100.0}};
    b.resources.push_back(line);
    LinkTerms terms = b.link_terms[0];
    terms.resource = ResourceId{std::size_t{i}};
    b.link_terms.push_back(terms);
    b.links[i].terms = LinkTermsId{std::size_t{i} + 1};
  }
}

EffectPlan effect(EffectKind kind, double factor = 1.0) {
  EffectPlan plan;
  plan.kind = kind;
  plan.factor = factor;
  return plan;
}

void measure(const char* what, Time length, double& plain, const std::function<void(Blueprint&)>& change) {
  Blueprint blueprint = thousand_stores(length);
  change(blueprint);
  const Timed run = timed(blueprint);
  const double ns = run.nanoseconds / static_cast<double>(run.record.customers);
  if (plain == 0.0) plain = ns;
  std::printf("| %s | %.1f | %.2f |\n", what, ns, ns / plain);
}

}  // namespace

int main(int argc, char** argv) {
  const double customers = argc > 1 ? std::strtod(argv[1], nullptr) : 3e6;
  const Time length = static_cast<Time>(customers / (20.0 * stores) * a_day);
  double plain = 0.0;
  std::printf("| | ns per customer | ratio |\n|---|---|---|\n");
  measure("nothing of the kind", length, plain, [](Blueprint&) {});
  measure("one shipment in ten late", length, plain, [](Blueprint& b) {
    b.link_terms[0].late = 0.1;
    b.link_terms[0].late_extra = days(4.0);
  });
  measure("one shipment in ten short", length, plain, [](Blueprint& b) {
    b.link_terms[0].short_chance = 0.1;
    b.link_terms[0].short_fill.law = Constant{Measure{0.5}};
  });
  measure("lanes delayed for 3 days of 30", length, plain,
          [](Blueprint& b) { strike(b, effect(EffectKind::lane_delay, 2.0)); });
  measure("lanes closed", length, plain, [](Blueprint& b) { strike(b, effect(EffectKind::lane_closed)); });
  measure("orders refused", length, plain, [](Blueprint& b) { strike(b, effect(EffectKind::orders_refused)); });
  measure("a shortage of half", length, plain, [](Blueprint& b) { strike(b, effect(EffectKind::shortage, 0.5)); });
  measure("a tenth of the stock burns", length, plain,
          [](Blueprint& b) { strike(b, effect(EffectKind::stock_lost, 0.1)); });
  measure("a line for each supplier", length, plain, add_lines);
  measure("lines that stand still for 3 days of 30", length, plain, [](Blueprint& b) {
    add_lines(b);
    strike(b, effect(EffectKind::production_stopped));
  });
  measure("five days a week", length, plain, [](Blueprint& b) {
    WorkingDays office;
    for (Time monday = 0; monday < b.length + 60 * day; monday += week)
      office.closed.push_back({monday + 5 * day, monday + week});
    b.calendars.push_back(office);
    b.link_terms[0].calendar = b.link_terms[0].sender_calendar = CalendarId{std::size_t{0}};
  });
}
