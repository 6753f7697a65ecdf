// The story of one order, as a person reads it.
#include "catch.hpp"

#include "shell.hpp"

namespace {

/// One piece every 20 days, made in 10, promised in 6; every slip is told the next midnight.
void write_joinery() {
  write_file("joinery.yaml", R"yaml(start: 2026-01-05
length: 100 d
products: { door: {} }
sites: { joinery: { kind: supplier }, shop: { kind: store } }
lanes: { road: { from: joinery, to: shop, transit: 10 d } }
demand: { one: { at: shop, arrivals: per_period(every: 20 d) } }
customers: { quote: fixed(6 d), updates: on_slip }
replenishment: { shop: { at: shop, policy: base_stock, S: 0 } }
disruptions:
  ice: { when: "scheduled(from: 2026-01-26, for: 3 d)", effects: [{ kind: lane_closed, lane: road }] }
alternatives:
  impatient: { customers.on_slip: leave(at_once: 100 %) }
  pipeline: { customers.quote: pipeline }
)yaml");
}

}  // namespace

TEST_CASE("trace tells what an order was promised, told and shipped") {
  write_joinery();
  CHECK(restock("trace joinery.yaml").out ==
        "Customer 0 of one at shop/door: shipped from backorder\n\n"
        "  2026-01-05 00:00  orders 1 unit\n"
        "  2026-01-05 00:00  1 unit on backorder\n"
        "  2026-01-05 00:00  promised for 2026-01-11 00:00: 6.0 d to wait\n"
        "  2026-01-06 00:00  is told 2026-01-15 00:00: 4.0 d later\n"
        "  2026-01-15 00:00  1 unit shipped, 10.0 d after the order, on the date he was told\n");
  const std::string iced = restock("trace joinery.yaml --alternative pipeline --order 1").out;
  CHECK(iced.find("promised for 2026-02-04 00:00: 10.0 d to wait") != std::string::npos);
  CHECK(iced.ends_with("in the meantime: ice\n"));
}

TEST_CASE("trace finds orders by how they ended, and says what there is not") {
  write_joinery();
  const Answer left = restock("trace joinery.yaml --alternative impatient --outcome cancelled_by_customer --order 1");
  CHECK(left.code == 0);
  CHECK(left.out.find("Customer 2 of one at shop/door: cancelled by customer") == 0);
  CHECK(left.out.find("2026-02-15 00:00  cancels 1 unit") != std::string::npos);
  const Answer none = restock("trace joinery.yaml --outcome lost_declined");
  CHECK(none.code == 2);
  CHECK(none.err.find("replication 0 of base has 0 that end so") != std::string::npos);
  const Answer beyond = restock("trace joinery.yaml --replication 1");
  CHECK(beyond.code == 2);
  CHECK(beyond.err.find("there is no replication 1: the scenario has 1") != std::string::npos);
  CHECK(restock("trace joinery.yaml joinery.yaml").code == 2);
  const Answer unknown = restock("trace joinery.yaml --alternative pipelin");
  CHECK(unknown.code == 2);
  CHECK(unknown.err.find("did you mean pipeline?") != std::string::npos);
}

TEST_CASE("trace tells the story of an order that a result keeps, tables and all, and nothing but it") {
  write_joinery();
  CHECK(restock("run joinery.yaml -o joinery.h5 --force -q").code == 0);
  const Answer of_result = restock("trace joinery.h5 --alternative pipeline --order 1");
  INFO(of_result.err);
  CHECK(of_result.code == 0);
  CHECK(of_result.err.empty());
  CHECK(of_result.out == restock("trace joinery.yaml --alternative pipeline --order 1").out);
  const Answer patched = restock("trace joinery.h5 --seed 5");
  CHECK(patched.code == 2);
  CHECK(patched.err.find("do not go with a result") != std::string::npos);
}

TEST_CASE("trace tells of further visits, limits looked at again and goods sent back") {
  write_file("again.yaml", R"yaml(start: 2026-01-05
length: 60 d
products: { door: {} }
sites: { joinery: { kind: supplier }, shop: { kind: store } }
lanes: { road: { from: joinery, to: shop, transit: 10 d } }
demand: { one: { at: shop, arrivals: per_period(every: 7 d) } }
customers: { backorders: false, comes_back: { notice: 100 %, reaction: 6 h } }
replenishment: { shop: { at: shop, policy: base_stock, S: 1 } }
alternatives:
  returned: { customers.returns: { share: 100 %, after: 2 d } }
  waits: { customers.backorders: true, customers.seller_limit: "reassess(after: 2 d, within: 4 d, again: 10 d)" }
)yaml");
  CHECK(restock("trace again.yaml --outcome sold_later").out ==
        "Customer 1 of one at shop/door: sold later\n\n"
        "  2026-01-12 00:00  orders 1 unit\n"
        "  2026-01-12 00:00  nothing there: he wants to be told when there is\n"
        "  2026-01-15 06:00  comes again for 1 unit\n"
        "  2026-01-15 06:00  1 unit from stock, at a later visit\n");
  CHECK(restock("trace again.yaml --alternative returned").out.ends_with("  2026-01-07 00:00  1 unit sent back\n"));
  const std::string kept = restock("trace again.yaml --alternative waits --outcome shipped_from_backorder").out;
  CHECK(kept.find("  2026-01-14 00:00  the seller looks again, and keeps the order on\n") != std::string::npos);
}

TEST_CASE("trace tells of wrong records, units lent, old orders and products given up") {
  write_file("odd.yaml", R"yaml(start: 2026-01-05
length: 60 d
products: { door: { discontinued: 2026-02-20 } }
sites: { joinery: { kind: supplier }, shop: { kind: store }, depot: { kind: store } }
lanes:
  road: { from: joinery, to: shop, transit: 10 d }
  street: { from: joinery, to: depot, transit: 10 d }
demand: { one: { at: shop, arrivals: per_period(every: 7 d) }, two: { at: depot, arrivals: per_period(every: 50 d) } }
initial: { shop: { at: shop, on_hand: 1, on_record: 2 }, depot: { at: depot, on_hand: 2 } }
customers: { sees: record, backorders: false, on_oversold: cancel }
replenishment: { shops: { at: [shop, depot], policy: base_stock, S: 0 } }
alternatives:
  lent: { initial.shop.on_record: 1, transshipment: { shops: { at: [shop, depot], time: 2 d } } }
  old: { initial.shop.on_record: 1, customers.backorders: true, customers.first_after: 3 d }
)yaml");
  CHECK(restock("trace odd.yaml --outcome cancelled_by_seller").out ==
        "Customer 1 of one at shop/door: cancelled by seller\n\n"
        "  2026-01-12 00:00  orders 1 unit\n"
        "  2026-01-12 00:00  1 unit sold by the record and not found\n"
        "  2026-01-12 00:00  the seller cancels 1 unit\n");
  const std::string lent = restock("trace odd.yaml --alternative lent --outcome shipped_from_backorder").out;
  CHECK(lent.find("  2026-01-12 00:00  1 unit called from another site\n") != std::string::npos);
  CHECK(lent.find("  2026-01-14 00:00  1 unit shipped, 2.0 d after") != std::string::npos);
  const std::string old = restock("trace odd.yaml --alternative old --outcome shipped_from_backorder --order 1").out;
  CHECK(old.find("  2026-01-22 00:00  has waited long enough: 1 unit come before all others from now on\n") !=
        std::string::npos);
  CHECK(restock("trace odd.yaml --outcome lost_discontinued")
            .out.ends_with("  2026-02-23 00:00  1 unit lost: the product is not sold any more\n"));
}

TEST_CASE("trace tells of every turn that a date takes, and of who waits to the end") {
  write_joinery();
  const std::string news = " --set 'customers.updates=regular(every: 4 d)' --set length='62 d'";
  CHECK(restock("trace joinery.yaml --set 'customers.quote=fixed(14 d)'" + news).out ==
        "Customer 0 of one at shop/door: shipped from backorder\n\n"
        "  2026-01-05 00:00  orders 1 unit\n"
        "  2026-01-05 00:00  1 unit on backorder\n"
        "  2026-01-05 00:00  promised for 2026-01-19 00:00: 14.0 d to wait\n"
        "  2026-01-09 00:00  is told 2026-01-15 00:00: 4.0 d sooner\n"
        "  2026-01-13 00:00  is told 2026-01-15 00:00: as before\n"
        "  2026-01-15 00:00  1 unit shipped, 10.0 d after the order, on the date he was told\n");
  CHECK(restock("trace joinery.yaml --set customers.quote=none" + news)
            .out.find("  2026-01-09 00:00  is told 2026-01-15 00:00: a date at last\n") != std::string::npos);
  const std::string open = restock("trace joinery.yaml --outcome open" + news).out;
  CHECK(open.find("Customer 3 of one at shop/door: open\n") == 0);
  CHECK(open.find("  the run ends, and he waits\n") != std::string::npos);
}

TEST_CASE("a script that fails is the scenario's fault, when it is traced as when it is run") {
  write_joinery();
  write_file("late.lua", "return function(view) if view.now > 10 then error('no more') end return 1 end");
  const std::string script =
      " --set 'replenishment.shop={at: shop, policy: script, review: 1 d, stock: 1, file: late.lua}'";
  for (const char* verb : {"run", "trace"}) {
    const Answer failed = restock(verb + std::string(" joinery.yaml") + script);
    INFO(failed.err);
    CHECK(failed.code == 3);
    CHECK(failed.err.find("late.lua:1: no more") != std::string::npos);
  }
}
