// Products that share nothing are run one after another: what comes out is what all at once would give, to the last
// bit.
#include "engine/components.hpp"
#include "campaign/plan.hpp"
#include "campaign/replicate.hpp"
#include "catch.hpp"
#include "input/document.hpp"
#include "output/cell_sum.hpp"

#include <cstring>
#include <stop_token>

using namespace restock;

namespace {

/// Six products, with something of nearly all that a product may have of its own.
const char* const shop = R"yaml(
name: components
start: 2026-01-05
warmup: 20 d
length: 120 d
replications: 2
series: 1 d
calendars: { week: { days: [mon, tue, wed, thu, fri] } }
products:
  kettle: { cost: 10, price: 20 }
  lamp: { cost: 4, price: 9 }
  milk: { cost: 1, price: 2 }
  phone: { cost: 300, price: 500 }
  chair: { cost: 30, price: 80 }
  book: { cost: 6, price: 15 }
sites:
  maker: { kind: supplier }
  printer: { kind: supplier, production_time: gamma(mean: 2 d, cv: 0.5) }
  dc: { kind: warehouse }
  north: { kind: store }
  south: { kind: store, calendar: week }
lanes:
  - { from: maker, to: dc, product: [kettle, lamp, milk, phone, chair], transit: gamma(mean: 4 d, cv: 0.4) }
  - { from: printer, to: dc, product: book, transit: 3 d }
  - { from: dc, to: north, transit: 1 d, freight: 0.3 }
  - { from: dc, to: south, transit: uniform(1 d, 3 d), late: { probability: 10 %, extra: 2 d } }
demand:
  walk_in: { at: [north, south], product: [kettle, book], arrivals: poisson(6 per d), patience: exponential(4 d) }
  lamps: { at: [north, south], product: lamp, arrivals: poisson(5 per d), backorders: false, sees: shelf }
  moved: { at: north, product: phone, arrivals: poisson(3 per d), season: { weekdays: [1, 1, 1, 1, 1.5, 2, 0.5] }, size: geometric(mean: 1.5), comes_back: { share: 40 %, after: exponential(2 d) } }
  web: { at: dc, product: [chair, phone], arrivals: poisson(2 per d), priority: 1, accept: "tolerance(exponential(6 d))",
                  seller_limit : 30 d, loyalty : {lost : 1 %, good : 0.2 % }, returns : {
share:
  10 %, after : 5 d, sold_again : 80 %
}
}
  fresh: { at: [north, south], product: milk, arrivals: poisson(20 per d), backorders: false }
replenishment:
  stores: { at: [north, south], policy: min_max, s: 18, S: 60 }
  fresh: { at: [north, south], product: milk, policy: order_up_to, review: 1 d, S: 70 }
  dc: { at: dc, policy: base_stock, S: 180 }
  dc_milk: { at: dc, product: milk, policy: order_up_to, review: 2 d, S: 400 }
initial:
  stores: { at: [north, south], on_hand: 50 }
  dc: { at: dc, on_hand: 150 }
records:
  shops: { at: north, product: [kettle, phone], shrinkage: 20 % per y, counts: every(30 d) }
shelves:
  north: { at: north, product: lamp, capacity: 20, refill: rounds(1 d) }
expiry:
  milk: { product: milk, life: 6 d }
information:
  late: { at: south, product: kettle, delay: 1 d, every: 1 d }
costs:
  all: { holding: 25 % per y, backorder: 0.4 per d, ordering: 12 }
)yaml";

Plan plan_of(const std::string& text, Detail detail) {
  Issues issues;
  std::optional<Plan> plan = make_plan(parse_document(text, "components.yaml", "", issues), {{}, detail}, issues);
  REQUIRE(plan);
  return std::move(*plan);
}

CellResult in_parts(const Plan& plan, std::size_t replication, std::size_t& records, unsigned threads = 1) {
  const Variant& variant = plan.variants.front();
  CellSum sum(plan.header, plan.header.axes.maps.front(), variant.compiled.blueprint.layout);
  State state;
  records = 0;
  replicate_in_parts(
      plan.header, variant, replication, state,
      [&](const Record& record, const Layout& layout) {
        sum.add(record, layout);
        ++records;
      },
      {}, threads);
  return sum.result(0, replication);
}

CellResult at_once(const Plan& plan, std::size_t replication) {
  const Variant& variant = plan.variants.front();
  State state;
  return make_cell(plan.header, 0, replication, replicate(plan.header, variant, replication, state),
                   variant.compiled.blueprint.layout);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

/// Numbers that are not there are the same, too.
bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

void check_same(const CellResult& a, const CellResult& b) {
  CHECK(a.fingerprint == b.fingerprint);
  CHECK(same_bits(a.totals, b.totals));
  REQUIRE(a.sites.size() == b.sites.size());
  for (std::size_t m = 0; m < a.sites.size(); ++m) CHECK(same_bits(a.sites[m], b.sites[m]));
  CHECK(a.segments == b.segments);
  CHECK(a.waits == b.waits);
  CHECK(a.late == b.late);
  CHECK(a.early == b.early);
  CHECK(a.left == b.left);
  CHECK(a.left_for == b.left_for);
  CHECK(a.segment_waits == b.segment_waits);
  CHECK(a.series == b.series);
}

}  // namespace

namespace {

const char* const trouble = R"yaml(disruptions:
  road: { when: "random(up: exponential(20 d), down: 2 d)", effects: [{ kind: lane_closed, lane: dc->north }, { kind: lane_delay, lane: maker->dc, factor: 1.5 }] }
  fire: { when: "random(up: exponential(40 d), down: 2 d)", effects: [{ kind: stock_lost, at: dc, share: 30 % }, { kind: demand_lift, at: north, product: phone, factor: 2 }] }
  audit: { when: "repeating(every: 30 d, for: 3 d)", effects: [{ kind: orders_refused, at: dc }, { kind: shortage, at: maker, fill: 50 %, rest: cancelled }] }
)yaml";

std::size_t components(const std::string& text) {
  return plan_of(text, Detail::total).variants.front().compiled.blueprint.component_ends.size();
}

void check_parts(const std::string& text) {
  for (const Detail detail : {Detail::total, Detail::site}) {
    const Plan plan = plan_of(text, detail);
    for (const std::size_t replication : {0, 1}) {
      std::size_t records = 0;
      const CellResult parts = in_parts(plan, replication, records);
      CHECK(records == 6);
      CHECK(parts.totals.front() > 0.0);
      check_same(parts, at_once(plan, replication));
      check_same(in_parts(plan, replication, records, 3), parts);
    }
  }
}

}  // namespace

TEST_CASE("products that share nothing add up to what all of them at once are") { check_parts(shop); }

TEST_CASE("so they do where trouble comes of itself") { check_parts(std::string(shop) + trouble); }

TEST_CASE("who is called off between components says so, and a fault in one of them comes out") {
  const Plan plan = plan_of(shop, Detail::total);
  State state;
  std::size_t records = 0;
  for (const unsigned threads : {1U, 3U}) {
    std::stop_source stop;
    records = 0;
    const auto two = [&](const Record&, const Layout&) {
      if (++records == 2) stop.request_stop();
    };
    CHECK(!replicate_in_parts(plan.header, plan.variants.front(), 0, state, two, stop.get_token(), threads));
    CHECK(records < 6);
    const auto fail = [](const Record&, const Layout&) { throw ModelFailed("on purpose"); };
    CHECK_THROWS_AS(replicate_in_parts(plan.header, plan.variants.front(), 0, state, fail, {}, threads), ModelFailed);
  }
}

TEST_CASE("what products have in common makes them one component") {
  CHECK(components(shop) == 6);
  CHECK(components(std::string(shop) + trouble) == 6);
  CHECK(components(std::string(shop) + "drain: 10 d\n") == 0);
  CHECK(components(std::string(shop) +
                   "disruptions:\n  queue: { when: \"threshold(of: backlog, at: north, above: 10)\", "
                   "effects: [{ kind: lane_delay, lane: dc->north, factor: 0.5 }] }\n") == 0);
  // A supplier's production that chairs and books go through.
  const std::string press = replaced(replaced(shop, "phone, chair], transit", "phone], transit"), "product: book,",
                                     "product: [book, chair],");
  CHECK(components(press) == 5);
}
