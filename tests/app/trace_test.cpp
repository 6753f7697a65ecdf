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
