// Demand that moves, from the scenario to what customers do: who comes without a surge comes with it.
#include "catch.hpp"
#include "compile/compile.hpp"
#include "engine/run.hpp"
#include "network/example.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <vector>

using namespace restock;
using namespace restock::example;

namespace {

Compiled compiled(const Scenario& s) {
  Issues issues;
  const auto network = build_network(s, issues);
  for (const Issue& issue : issues) UNSCOPED_INFO(issue.path << ": " << issue.problem);
  REQUIRE(network.has_value());
  return compile(s, *network, Detail::total);
}

/// Whose customer, his number, when he came and what he wanted.
using Customer = std::tuple<std::uint64_t, std::uint64_t, Time, Quantity>;

struct Everybody : LedgerSink {
  explicit Everybody(const Blueprint& blueprint) : b(blueprint) {}
  void orders(const std::vector<OrderRow>& rows) override {
    for (const OrderRow& row : rows) came.emplace(b.streams[row.stream].who, row.number, row.ordered, row.units);
  }
  void replenishments(const std::vector<ReplenishmentRow>&) override {}

  const Blueprint& b;
  std::set<Customer> came;
};

std::set<Customer> customers(const Scenario& s) {
  const Compiled c = compiled(s);
  Everybody everybody(c.blueprint);
  State state;
  run_replication(c.blueprint, 5, 2, state, &everybody);
  return everybody.came;
}

/// A web shop with everything that can move its demand.
Scenario moving() {
  Scenario s = three_echelons();
  s.length = {60 * day};
  s.start_epoch_us = 1'767'225'600'000'000;  // 2026-01-01
  DemandEntry& web = s.demand[0];
  web.size = {Geometric{{2.0}}};
  web.profile.season.weekdays = {0.7, 0.8, 0.9, 1.0, 1.2, 1.6, 0.8};
  web.profile.level_shifts = {{{30 * day}, 1.5}};
  Promotion promo{{10 * day}, {7 * day}, 3.0, {0.5}, {14 * day}, {}};
  Burst press;
  press.rate = {0.1 / static_cast<double>(day)};
  press.peak = 4.0;
  press.decay = {2 * day};
  Viral video;
  video.at = Instant{20 * day};
  video.seeds = 30;
  video.branching = 0.7;
  video.delay = {Exponential{{static_cast<double>(day)}}};
  const TimeLaw spell{Exponential{{static_cast<double>(9 * day)}}};
  web.surges = {{"promo", {}, promo},
                {"press", {}, press},
                {"video", {}, video},
                {"good-times", {}, Regime{RandomSpells{spell, spell}, 2.0}},
                {"bad-times", {}, Regime{RandomSpells{spell, spell}, 0.5}}};
  s.demand_shocks = {{"weather", {}, {}, {}, {}, {week}, 0.3, {0.5}, 5.0}};
  return s;
}

std::set<Customer> only_in(const std::set<Customer>& a, const std::set<Customer>& b) {
  std::set<Customer> rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(rest, rest.begin()));
  return rest;
}

}  // namespace

TEST_CASE("surges that bring customers are streams and segments of their own; what streams share is shared") {
  const Compiled c = compiled(moving());
  const Blueprint& b = c.blueprint;
  CHECK(c.labels.segments == std::vector<std::string>{"online", "walk-in", "online/promo", "online/press",
                                                      "online/video", "online/good-times"});
  CHECK(b.layout.segments == 6);
  CHECK(b.layout.first_surge == 2);
  REQUIRE(b.streams.size() == 2 * 5 + 1);  // kettles and toasters, and the corner shop's kettles
  CHECK(b.levels.size() == 1);
  CHECK(b.modulations.size() == 6);  // the web shop's five, and the corner shop's because of the shock
  CHECK(b.stream_rules.size() == 6);
  const Modulation& promo = *b.modulation(b.rules(b.streams[1]));
  CHECK(std::holds_alternative<Promotion>(promo.source));
  CHECK(promo.behind_base == 1);
  CHECK(promo.mean_gap == Approx(static_cast<double>(day) / 84.0));
  CHECK(promo.dips.size() == 1);
}

TEST_CASE("half of twice the rate is the rate, of who comes in any case and of whom surges bring") {
  const Scenario whole = moving();
  Scenario s = whole;
  DemandEntry& web = s.demand[0];
  std::get<PoissonArrivals>(web.arrivals).rate.per_tick *= 2.0;
  web.volume_file = "volumes.csv";
  web.volumes = {{{"webshop", {}}}, {{"kettle", {}}, {"toaster", {}}}, {{0, 0, 0.5}, {0, 1, 0.5}}};
  CHECK(customers(s) == customers(whole));
  SECTION("and less for one of them is less of its customers, and none of the others") {
    web.volumes.rows[1].volume = 0.3;
    const std::set<Customer> fewer = customers(s);
    CHECK(fewer.size() < customers(whole).size());
    const Compiled c = compiled(s);
    for (const StreamPlan& stream : c.blueprint.streams)
      if (stream.volume == 0.5 || stream.volume == 1.0)
        for (const Customer& customer : customers(whole))
          if (std::get<0>(customer) == stream.who) REQUIRE(fewer.count(customer) == 1);
  }
}

TEST_CASE("demand that does not move is compiled as it always was") {
  const Blueprint b = compiled(three_echelons()).blueprint;
  CHECK(b.modulations.empty());
  CHECK(b.levels.empty());
  for (const StreamRules& rules : b.stream_rules) CHECK_FALSE(rules.modulation.valid());
}

TEST_CASE("a surge that is switched off takes its own customers away, and brings back only whom its dip kept away") {
  const Scenario all = moving();
  const std::set<Customer> with = customers(all);
  const Compiled c = compiled(all);
  for (std::size_t off = 0; off < all.demand[0].surges.size(); ++off) {
    Scenario s = all;
    s.demand[0].surges.erase(s.demand[0].surges.begin() + static_cast<std::ptrdiff_t>(off));
    const std::string name = all.demand[0].surges[off].called;
    INFO(name);
    const std::set<Customer> without = customers(s);
    const std::set<Customer> gone = only_in(with, without);
    const std::set<Customer> back = only_in(without, with);
    std::set<std::uint64_t> own;
    for (std::size_t k = 0; k < c.blueprint.streams.size(); ++k)
      if (c.labels.segments[c.blueprint.layout.stream_segment[k].index()] == "online/" + name)
        own.insert(c.blueprint.streams[k].who);
    for (const Customer& customer : gone) REQUIRE(own.count(std::get<0>(customer)) == 1);
    for (const Customer& customer : back) REQUIRE(own.count(std::get<0>(customer)) == 0);
    CHECK(gone.empty() == (name == "bad-times"));
    CHECK(back.empty() == (name != "promo" && name != "bad-times"));
  }
}

TEST_CASE("without a season, a shift or a shock whoever comes both times comes as before") {
  const Scenario all = moving();
  const std::set<Customer> with = customers(all);
  Scenario s = all;
  const int what = GENERATE(0, 1, 2);
  if (what == 0) s.demand[0].profile.season = {};
  if (what == 1) s.demand[0].profile.level_shifts.clear();
  if (what == 2) s.demand_shocks.clear();
  const std::set<Customer> without = customers(s);
  const auto key = [](const Customer& c) { return std::pair(std::get<0>(c), std::get<1>(c)); };
  std::set<std::pair<std::uint64_t, std::uint64_t>> keys;
  for (const Customer& customer : with) keys.insert(key(customer));
  std::size_t both = 0;
  for (const Customer& customer : without) {
    if (keys.count(key(customer)) == 0) continue;
    ++both;
    REQUIRE(with.count(customer) == 1);
  }
  CHECK(both > without.size() / 2);
  CHECK(with != without);
}

TEST_CASE("a disruption that lifts demand brings customers of its own, in its own spells, and moves nobody else") {
  Scenario s = three_echelons();
  s.length = {60 * day};
  const std::set<Customer> without = customers(s);
  Disruption& panic = s.disruptions.emplace_back();
  panic.name = "panic";
  panic.when = Scheduled{{20 * day}, {10 * day}};
  DemandLift lift;
  lift.at.patterns = {"*"};
  lift.factor = 3.0;
  panic.effects = {lift};
  const std::set<Customer> lifted = customers(s);
  CHECK(only_in(without, lifted).empty());
  const std::set<Customer> came = only_in(lifted, without);
  CHECK(came.size() > 100);
  for (const Customer& customer : came) {
    REQUIRE(std::get<2>(customer) >= 20 * day);
    REQUIRE(std::get<2>(customer) < 30 * day);
  }
  const Compiled c = compiled(s);
  CHECK(c.labels.segments.back().ends_with("/panic"));
  CHECK(c.labels.segments.size() == c.blueprint.layout.segments);
  CHECK(c.labels.causes == std::vector<std::string>{"panic"});

  lift.factor = 0.25;
  s.disruptions[0].effects = {lift};
  const std::set<Customer> dipped = customers(s);
  CHECK(only_in(dipped, without).empty());
  for (const Customer& customer : only_in(without, dipped)) {
    REQUIRE(std::get<2>(customer) >= 20 * day);
    REQUIRE(std::get<2>(customer) < 30 * day);
  }
}
