// Quotes and news as pure functions of dates.
#include "catch.hpp"
#include "promise/quoting.hpp"
#include "promise/updates.hpp"

using namespace restock;

TEST_CASE("a quote is made of the date at which supply reaches the customer") {
  const Quoting buffered = BufferedQuote{{3 * day}};
  CHECK(quoted_date(PipelineQuote{}, 5 * day, 9 * day, 0) == 9 * day);
  CHECK(quoted_date(buffered, 5 * day, 9 * day, 0) == 12 * day);
  CHECK(quoted_date(buffered, 5 * day, never, 0) == never);
  CHECK(quoted_date(FixedQuote{{2 * week}}, 5 * day, 9 * day, 0) == 19 * day);
  CHECK(quoted_date(FixedQuote{{2 * week}}, 5 * day, never, 0) == 19 * day);
  CHECK(quoted_date(NoQuote{}, 5 * day, 9 * day, 0) == never);
  CHECK(needs_supply(buffered));
  CHECK_FALSE(needs_supply(NoQuote{}));
  CHECK(date_of_news(buffered, 9 * day, 0) == 12 * day);
  CHECK(date_of_news(FixedQuote{{week}}, 9 * day, 0) == 9 * day);
  CHECK(date_of_news(buffered, never, 0) == never);
}

TEST_CASE("who is told of a slip, and who is not") {
  const Updates on_slip = UpdatesOnSlip{{2 * day}, {day}};
  CHECK_FALSE(tells(on_slip, 10 * day, 9 * day));
  CHECK_FALSE(tells(on_slip, 10 * day, 12 * day));
  CHECK(tells(on_slip, 10 * day, 12 * day + 1));
  CHECK(tells(on_slip, 10 * day, never));
  CHECK(tells(on_slip, never, 12 * day));
  CHECK_FALSE(tells(on_slip, never, never));
  CHECK(tells(RegularUpdates{}, 10 * day, 10 * day));
  CHECK_FALSE(tells(NoUpdates{}, 10 * day, never));
  CHECK(look_every(NoUpdates{}) == 0);
  CHECK(look_every(on_slip) == day);
}
