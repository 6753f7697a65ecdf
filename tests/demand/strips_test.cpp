// Customers in strips: as many as the level says, as random as Poisson, and the same ones under every level.
#include "demand/strips.hpp"
#include "catch.hpp"
#include "core/hash.hpp"
#include "demand/moments.hpp"
#include "demand/profile.hpp"

#include <algorithm>
#include <set>

using namespace restock;

namespace {

/// All customers of `days` days, `per_day` a day at level 1.
template <class LevelAt>
std::vector<Candidate> customers(std::uint64_t replication, double per_day, int days, double most, LevelAt level) {
  const StripSource source{11, replication, hash_name("somebody"), static_cast<double>(day) / per_day};
  std::vector<Candidate> all;
  for (int block = 0; block < days; ++block)
    for (std::uint32_t strip = 0; strip < strips_below(most); ++strip)
      strip_customers(source, strip, block, 0, days * day, level, all);
  return all;
}

}  // namespace

TEST_CASE("counts have the mean and the variance of a Poisson process with the level's integral") {
  DemandProfile profile;
  profile.season.hours = std::vector<double>(24, 0.4);
  for (std::size_t h = 9; h < 18; ++h) profile.season.hours[h] = 2.7;
  const Level level = level_of(profile, {}, {0, 10 * day, 0});
  const double expected = 3.0 * 10.0 * level.mean(0, 10 * day);
  std::vector<double> counts, office;
  for (std::uint64_t r = 0; r < 4000; ++r) {
    const auto all = customers(r, 3.0, 10, level.most(0, day), [&](Time t) { return level.at(t); });
    counts.push_back(static_cast<double>(all.size()));
    office.push_back(static_cast<double>(std::count_if(all.begin(), all.end(), [](const Candidate& c) {
      const Time h = c.at % day / hour;
      return h >= 9 && h < 18;
    })));
  }
  const Sampled found = moments_of(counts);
  CHECK(std::abs(found.mean - expected) < 4.0 * found.error);
  CHECK(found.variance / found.mean == Approx(1.0).margin(4.0 * std::sqrt(2.0 / 4000.0)));
  const Sampled inside = moments_of(office);
  CHECK(std::abs(inside.mean - 3.0 * 10.0 * 2.7 * 9.0 / 24.0) < 4.0 * inside.error);
}

TEST_CASE("a higher level adds customers and moves none") {
  const auto low = customers(7, 40.0, 30, 1.3, [](Time) { return 1.3; });
  const auto high = customers(7, 40.0, 30, 3.6, [](Time t) { return t < 15 * day ? 3.6 : 1.3; });
  const auto of = [](const std::vector<Candidate>& all) { return std::set<Candidate>(all.begin(), all.end()); };
  const std::set<Candidate> few = of(low), many = of(high);
  CHECK(few.size() == low.size());
  CHECK(many.size() == high.size());
  CHECK(std::includes(many.begin(), many.end(), few.begin(), few.end()));
  CHECK(std::count_if(high.begin(), high.end(), [](const Candidate& c) { return c.at >= 15 * day; }) ==
        std::count_if(low.begin(), low.end(), [](const Candidate& c) { return c.at >= 15 * day; }));
}

TEST_CASE("numbers tell strips and days apart, before and after the start") {
  std::set<std::uint64_t> numbers;
  for (const std::uint32_t strip : {0U, 1U, 119U})
    for (const std::int64_t block : {-26062L, -1L, 0L, 1L, 26062L})
      for (const std::uint64_t k : {0UL, 1UL, 99'999'999UL}) numbers.insert(strip_customer(strip, block, k));
  CHECK(numbers.size() == 45);
  CHECK(*numbers.begin() >> 63U == 1);
  CHECK(strips_below(0.0) == 0);
  CHECK(strips_below(1.0) == 1);
  CHECK(strips_below(1.01) == 2);
  CHECK(strips_below(1e9) == most_strips);
}
