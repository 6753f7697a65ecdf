// The proof of the engine: random blueprints, and the life of every order against the twin's.
#include "catch.hpp"
#include "laws/agree.hpp"
#include "laws/random_blueprint.hpp"
#include "laws/settings.hpp"

using namespace restock;

TEST_CASE("the engine and its twin agree in the life of every order and in every tally") {
  laws::fix_random_cases();
  State state;
  CHECK(rc::check([&](const Draft& blueprint, std::uint16_t seed) {
    const std::string difference = laws::disagreement(blueprint, seed, 1, state);
    if (!difference.empty()) RC_FAIL(difference);
  }));
}

TEST_CASE("what an order is marked with was active while it lived, and the facts say so too") {
  laws::fix_random_cases();
  State state;
  CHECK(rc::check([&](const Draft& blueprint, std::uint16_t seed) {
    const TwinResult run = laws::run_engine(blueprint, seed, 0, state);
    for (std::size_t c = 0; c < run.record.causes.size(); ++c) {
      const CauseFacts& facts = run.record.causes[c];
      RC_ASSERT(facts.active >= 0 && facts.active <= blueprint.length);
      for (const OrderRow& row : run.orders) {
        const bool marked = (row.causes >> c & 1U) != 0;
        if (facts.active == blueprint.length) RC_ASSERT(marked);
        if (marked && row.ended < blueprint.length) RC_ASSERT(facts.active > 0);
      }
    }
    for (const OrderRow& row : run.orders) RC_ASSERT(row.causes >> run.record.causes.size() == 0U);
  }));
}

TEST_CASE("random stories have those who come first, who cannot pay when they order, and surges that order baskets") {
  laws::fix_random_cases();
  State state;
  CustomerFacts customers;
  Quantity refunded = 0;
  Quantity lines_of_surges = 0;
  CHECK(rc::check([&](const Draft& blueprint, std::uint16_t seed) {
    const Record record = run_replication(pack(blueprint), seed, 0, state);
    for (const CustomerFacts& facts : record.customer_facts) customers += facts;
    for (const ExtraFacts& facts : record.extra) refunded += facts.refunded;
    for (std::size_t k = 0; k < blueprint.streams.size(); ++k) {
      if (!blueprint.streams[k].is_line()) continue;
      const Modulation* moves = blueprint.modulation(blueprint.streams[blueprint.streams[k].order]);
      if (moves != nullptr && moves->behind_base > 0) lines_of_surges += record.streams[k].demand;
    }
  }));
  CHECK(customers.overtook > 100);
  CHECK(customers.payment_declined > 100);
  CHECK(refunded > 100);
  CHECK(lines_of_surges > 100);
}
