// The wait histogram: exact counts, bounded error, sums that commute.
#include "measure/sketch.hpp"

#include "catch.hpp"

#include <cmath>

using namespace restock;

TEST_CASE("the_middle_of_a_bin_is_within_a_sixty_fourth_of_every_span_in_it") {
  for (Time span = 1; span < never / 3; span = span * 5 / 4 + 1) {
    const double middle = SpanSketch::middle(SpanSketch::bin_of(span));
    CHECK(std::abs(middle - static_cast<double>(span)) <= static_cast<double>(span) / 64.0);
  }
}

TEST_CASE("bins_follow_one_another_without_gap_or_overlap") {
  for (Time span = 0; span < 5000; ++span) {
    const std::uint32_t step = SpanSketch::bin_of(span + 1) - SpanSketch::bin_of(span);
    CHECK(step <= 1);
  }
}

TEST_CASE("sketches_add_in_any_order") {
  SpanSketch a, b;
  a.add(day, 3);
  a.add(7, 2);
  b.add(90 * day, 1);
  SpanSketch ab = a, ba = b;
  ab += b;
  ba += a;
  CHECK(ab == ba);
  CHECK(ab.total() == 6);
  CHECK(ab.quantile(0.2) == 7.0);
  CHECK(ab.quantile(1.0) == Approx(static_cast<double>(90 * day)).epsilon(1.0 / 64.0));
}
