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
