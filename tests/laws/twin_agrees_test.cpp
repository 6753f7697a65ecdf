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
