// Units neither appear nor vanish, whatever the scenario. The twin also checks its own books as it ends.
#include "catch.hpp"
#include "laws/agree.hpp"
#include "laws/random_blueprint.hpp"
#include "laws/settings.hpp"

#include "measure/conservation.hpp"

using namespace restock;

TEST_CASE("outcomes add up to demand, and stock to what came and went") {
  laws::fix_random_cases();
  State state;
  CHECK(rc::check([&](const Draft& blueprint, std::uint16_t seed) {
    check_conservation(run_replication(pack(blueprint), seed, 0, state), blueprint.layout);
  }));
}

TEST_CASE("the twin's books balance too") {
  laws::fix_random_cases();
  CHECK(rc::check([](const Draft& blueprint, std::uint16_t seed) {
    check_conservation(run_twin(blueprint, seed, 0).record, blueprint.layout);
  }));
}
