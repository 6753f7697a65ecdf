// Numbers with and without units.
#include "input/scalars.hpp"
#include "catch.hpp"

#include <cmath>

using namespace restock;

namespace {

template <class T>
T good(const std::string& text) {
  T value{};
  Fault fault;
  INFO(text);
  const bool ok = parse(text, value, fault);
  INFO(fault.problem);
  REQUIRE(ok);
  return value;
}

template <class T>
std::string bad(const std::string& text) {
  T value{};
  Fault fault;
  return parse(text, value, fault) ? "accepted" : fault.code;
}

}  // namespace

TEST_CASE("durations are exact in every unit") {
  CHECK(good<Duration>("7 d").ticks == 7 * day);
  CHECK(good<Duration>("36h").ticks == 36 * hour);
  CHECK(good<Duration>("1.5 h").ticks == 90 * minute);
  CHECK(good<Duration>("10 ms").ticks == 10'000);
  CHECK(good<Duration>("3 us").ticks == 3);
  CHECK(good<Duration>("2 weeks").ticks == 14 * day);
  CHECK(good<Duration>("1 month").ticks == month);
  CHECK(good<Duration>("0 d").ticks == 0);
  CHECK(good<Duration>("1e-6 s").ticks == 1);
  for (const Time ticks : {Time{1}, 999 * second, 3 * day, 25 * hour, year})
    CHECK(good<Duration>(duration_text(ticks)).ticks == ticks);
  CHECK(bad<Duration>("7") == "missing_unit");
  CHECK(bad<Duration>("0") == "missing_unit");
  CHECK(bad<Duration>("7 x") == "wrong_unit");
  CHECK(bad<Duration>("d") == "wrong_type");
  CHECK(bad<Duration>("-1 d") == "negative");
  CHECK(bad<Duration>("07 d") == "leading_zero");
  CHECK(bad<Duration>("1e300 y") == "out_of_range");
  CHECK(bad<Duration>("9223372036854775807 y") == "out_of_range");
}

TEST_CASE("rates and money per time say per what") {
  CHECK(good<Rate>("42 per d").per_tick == 42.0 / static_cast<double>(day));
  CHECK(good<Rate>("3 / h").per_tick == 3.0 / static_cast<double>(hour));
  CHECK(good<Rate>("3/h").per_tick == 3.0 / static_cast<double>(hour));
  CHECK(good<Rate>("900 per week").per_tick == 900.0 / static_cast<double>(week));
  CHECK(good<Rate>("1 per 14 d").per_tick == 1.0 / static_cast<double>(14 * day));
  CHECK(bad<Rate>("42") == "missing_unit");
  CHECK(bad<Rate>("42 d") == "missing_unit");
  CHECK(bad<Rate>("42 per") == "missing_unit");
  CHECK(bad<Rate>("42 per 0 d") == "out_of_range");
  CHECK(bad<Rate>("-42 per d") == "negative");
  const MoneyRate share = good<MoneyRate>("25 % per y");
  CHECK(share.of_cost);
  CHECK(share.per_tick == Approx(0.25 / static_cast<double>(year)).epsilon(1e-14));
  CHECK_FALSE(good<MoneyRate>("0.02 per d").of_cost);
  CHECK(bad<MoneyRate>("0.02") == "missing_unit");
  CHECK(good<Money>("14.00").amount == 14.0);
  CHECK(bad<Money>("-1") == "negative");
  CHECK(bad<Money>("1,000") == "wrong_type");
  CHECK(good<Share>("97 %").value == Approx(0.97));
  CHECK(good<Share>("1").value == 1.0);
  CHECK(bad<Share>("97") == "out_of_range");
  CHECK(bad<Share>("-0.1") == "negative");
}

TEST_CASE("whole numbers are decimal, exact and in range") {
  CHECK(good<std::int64_t>("2305843009213693951") == unlimited);
  CHECK(good<std::int64_t>("-1") == -1);
  CHECK(good<std::uint64_t>("18446744073709551615") == ~std::uint64_t{0});
  CHECK(bad<std::int64_t>("9223372036854775808") == "out_of_range");
  CHECK(bad<std::int64_t>("2305843009213693952") == "out_of_range");
  CHECK(bad<std::uint64_t>("18446744073709551616") == "out_of_range");
  CHECK(bad<int>("2147483648") == "out_of_range");
  CHECK(bad<std::int64_t>("010") == "leading_zero");
  CHECK(bad<std::int64_t>("-01") == "leading_zero");
  for (const char* text : {"1.0", "1e3", "0x10", "1_000", "+1", "", " ", "1 ", "ten", "1 d"}) {
    INFO(text);
    CHECK(bad<std::int64_t>(text) == "wrong_type");
  }
}

TEST_CASE("only finite numbers, only true and false") {
  for (const char* text : {".nan", "NaN", ".inf", "-.inf", "inf", "Infinity"}) CHECK(bad<double>(text) == "not_finite");
  CHECK(bad<double>("1e999") == "out_of_range");
  CHECK(bad<double>(".5") == "wrong_type");
  CHECK(good<double>("-0.5e1") == -5.0);
  CHECK_FALSE(std::signbit(good<double>("-0")));
  CHECK(good<bool>("true"));
  CHECK_FALSE(good<bool>("false"));
  for (const char* text : {"on", "off", "yes", "no", "True", "1", "0", ""}) CHECK(bad<bool>(text) == "wrong_type");
}

TEST_CASE("dates are those of the calendar") {
  const auto date = [](const std::string& text) {
    std::int64_t at = -1;
    Fault fault;
    return parse_date(text, at, fault) ? at : std::int64_t{-1};
  };
  CHECK(date("1970-01-01") == 0);
  CHECK(date("1970-01-02T03:04:05") == day + 3 * hour + 4 * minute + 5 * second);
  CHECK(date("2000-03-01") - date("2000-02-29") == day);
  CHECK(date("2024-12-31 23:59") == date("2025-01-01") - minute);
  for (const char* text :
       {"2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-32", "2026-1-1", "2026-01-01T24:00",
        "2026-01-01T1:00", "2026-01-01Z", "2026-01-01T00:00Z", "01.02.2026", ""}) {
    INFO(text);
    CHECK(date(text) == -1);
  }
}
