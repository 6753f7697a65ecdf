#include "catch.hpp"
#include "network/example.hpp"

using namespace restock;
using namespace restock::example;

namespace {

/// A corner shop whose walk-in customers do not wait.
Scenario with_a_shelf(std::optional<Quantity> capacity, std::optional<Refill> refill) {
  Scenario s = three_echelons();
  s.demand[1].customers.sees = Sees::shelf;
  s.demand[1].customers.backorders = false;
  ShelfRule rule;
  rule.name = "shelf";
  rule.where = at_line(130);
  rule.at = names({"corner-shop"});
  rule.capacity = capacity;
  rule.refill = refill;
  s.shelves.push_back(rule);
  return s;
}

}  // namespace

TEST_CASE("a shelf has room, and somebody who fills it") {
  CHECK(issues_of(with_a_shelf(8, RefillContinuous{})).empty());
  CHECK(found(issues_of(with_a_shelf(8, std::nullopt)), "half_a_shelf").line == 130);
  CHECK(found(issues_of(with_a_shelf(std::nullopt, RefillContinuous{})), "half_a_shelf").line == 130);
  CHECK(found(issues_of(with_a_shelf(8, RefillWhenBelow{9})), "shelf_too_small").line == 130);
  Scenario packs = with_a_shelf(8, RefillContinuous{});
  packs.shelves[0].pack = 12;
  CHECK(found(issues_of(packs), "shelf_too_small").line == 130);
}

TEST_CASE("nobody waits at an empty shelf") {
  Scenario s = with_a_shelf(8, RefillContinuous{});
  s.demand[1].customers.backorders = true;
  CHECK(found(issues_of(s), "waits_at_a_shelf").path == "demand.walk-in.backorders");
}
